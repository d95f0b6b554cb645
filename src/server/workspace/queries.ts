import { raw, sql, type Sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import type { Db } from '../kernel/db/database.ts'

export interface ViewRow {
  id: string
  version: number
  object: string
  name: string
  scope: 'own' | 'shared' | 'role'
  owner: string | null
  roles: string[]
  settings: Record<string, unknown>
  position: number
}

const columns = raw('id, version, object, name, scope, owner, roles, settings, position')

/** Own views, those shared with everyone, those of a role the caller holds. */
const reachable = (ctx: Ctx): Sql => sql`(owner = ${ctx.who.userId} or scope = 'shared' or (scope = 'role' and (${ctx.who.all} or roles && (select roles from "user" where id = ${ctx.who.userId}))))`

export const viewsOf = (ctx: Ctx, object: string): Promise<ViewRow[]> =>
  ctx.db.rows<ViewRow>(sql`select ${columns} from saved_view where object = ${object} and ${reachable(ctx)} order by position, name, id`)

export const viewById = async (ctx: Ctx, id: string): Promise<ViewRow | null> =>
  (await ctx.db.rows<ViewRow>(sql`select ${columns} from saved_view where id = ${id} and ${reachable(ctx)}`))[0] ?? null

export const draftOf = async (ctx: Ctx, object: string, key: string): Promise<{ values: Record<string, unknown>; updatedAt: string } | null> =>
  (await ctx.db.rows<{ values: Record<string, unknown>; updatedAt: string }>(
    sql`select "values", updated_at as "updatedAt" from draft where user_id = ${ctx.who.userId} and object = ${object} and key = ${key}`,
  ))[0] ?? null

/** People who said within the last minute that they look at the record, the caller left out. */
export const othersAt = (ctx: Ctx, object: string, id: string): Promise<{ id: string; name: string }[]> =>
  ctx.db.rows(sql`select u.id, u.name from presence p join "user" u on u.id = p.user_id
    where p.object = ${object} and p.record = ${id} and p.user_id <> ${ctx.who.userId} and p.seen_at > ${ctx.now}::timestamptz - interval '60 seconds'
    order by u.name limit 20`)

/** Those made for others, whoever asks. */
export const sharedViews = (db: Db): Promise<ViewRow[]> => db.rows<ViewRow>(sql`select ${columns} from saved_view where scope <> 'own' order by object, position, name, id`)
