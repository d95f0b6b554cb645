/** Records recognised by the value of one field: an external identifier, a tax number. */
import type { Values } from '../../../contract/definition.ts'
import { isRefusal, refusal, refuse, RefusalError } from '../../../contract/refusal.ts'
import { lowerCase } from '../../../expression/letterCase.ts'
import { name, raw, sql } from '../../../expression/sql.ts'
import { fieldAccess } from '../access/field-access.ts'
import { visible } from '../access/visible.ts'
import type { Ctx } from '../context.ts'
import { isAnyCase } from '../metadata/shape.ts'
import { layoutOf, type LaidField, type Layout } from './layout.ts'
import { texts } from './texts.ts'

export type Found = { n: number; id: string; version: number } | { n: number; fresh: true } | { n: number; refused: RefusalError }

/**
 * For each row: the record that has its value of `key`, or that it is new. Only records the caller sees are found: a value held
 * by another is refused when it is written, as it is without a key. Refuses 404 unknown_object, 400 unknown_field and key_not_indexed.
 */
export async function byKey(ctx: Ctx, object: string, key: string, rows: readonly Values[]): Promise<Found[]> {
  if (!ctx.registry.objects.has(object)) refuse('unknown_object', texts.unknownObject, { status: 404, values: { object } })
  const layout = layoutOf(ctx.registry, object)
  const field = keyField(ctx, layout, key)
  const seen = new Map<string, number>()
  const asked: { n: number; value: unknown }[] = []
  const found = rows.map((row, n): Found => {
    const value = row[key] === undefined ? null : field.type.accept(row[key], field.definition)
    if (isRefusal(value)) return { n, refused: new RefusalError([{ ...value, field: key }]) }
    if (value === null) return { n, refused: new RefusalError([refusal('key_missing', texts.keyMissing, { field: key })]) }
    const text = JSON.stringify(typeof value === 'string' && isAnyCase(field.definition) ? lowerCase(value) : value)
    if (seen.has(text)) return { n, refused: new RefusalError([refusal('key_repeated', texts.keyRepeated, { field: key })]) }
    seen.set(text, n)
    asked.push({ n, value })
    return { n, fresh: true }
  })
  for (const { n, ids, version } of await holders(ctx, layout, field, asked)) {
    found[n] = ids.length > 1 ? { n, refused: new RefusalError([refusal('key_ambiguous', texts.keyAmbiguous, { field: key })]) } : { n, id: ids[0]!, version }
  }
  return found
}

function keyField(ctx: Ctx, layout: Layout, key: string): LaidField {
  const field = layout.field(key)
  if (field === undefined || fieldAccess(ctx, layout.object.name, key) === 'none') return refuse('unknown_field', texts.unknownField, { status: 400, field: 'key', values: { field: key } })
  const { definition } = field
  const isUnique = 'unique' in definition && definition.unique === true
  if (field.columns.length !== 1 || (!isUnique && definition.indexed !== true)) refuse('key_not_indexed', texts.keyNotIndexed, { status: 400, field: 'key', values: { field: key } })
  return field
}

async function holders(ctx: Ctx, layout: Layout, field: LaidField, asked: readonly { n: number; value: unknown }[]): Promise<{ n: number; ids: string[]; version: number }[]> {
  if (asked.length === 0) return []
  const json = JSON.stringify(asked.map(({ n, value }) => ({ n, value: field.server.toColumns(value, field.definition)[0] })))
  const { type } = field.columns[0]!
  const same = isAnyCase(field.definition) ? sql`sedno_lower(v.${name(field.column)}) = sedno_lower(r.value)` : sql`v.${name(field.column)} = r.value`
  return ctx.db.rows(sql`
    select r.n, array_agg(v.id) as ids, max(v.version) as version
    from jsonb_to_recordset(${json}::jsonb) as r(n integer, value ${raw(type)}) join ${visible(ctx, layout.object.name)} v on ${same}
    group by r.n`) // the type comes from the field type
}
