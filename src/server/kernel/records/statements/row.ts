/** One record as JSON for the writing statements: its columns, and what history and outbox say of it. */
import { fold } from '../../../../expression/fold.ts'
import { newId } from '../../db/uuid7.ts'
import type { Layout } from '../layout.ts'
import type { Draft, Writing } from '../writing.ts'

export function rowOf({ ctx, layout, verb }: Writing, draft: Draft, version: number): string {
  const now = ctx.now.toISOString()
  const { before, after, made } = draft
  const at = made?.at ?? now
  const by = made === undefined ? ctx.who.userId : made.by
  const row: Record<string, unknown> = {
    w_n: draft.n, w_history: newId(), w_verb: verb, w_changes: changesOf(draft), w_fields: draft.changed, w_at: at, w_by: by,
    id: draft.id, version, created_at: before?.createdAt ?? at, created_by: before === null ? by : before.createdBy, updated_at: at, updated_by: by,
    deleted_at: draft.standing.deletedAt, deleted_by: draft.standing.deletedBy, search: searchOf(layout, after),
  }
  if (layout.object.archivable) row.archived_at = draft.standing.archivedAt
  for (const field of layout.fields) {
    const value = after[field.name] ?? null
    if (value === null) continue // a column not named is null
    const values = field.server.toColumns(value, field.definition)
    for (let place = 0; place < field.columns.length; place++) row[field.columns[place]!.name] = values[place]
  }
  return JSON.stringify(row)
}

type Changes = Record<string, { from?: unknown; to?: unknown }>

/** {field: {from, to}}; a side that is empty is left out. Where the record stood is told too, for undo. */
export function changesOf({ before, after, changed, standing }: Pick<Draft, 'before' | 'after' | 'changed' | 'standing'>): Changes {
  const changes: Changes = {}
  for (const field of changed) changes[field] = sides(before?.values[field] ?? null, after[field] ?? null)
  for (const kept of ['archivedAt', 'deletedAt'] as const) {
    if (before !== null && before[kept] !== standing[kept]) changes[kept] = sides(before[kept], standing[kept])
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
