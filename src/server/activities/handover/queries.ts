import { and, raw, sql, type Sql } from '../../../expression/sql.ts'
import { startOfDay } from '../../../expression/calendar.ts'
import { addDays } from '../../../fields/days.ts'
import { program } from '../../kernel/access/who.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { HandOver } from './contract.ts'

export interface Counts {
  tasks: number
  overdue: number
  meetings: number
  recurring: number
  total: number
  narrowed: number
}

type Asked = Pick<HandOver, 'from' | 'which' | 'since' | 'until'>

const all = (ctx: Ctx): Sql => visible({ ...ctx, who: program }, 'activity')
const narrowed = raw(`(v.private is true or coalesce(cardinality(v.restricted_to), 0) > 0)`)
const isRecurring = raw('(v.recurrence is not null and v.start is not null)')

/** Open work: what is not done, and of the calendar what is still to come. */
function workOf(ctx: Ctx, { from, which, since, until }: Asked): Sql {
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const toCome = sql`(v.start is null or v.start >= ${now} or (${isRecurring} and (v.recurs_until is null or v.recurs_until > ${now})))`
  const moment = sql`coalesce(v.start, v.due)`
  const first = since === undefined ? null : startOfDay(since, ctx.timeZone)
  const beyond = until === undefined ? null : startOfDay(addDays(until, 1)!, ctx.timeZone)
  // Somebody who is away for some days keeps his series: they go on when he is back.
  const days = [...(first === null ? [] : [sql`${moment} >= ${first}::timestamptz`]), ...(beyond === null ? [] : [sql`${moment} < ${beyond}::timestamptz and not ${isRecurring}`])]
  const ahead = which === 'future' && first === null ? [sql`${moment} >= ${now}`] : []
  return and([sql`v.owner = ${from}::uuid`, sql`v.done_at is null`, toCome, ...days, ...ahead])
}

export async function countsOf(ctx: Ctx, asked: Asked): Promise<Counts> {
  const [row] = await ctx.db.rows<Counts>(sql`
    select count(*) filter (where not ${narrowed} and v.start is null)::int as tasks, count(*) filter (where not ${narrowed} and v.due < ${ctx.now.toISOString()})::int as overdue,
      count(*) filter (where not ${narrowed} and v.start is not null and not ${isRecurring})::int as meetings, count(*) filter (where not ${narrowed} and ${isRecurring})::int as recurring,
      count(*) filter (where not ${narrowed})::int as total, count(*) filter (where ${narrowed})::int as narrowed
    from ${all(ctx)} v where ${workOf(ctx, asked)}`)
  return row!
}

export async function delegatedOpen(ctx: Ctx, id: string): Promise<number> {
  const [row] = await ctx.db.rows<{ count: number }>(sql`select count(*)::int as count from ${all(ctx)} v where v.delegated_by = ${id}::uuid and v.owner is distinct from ${id}::uuid and v.done_at is null and not ${narrowed}`)
  return row!.count
}

/** Who gets which: the one named, or the customer's own owner where he works here and is another. */
export async function givenTo(ctx: Ctx, { to, ...asked }: HandOver): Promise<{ id: string; to: string | null }[]> {
  const target = to === undefined ? sql`u.id` : sql`${to}::uuid`
  const customers = to === undefined ? sql`left join company c on c.id = v.company and c.deleted_at is null left join "user" u on u.id = c.owner and u.active and u.deleted_at is null and u.id <> ${asked.from}::uuid` : raw('')
  return ctx.db.rows(sql`select v.id, ${target} as to from ${all(ctx)} v ${customers} where ${workOf(ctx, asked)} and not ${narrowed} order by v.id`)
}

export async function personOf(ctx: Ctx, id: string): Promise<{ name: string; active: boolean } | null> {
  const [row] = await ctx.db.rows<{ name: string; active: boolean }>(sql`select v.name, coalesce(v.active, false) as active from ${visible(ctx, 'user')} v where v.id = ${id}::uuid`)
  return row ?? null
}
