import { name, sql } from '../../../expression/sql.ts'
import { fold } from '../../../expression/fold.ts'
import { serverOf } from '../../../fields/servers.ts'
import { typeOf } from '../../../fields/types.ts'
import { isRefusal } from '../../../contract/refusal.ts'
import { fieldAccess } from '../../kernel/access/field-access.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import { mannerOf } from '../../kernel/manner.ts'
import { columnName } from '../../kernel/metadata/naming.ts'

const isUuid = (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)

/**
 * Records that texts of a file name by one of their fields, as far as the importer may see them: the text, as given → ids.
 * Names are compared folded, identifiers in their canonical form, so that "PL 757-975-43-27" finds 7579754327.
 */
export async function recordsNamed(ctx: Ctx, target: string, by: string, texts: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const field = ctx.registry.field(target, by)
  if (field === null || texts.length === 0 || fieldAccess(ctx, target, by) === 'none') return found
  if (by === 'id') return idsThere(ctx, target, texts)
  const plainText = field.type === 'text' && !field.pattern
  const wanted = texts.flatMap((text) => {
    if (plainText) return [{ text, value: fold(text) }]
    const read = typeOf(field).read(text, field, mannerOf(ctx))
    return isRefusal(read) || typeof read !== 'string' ? [] : [{ text, value: read }]
  })
  const column = serverOf(field).expr(field, columnName(field), 't')
  const compared = plainText ? sql`sedno_fold(${column})` : column
  const rows = await ctx.db.rows<{ id: string; value: string }>(sql`
    select t.id, w.value from unnest(${[...new Set(wanted.map(({ value }) => value))]}::text[]) as w(value)
    join ${visible(ctx, target)} t on ${compared} = w.value order by t.id`)
  const byValue = Map.groupBy(rows, ({ value }) => value)
  for (const { text, value } of wanted) {
    const ids = byValue.get(value)?.map(({ id }) => id)
    if (ids !== undefined) found.set(text, ids)
  }
  return found
}

async function idsThere(ctx: Ctx, target: string, texts: readonly string[]): Promise<Map<string, string[]>> {
  const ids = texts.filter(isUuid).map((text) => text.toLowerCase())
  const rows = await ctx.db.rows<{ id: string }>(sql`select ${name('t', 'id')} from ${visible(ctx, target)} t where t.id = any(${ids}::uuid[])`)
  const there = new Set(rows.map(({ id }) => id))
  return new Map(texts.filter((text) => there.has(text.toLowerCase())).map((text) => [text, [text.toLowerCase()]]))
}
