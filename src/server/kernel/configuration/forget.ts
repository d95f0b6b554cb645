/** What was removed can be brought back for thirty days; then its columns and tables go, and its values with them. */
import type { Item } from '../../../contract/configuration.ts'
import { name, raw, sql } from '../../../expression/sql.ts'
import { serverOf } from '../../../fields/servers.ts'
import type { Ctx } from '../context.ts'
import { snakeCase, tableName } from '../metadata/naming.ts'
import { lockBriefly, patiently } from './columns.ts'
import { compose } from './compose.ts'
import { lockConfiguration, readItems } from './items.ts'
import { liveRegistryOf } from './live.ts'

export const keptDays = 30

/** Gives how many items were forgotten. */
export async function forgetRemoved(ctx: Ctx): Promise<{ forgotten: number }> {
  const until = new Date(ctx.now.getTime() - keptDays * 86_400_000).toISOString()
  const { items } = await readItems(ctx.db)
  const due = items.filter((item) => item.removedAt !== null && item.removedAt !== undefined && new Date(item.removedAt).toISOString() < until)
  for (const item of due) await patiently(() => ctx.db.transaction(async (tx) => {
    await lockConfiguration(tx)
    const [still] = await tx.rows(sql`select 1 from configuration_item where kind = ${item.kind} and id = ${item.id} and removed_at < ${until}::timestamptz`)
    if (still === undefined) return
    await tx.rows(lockBriefly)
    // raw is safe: names made by naming.ts from ids the registry allowed.
    for (const statement of statementsFor(ctx, item, items)) await tx.rows(raw(statement))
    await tx.rows(sql`delete from configuration_item where kind = ${item.kind} and id = ${item.id}`)
    // Nothing of it may wait for another object that gets its name.
    if (item.kind === 'object') await tx.rows(sql`delete from configuration_item where (kind in ('field', 'layout') and body ->> 'object' = ${item.id}) or (kind = 'objectChange' and id = ${item.id})`)
  }))
  return { forgotten: due.length }
}

function statementsFor(ctx: Ctx, item: Item, items: readonly Item[]): string[] {
  if (item.kind === 'object') return [`drop table if exists ${quoted(`x_${snakeCase(item.id)}`)} cascade`]
  if (item.kind !== 'field' || item.body.formula !== undefined && item.body.computed === 'live') return []
  // Its object as it would be with the field: the type knows which columns it has.
  const composed = compose(liveRegistryOf(ctx.db)?.code ?? [], items.map((each) => (each === item ? { ...each, removedAt: null } : each)))
  const object = composed.find((each) => each.id === item.body.object)
  const field = object?.fields.find((each) => each.id === item.id)
  if (object === undefined || field === undefined) return []
  return serverOf(field).columns(field, field.column!).map((column) => `alter table ${quoted(tableName(object))} drop column if exists ${quoted(column.name)}`)
}

const quoted = (identifier: string): string => name(identifier).pieces[0]!
