import { refuse, RefusalError } from '../../contract/refusal.ts'
import { sql } from '../../expression/sql.ts'
import { mayVerb } from '../kernel/access/row-rule.ts'
import type { Ctx } from '../kernel/context.ts'
import { newId } from '../kernel/db/uuid7.ts'
import { tellLater } from '../kernel/events/notify.ts'
import { one } from '../kernel/query/one.ts'
import type { SavedView } from './contract.ts'
import { othersAt, viewById, type ViewRow } from './queries.ts'
import { mayChangeView, whyNotScope } from './rules.ts'
import { refusals } from './texts.ts'
import { asNow } from './views/rules.ts'

type ViewInput = Partial<Omit<SavedView, 'id' | 'version' | 'mine' | 'mayChange'>>

export function shownView(ctx: Ctx, row: ViewRow): SavedView {
  const { settings, owner, ...rest } = row
  return { ...asNow(ctx, row.object, settings), ...rest, mine: owner === ctx.who.userId, mayChange: mayChangeView(ctx.who, row) } as SavedView
}

const settingsOf = ({ object: _o, name: _n, scope: _s, roles: _r, position: _p, ...settings }: ViewInput) => settings

export async function saveView(ctx: Ctx, view: ViewInput): Promise<SavedView> {
  if (!ctx.registry.objects.has(view.object!) || !mayVerb(ctx, view.object!, 'read')) refuse('unknown_object', refusals.noObject, { field: 'object', status: 404, values: { name: view.object } })
  const why = whyNotScope(ctx.who, view.scope!)
  if (why !== null) throw new RefusalError([why], 403)
  const id = newId()
  await ctx.db.rows(sql`insert into saved_view (id, version, object, name, scope, owner, roles, settings, position)
    values (${id}, 1, ${view.object}, ${view.name}, ${view.scope}, ${ctx.who.userId}, ${view.roles ?? []}, ${JSON.stringify(settingsOf(view))}::jsonb, ${view.position ?? 1000})`)
  return shownView(ctx, (await viewById(ctx, id))!)
}

async function changeable(ctx: Ctx, id: string): Promise<ViewRow> {
  const row = await viewById(ctx, id)
  if (row === null) return refuse('view.gone', refusals.viewGone, { status: 404 })
  if (!mayChangeView(ctx.who, row)) refuse('view.not_yours', refusals.viewNotYours, { status: 403 })
  return row
}

export async function alterView(ctx: Ctx, id: string, given: ViewInput & { version: number }): Promise<SavedView> {
  const row = await changeable(ctx, id)
  const { version, ...change } = given
  const why = whyNotScope(ctx.who, change.scope ?? row.scope)
  if (why !== null) throw new RefusalError([why], 403)
  const changed = await ctx.db.rows(sql`update saved_view set version = version + 1, name = ${change.name ?? row.name}, scope = ${change.scope ?? row.scope},
    roles = ${change.roles ?? row.roles}, position = ${change.position ?? row.position}, settings = settings || ${JSON.stringify(settingsOf(change))}::jsonb
    where id = ${id} and version = ${version} returning id`)
  if (changed.length === 0) refuse('stale', refusals.viewStale, { status: 409 })
  return shownView(ctx, (await viewById(ctx, id))!)
}

export async function dropView(ctx: Ctx, id: string): Promise<null> {
  await changeable(ctx, id)
  await ctx.db.rows(sql`delete from saved_view where id = ${id}`)
  return null
}

const draftLimit = 2_000_000
/** Of one person; the oldest go, which nobody comes back to. */
const mostDrafts = 200

export async function storeDraft(ctx: Ctx, place: { object: string; key: string }, values: Record<string, unknown>): Promise<null> {
  const text = JSON.stringify(values)
  if (text.length > draftLimit) refuse('draft.too_large', refusals.draftTooLarge, { status: 413 })
  await ctx.db.rows(sql`insert into draft (user_id, object, key, "values", updated_at) values (${ctx.who.userId}, ${place.object}, ${place.key}, ${text}::jsonb, ${ctx.now})
    on conflict (user_id, object, key) do update set "values" = excluded."values", updated_at = excluded.updated_at`)
  await ctx.db.rows(sql`delete from draft where user_id = ${ctx.who.userId} and (object, key) in
    (select object, key from draft where user_id = ${ctx.who.userId} order by updated_at desc, object, key offset ${mostDrafts})`)
  return null
}

export async function forgetDraft(ctx: Ctx, place: { object: string; key: string }): Promise<null> {
  await ctx.db.rows(sql`delete from draft where user_id = ${ctx.who.userId} and object = ${place.object} and key = ${place.key}`)
  return null
}

/** Notes that the caller looks at the record and says who else does, who hear of it at once. A record he may not see is not there. */
export async function lookAtRecord(ctx: Ctx, at: { object: string; id: string; leaving?: boolean | undefined }): Promise<{ others: { id: string; name: string }[] }> {
  const record = await one(ctx, at.object, at.id, { columns: ['id'] })
  if (record === null) return { others: [] }
  const isNews = at.leaving ? await lookAway(ctx, at) : await lookOn(ctx, at)
  const others = await othersAt(ctx, at.object, at.id)
  if (isNews && others.length > 0) tellLater(ctx.db, { kind: 'presence', to: others.map((other) => other.id), id: at.id })
  return { others }
}

/** True: he was not there a moment ago. */
async function lookOn(ctx: Ctx, { object, id }: { object: string; id: string }): Promise<boolean> {
  const [before] = await ctx.db.rows<{ recent: boolean }>(sql`
    with before as (select seen_at from presence where user_id = ${ctx.who.userId} and object = ${object} and record = ${id}),
    noted as (insert into presence (user_id, object, record, seen_at) values (${ctx.who.userId}, ${object}, ${id}, ${ctx.now})
      on conflict (object, record, user_id) do update set seen_at = excluded.seen_at)
    select seen_at > ${ctx.now}::timestamptz - interval '60 seconds' as recent from before`)
  return before?.recent !== true
}

async function lookAway(ctx: Ctx, { object, id }: { object: string; id: string }): Promise<boolean> {
  return (await ctx.db.rows(sql`delete from presence where user_id = ${ctx.who.userId} and object = ${object} and record = ${id} returning record`)).length > 0
}
