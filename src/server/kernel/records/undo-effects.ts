/** What history entries come to, record by record: pure, so that undo and its conflicts can be reasoned about without a database. */
import type { HistoryRow } from '../history/history.ts'

export interface Effect {
  object: string
  record: string
  created: boolean
  /** Field (also deletedAt, archivedAt) → what it was before the first entry and what it was after the last. */
  fields: ReadonlyMap<string, { from: unknown; to: unknown }>
  /** Version the record had after the last entry. */
  version: number
  by: string | null
}

/** Entries in the order of their versions. Records keep the order in which they are first named. */
export function effects(rows: readonly HistoryRow[]): Effect[] {
  return [...Map.groupBy(rows, ({ object, record }) => `${object} ${record}`).values()].map(effectOf)
}

function effectOf(entries: readonly HistoryRow[]): Effect {
  const fields = new Map<string, { from: unknown; to: unknown }>()
  for (const { changes } of entries) {
    for (const [field, { from = null, to = null }] of Object.entries(changes)) fields.set(field, { from: fields.has(field) ? fields.get(field)!.from : from, to })
  }
  const first = entries[0]!
  return { object: first.object, record: first.record, created: entries.some(({ verb }) => verb === 'create'), fields, version: entries.at(-1)!.version, by: first.by }
}
