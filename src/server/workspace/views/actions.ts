/** Views that were made for others are part of the configuration; what a person made for himself is not. */
import { sql } from '../../../expression/sql.ts'
import { refusal, RefusalError } from '../../../contract/refusal.ts'
import type { Use, UsesSource } from '../../kernel/configuration/uses.ts'
import type { ConfigurationPart, PartEntry } from '../../kernel/configuration/parts.ts'
import { parseWith } from '../../kernel/http/parameters.ts'
import type { Ctx } from '../../kernel/context.ts'
import { sharedView } from '../contract.ts'
import { sharedViews } from '../queries.ts'
import { refusals } from '../texts.ts'

const views: ConfigurationPart = {
  name: 'views',
  async read({ db }) {
    return (await sharedViews(db)).map(({ id, version: _, owner: __, settings, ...view }): PartEntry => ({ id, body: { ...view, ...settings } }))
  },
  async apply(ctx, entries, remove) {
    await ctx.db.rows(sql`delete from saved_view where id = any(${remove}::uuid[]) and scope <> 'own'`)
    for (const { id, body } of entries) await put(ctx, id, body)
  },
}
export const parts = [views]

async function put(ctx: Ctx, id: string, body: Record<string, unknown>): Promise<void> {
  const { object, name, scope, roles = [], position = 1000, ...settings } = parseWith(sharedView, body, ctx.language)!
  if (!ctx.registry.objects.has(object)) throw new RefusalError([refusal('unknown_object', refusals.noObject, { field: `views ${id}`, values: { name: object } })])
  await ctx.db.rows(sql`insert into saved_view (id, version, object, name, scope, owner, roles, settings, position)
    values (${id}, 1, ${object}, ${name}, ${scope}, ${ctx.who.userId}, ${roles}, ${JSON.stringify(settings)}::jsonb, ${position})
    on conflict (id) do update set version = saved_view.version + 1, object = excluded.object, name = excluded.name, scope = excluded.scope, roles = excluded.roles,
      settings = excluded.settings, position = excluded.position`)
}

/** Everybody's views count: a change under them would leave somebody with a list that cannot be asked. */
export const uses: UsesSource = async (db) =>
  (await db.rows<{ object: string; name: string; where: string }>(sql`select object, name, settings->>'where' as where from saved_view where coalesce(settings->>'where', '') <> ''`))
    .map(({ object, name, where }): Use => ({ place: `„${name}”`, object, expression: where }))
