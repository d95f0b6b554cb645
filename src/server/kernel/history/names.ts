/** Names of records by id, for whoever shows ids kept elsewhere than in a link: history, trash, runs. */
import type { LinkValue } from '../../../contract/records.ts'
import { name, sql } from '../../../expression/sql.ts'
import { fieldAccess } from '../access/field-access.ts'
import { visible } from '../access/visible.ts'
import type { Ctx } from '../context.ts'
import { isId } from '../db/uuid7.ts'
import { columnName } from '../metadata/naming.ts'
import { prepare } from '../records/statements/prepare.ts'

/** Those the caller may not see, or that are not there (any more), are missing. */
export async function namesOf(ctx: Ctx, object: string, ids: readonly string[]): Promise<Map<string, LinkValue>> {
  const asked = [...new Set(ids.filter(isId))]
  const definition = ctx.registry.objects.get(object)
  if (asked.length === 0 || definition === undefined) return new Map()
  const field = definition.fields.find((each) => each.name === definition.nameField)!
  const readable = fieldAccess(ctx, object, field.name) !== 'none'
  const column = readable ? sql`v.${name(columnName(field))}::text` : sql`''`
  const rows = await prepare<{ id: string; name: string | null }>(ctx.db, sql`select v.id, ${column} as name from ${visible(ctx, object)} v where v.id = any(${asked}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, { id, name: name ?? '' }]))
}
