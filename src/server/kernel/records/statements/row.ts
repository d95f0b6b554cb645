/** What is written beside a record's own values: what changed, and what the search box looks in. */
import { fold } from '../../../../expression/fold.ts'
import type { Layout } from '../layout.ts'
import type { Draft } from '../writing.ts'

type Changes = Record<string, { from?: unknown; to?: unknown }>

/**
 * {field: {from, to}}; a side that is empty is left out. What is calculated is not told: it follows from what is. Where the record stood is told too, for undo. A creation tells nothing: its
 * values are today's with all changes taken back (history/first-values.ts), and kept twice they were a seventh of the cost of writing.
 */
export function changesOf(layout: Layout, { before, after, changed, standing }: Pick<Draft, 'before' | 'after' | 'changed' | 'standing'>): Changes {
  const changes: Changes = {}
  if (before === null) return changes
  const told = layout.formulas.length === 0 ? changed : changed.filter((field) => layout.field(field)?.definition.formula === undefined)
  for (const field of told) changes[field] = sides(before.values[field] ?? null, after[field] ?? null)
  for (const kept of ['archivedAt', 'deletedAt'] as const) {
    if (before[kept] !== standing[kept]) changes[kept] = sides(before[kept], standing[kept])
  }
  return changes
}

const sides = (from: unknown, to: unknown) => ({ ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) })

/** What the search box looks in: the searchable fields' texts, folded, one a line. */
export function searchOf(layout: Layout, values: Record<string, unknown>): string {
  const lines: string[] = []
  for (const { name, type, definition } of layout.searchable) {
    const value = values[name] ?? null
    if (value !== null) lines.push(...type.searchTexts!(value, definition).map(fold))
  }
  return [...new Set(lines)].join('\n')
}
