/** What became of a record: who changed what, when, from what to what, as far as the reader may see. */
import type { HistoryEntry } from '../../../contract/records.ts'
import { refuse } from '../../../contract/refusal.ts'
import { and, sql } from '../../../expression/sql.ts'
import { fieldAccess } from '../access/field-access.ts'
import type { Ctx } from '../context.ts'
import { one } from '../query/one.ts'
import { texts } from '../records/texts.ts'
import { asNow, namesEver } from './as-now.ts'
import { withFirstValues } from './first-values.ts'
import { nameLinks } from './named.ts'
import { readPlace, writePlace } from './place.ts'

export interface HistoryRequest {
  /** `next` of the page before. */
  after?: string
  /** 1 to 500; 50 when left out. */
  limit?: number
  /** Only changes of this field. */
  field?: string
}

export interface HistoryAnswer {
  entries: HistoryEntry[]
  next: string | null
}

export interface HistoryRow {
  id: string
  at: string
  by: string | null
  object: string
  record: string
  verb: HistoryEntry['verb']
  version: number
  changes: Record<string, { from?: unknown; to?: unknown }>
  operation: string | null
}

/** The newest first. Refuses 404 for a record that is not there or not visible (one in the trash is visible to who may delete). */
export async function history(ctx: Ctx, object: string, id: string, request: HistoryRequest = {}): Promise<HistoryAnswer> {
  if (!ctx.registry.objects.has(object)) refuse('unknown_object', texts.unknownObject, { status: 404, values: { object } })
  if ((await one(ctx, object, id, { columns: ['id'], trash: true })) === null) refuse('not_found', texts.notFound, { status: 404 })
  const { field } = request
  if (field !== undefined && fieldAccess(ctx, object, field) === 'none') refuse('unknown_field', texts.unknownField, { status: 400, field, values: { field } })
  return page(ctx, object, [id], request)
}

/** Entries of several records of one object that the caller is known to see. */
export async function page(ctx: Ctx, object: string, ids: readonly string[], { after, limit = 50, field }: HistoryRequest): Promise<HistoryAnswer> {
  const place = after === undefined ? null : readPlace(after)
  const found = await ctx.db.rows<HistoryRow>(sql`
    select id, at, by, object, record, verb, version, changes, operation from history h
    where ${and([
      sql`object = ${object}`, sql`record = any(${ids}::uuid[])`,
      ...(place === null ? [] : [sql`(at, id) < (${place.at}::timestamptz, ${place.id}::uuid)`]),
      ...(field === undefined ? [] : [sql`(changes ?| ${namesEver(ctx, object, field)}::text[] or verb = 'create')`]),
    ])} order by at desc, id desc limit ${limit + 1}`)
  const rows = await withFirstValues(ctx, object, found.slice(0, limit).map((row) => ({ ...row, changes: asNow(ctx, object, row.changes) })))
  const last = rows.at(-1)
  const entries = await readable(ctx, object, field === undefined ? rows : rows.flatMap((row) => only(row, ctx.registry.field(object, field)?.name ?? field)))
  return { entries, next: found.length > limit && last !== undefined ? writePlace(last) : null }
}

const only = (row: HistoryRow, field: string): HistoryRow[] => (field in row.changes ? [{ ...row, changes: { [field]: row.changes[field]! } }] : [])

/** As the caller may read them: fields he may not see are left out, links named, authors too. */
export async function readable(ctx: Ctx, object: string, rows: readonly HistoryRow[]): Promise<HistoryEntry[]> {
  const changes = rows.map((row) => seen(ctx, object, row.changes))
  const named = await nameLinks(ctx, object, changes, rows.flatMap(({ by }) => by ?? []))
  return rows.map(({ id, at, by, verb, version, operation }, n) => ({ id, at, by: by === null ? null : (named.people.get(by) ?? null), verb, version, operation, changes: named.changes[n]! }))
}

function seen(ctx: Ctx, object: string, changes: HistoryRow['changes']): HistoryEntry['changes'] {
  const kept: HistoryEntry['changes'] = {}
  for (const [field, { from = null, to = null }] of Object.entries(changes)) {
    // That it went to the trash or came back is said by the verb.
    if (field !== 'deletedAt' && fieldAccess(ctx, object, field) !== 'none') kept[field] = { from, to }
  }
  return kept
}

