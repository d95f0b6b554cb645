/** Who holds the value already? Named only to those who may see him. */
import type { LinkValue } from '../../../../contract/records.ts'
import { refusal, RefusalError, type Refusal } from '../../../../contract/refusal.ts'
import { and, name, raw, sql } from '../../../../expression/sql.ts'
import { fieldAccess } from '../../access/field-access.ts'
import { rowRule } from '../../access/row-rule.ts'
import type { UniqueKey } from '../layout.ts'
import { prepare } from '../statements/prepare.ts'
import { texts } from '../texts.ts'
import type { Draft, Refused, Writing } from '../writing.ts'

interface Held {
  n: number
  /** null: not visible to the caller. */
  holder: LinkValue | null
  key: UniqueKey
}

/** Refusals of the drafts whose unique value another record holds. `onlyChanged`: values that stay are not asked about. */
export async function refuseTaken(writing: Writing, drafts: readonly Draft[], options: { onlyChanged?: boolean } = {}): Promise<Refused[]> {
  const held: Held[] = []
  for (const key of writing.layout.uniques) {
    const asked = drafts.filter((draft) => isAsked(draft, key, options.onlyChanged === true))
    if (asked.length > 0) held.push(...(await holders(writing, asked, key)))
  }
  if (held.length === 0) return []
  return drafts.flatMap((draft) => {
    const mine = held.filter(({ n }) => n === draft.n)
    return mine.length === 0 ? [] : [{ n: draft.n, id: draft.before?.id ?? null, refused: takenError(writing, mine) }]
  })
}

/** Could this write run into a unique value at all? Records coming out of the trash bring all of theirs back. */
export function touchesUnique({ layout }: Writing, draft: Draft): boolean {
  return layout.uniques.some((key) => isAsked(draft, key, true))
}

function isAsked(draft: Draft, { fields, unless }: UniqueKey, onlyChanged: boolean): boolean {
  if (draft.standing.deletedAt !== null) return false
  if (fields.some(({ name }) => (draft.after[name] ?? null) === null) || (unless !== null && (draft.after[unless.name] ?? null) !== null)) return false
  const comesBack = draft.before !== null && draft.before.deletedAt !== null
  return !onlyChanged || comesBack || [...fields, ...(unless === null ? [] : [unless])].some(({ name }) => draft.changed.includes(name))
}

async function holders({ ctx, layout }: Writing, drafts: readonly Draft[], key: UniqueKey): Promise<Held[]> {
  const columns = key.fields.flatMap((field) => field.columns)
  const rows = drafts.map((draft) => ({ w_n: draft.n, id: draft.id, ...Object.fromEntries(key.fields.flatMap((field) => {
    const values = field.server.toColumns(draft.after[field.name], field.definition)
    return field.columns.map((column, place) => [column.name, values[place]])
  })) }))
  const definition = raw(['w_n integer', 'id uuid', ...columns.map((column) => `"${column.name}" ${column.type}`)].join(', ')) // from the field types
  const conditions = and([
    ...columns.map((column) => (key.anyCase ? sql`sedno_lower(t.${name(column.name)}) = sedno_lower(r.${name(column.name)})` : sql`t.${name(column.name)} = r.${name(column.name)}`)),
    sql`t.deleted_at is null`, sql`t.id <> r.id`,
    ...(key.unless === null ? [] : [sql`t.${name(key.unless.column)} is null`]),
  ])
  const label = layout.field(layout.object.nameField)
  const readable = label !== undefined && fieldAccess(ctx, layout.object.name, label.name) !== 'none'
  const found = await prepare<{ n: number; id: string; seen: boolean; name: string | null }>(ctx.db, sql`
    select distinct on (r.w_n) r.w_n as n, t.id, ${rowRule(ctx, layout.object.name, 'read', 't')} as seen, ${readable ? sql`t.${name(label.column)}` : sql`''`}::text as name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${definition}) join ${layout.table} t on ${conditions} order by r.w_n, t.id`)
  return found.map(({ n, id, seen, name: called }) => ({ n, key, holder: seen ? { id, name: called ?? '' } : null }))
}

function takenError({ layout }: Writing, held: readonly Held[]): RefusalError {
  const refusals = held.map(({ key, holder }): Refusal => {
    const called = holder?.name
    return refusal('not_unique', called ? texts.notUniqueBy : texts.notUnique, { field: key.fields[0]!.name, ...(called ? { values: { holder: called } } : {}) })
  })
  const seen = held.find(({ holder }) => holder !== null)
  return new RefusalError(refusals, 422, seen === undefined ? {} : { holder: { object: layout.object.name, ...seen.holder } })
}

export const isUniqueViolation = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '23505'
