/** What lay in the trash for 30 days is gone for good, with its history: nothing of it can be read any more, only that it was. */
import type { FieldDefinition, ObjectDefinition, Values } from '../../../contract/definition.ts'
import { name, sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { columnName, tableName } from '../metadata/naming.ts'
import { newId } from '../db/uuid7.ts'
import { restoring } from './bring-back.ts'
import { readWhere } from './current.ts'
import { layoutOf } from './layout.ts'
import { startWriting } from './writing.ts'
import { trashDays } from './trash-list.ts'

const lotSize = 200

/** Every object's expired records, in small transactions; run by the program. Gives how many went. */
export async function purgeExpired(ctx: Ctx): Promise<number> {
  let count = 0
  for (const object of ctx.registry.objects.values()) {
    for (let went = lotSize; went === lotSize; count += went) went = await ctx.db.transaction((db) => purgeLot({ ...ctx, db }, object))
  }
  return count
}

async function purgeLot(ctx: Ctx, object: ObjectDefinition): Promise<number> {
  const table = name(tableName(object))
  const expired = await ctx.db.rows<{ id: string }>(sql`
    select id from ${table} where deleted_at < ${ctx.now.toISOString()}::timestamptz - make_interval(days => ${trashDays}) order by deleted_at limit ${lotSize} for update skip locked`)
  return purge(ctx, object, expired.map(({ id }) => id))
}

/** Removes these records of the trash now. Links to them are cleared, ids in lists of links taken out, with history. */
export async function purge(ctx: Ctx, object: ObjectDefinition, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  for (const { object: from, field } of linksTo(ctx, object)) await clearLinks(ctx, from, field, ids)
  const { origin, trace, who, now } = ctx
  const rows = ids.map((id) => ({ id, history: newId() }))
  const gone = await ctx.db.rows(sql`
    with gone as (delete from ${name(tableName(object))} where id = any(${ids}::uuid[]) and deleted_at is not null returning id, version),
    forgotten as (delete from history h using gone g where h.object = ${object.name} and h.record = g.id),
    told as (
      insert into history (id, at, by, object, record, version, verb, changes, operation, via, trace)
      select r.history, ${now.toISOString()}::timestamptz, ${who.userId}::uuid, ${object.name}, g.id, g.version + 1, 'purge', '{}', null, ${origin.via}, ${trace}
      from gone g join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, history uuid) on r.id = g.id
    ),
    sent as (
      insert into outbox (at, object, record, version, verb, fields, by)
      select ${now.toISOString()}::timestamptz, ${object.name}, g.id, g.version + 1, 'purge', '{}', ${who.userId}::uuid from gone g
    )
    select id from gone`)
  return gone.length
}

type LinkField = FieldDefinition<'link' | 'links'>

function linksTo(ctx: Ctx, object: ObjectDefinition): { object: ObjectDefinition; field: LinkField }[] {
  const owners = object.name !== 'user' ? [] : [...ctx.registry.objects.values()].filter(({ access }) => access.kind === 'owned')
  return [...ctx.registry.reverse(object.name), ...owners.map((owned) => ({ object: owned, field: ctx.registry.field(owned.name, 'owner') as LinkField }))]
}

/** Records in the trash too: the database would refuse to let go of what they point to. */
async function clearLinks(ctx: Ctx, from: ObjectDefinition, field: LinkField, ids: readonly string[]): Promise<void> {
  const layout = layoutOf(ctx.registry, from.name)
  const column = name('t', columnName(field))
  const pointing = field.type === 'links' ? sql`${column} && ${ids}::uuid[]` : sql`${column} = any(${ids}::uuid[])`
  const gone = new Set(ids)
  for (;;) {
    const current = await readWhere(ctx, layout, pointing, { limit: 1_000 })
    if (current.size === 0) return
    const wanted = [...current.values()].map((before) => ({ before, values: { [field.name]: without(before.values[field.name], gone) } as Values }))
    await restoring(startWriting(ctx, from.name, 'change'), wanted)
  }
}

function without(value: unknown, gone: ReadonlySet<string>): unknown {
  if (!Array.isArray(value)) return null
  const left = value.filter((id) => !gone.has(String(id)))
  return left.length === 0 ? null : left
}
