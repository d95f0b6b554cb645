import { name, raw, sql, type Sql } from '../../../expression/sql.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import { matching } from '../../kernel/query/matching.ts'
import { mostTimed, type Dimension } from '../contract.ts'

export interface Counted {
  count: number
  /** Of those with a known worth. */
  valued: number
  amount: string | null
  margin: string | null
  /** From the first day to the closing day, together. */
  days: number
  /** With an amount, but no rate. */
  withoutRate: number
}
export interface ByStage extends Counted {
  furthest: string | null
  stage: string | null
  state: string
}
export interface ByMonth extends Counted {
  month: string
  state: string
}
export interface ByReason extends Counted {
  reason: string | null
}

const local = (ctx: Ctx, moment: Sql): Sql => sql`(${moment} at time zone ${ctx.timeZone}::text)`

const marginBase = sql`case when d.margin_currency = d.amount_currency and d.amount_amount <> 0 then d.margin_amount * d.amount_base / d.amount_amount end`

const counted = (ctx: Ctx): Sql => sql`count(*)::int as count, count(d.amount_base)::int as valued, sum(d.amount_base)::text as amount, sum(${marginBase})::text as margin,
  coalesce(sum(d.closed_on - ${local(ctx, sql`d.created_at`)}::date), 0)::int as days,
  (count(*) filter (where d.amount_amount is not null and d.amount_base is null))::int as "withoutRate"`

type Row = Counted & { furthest: string | null; stage: string | null; state: string | null; month: string | null; reason: string | null; what: number }

/**
 * All that the funnel counts of deals, in one reading of them: into small heaps first, in no order, since sorting every deal by its month
 * costs more than all the rest. OFFSET 0 keeps PostgreSQL from working the local time out once for each place it stands in.
 */
export async function countsOf(ctx: Ctx, where: string): Promise<{ stages: ByStage[]; months: ByMonth[]; reasons: ByReason[] }> {
  const deals = sql`select o.furthest, o.stage, o.state, o.lost_reason, o.closed_on, o.amount_amount, o.amount_currency, o.amount_base, o.margin_amount, o.margin_currency, ${local(ctx, sql`o.created_at`)} as began
    from ${matching(ctx, 'opportunity', where)} o offset 0`
  const heaps = sql`
    select d.furthest, d.stage, d.state, d.lost_reason, date_trunc('month', d.began) as month, count(*) as count, count(d.amount_base) as valued, sum(d.amount_base) as amount, sum(${marginBase}) as margin,
           sum(d.closed_on - d.began::date) as days, count(*) filter (where d.amount_amount is not null and d.amount_base is null) as without_rate
      from (${deals}) d group by 1, 2, 3, 4, 5`
  const rows = await ctx.db.rows<Row>(sql`
    select furthest, stage, state, to_char(month, 'YYYY-MM') as month, lost_reason as reason, grouping(stage, month, lost_reason) as what, sum(count)::int as count, sum(valued)::int as valued,
           sum(amount)::text as amount, sum(margin)::text as margin, coalesce(sum(days), 0)::int as days, sum(without_rate)::int as "withoutRate"
      from (${heaps}) heap group by grouping sets ((furthest, stage, state), (month, state), (state, lost_reason))`)
  return {
    stages: rows.filter(({ what }) => what === 3) as ByStage[],
    months: (rows.filter(({ what }) => what === 5) as ByMonth[]).toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    reasons: rows.filter(({ what, state }) => what === 6 && state === 'lost'),
  }
}

export interface Stays {
  stage: string
  hours: number
  count: number
}

/** How long the newest of these deals stayed in stages that they left: by whole hours, so that a median needs no sorting of all stays. */
export const staysOf = (ctx: Ctx, where: string, pipeline: string): Promise<Stays[]> => ctx.db.rows<Stays>(sql`
  with newest as materialized (select d.id from ${matching(ctx, 'opportunity', where)} d order by d.created_at desc, d.id desc limit ${mostTimed})
  select y.stage, ((date_part('epoch', y.until) - date_part('epoch', y.since)) / 3600)::int as hours, count(*)::int as count
    from stage_stay y join newest d on d.id = y.opportunity
   where y.pipeline = ${pipeline}::uuid and y.until is not null and y.deleted_at is null group by 1, 2`)

/** Done activities on these deals that the caller may see. */
export async function activitiesOn(ctx: Ctx, where: string): Promise<number> {
  const [row] = await ctx.db.rows<{ count: number }>(sql`
    select count(*)::int as count from ${visible(ctx, 'activity')} a join ${matching(ctx, 'opportunity', where)} d on d.id = a.opportunity where a.state = 'done' and a.opportunity is not null`)
  return row!.count
}

export interface ByDimension extends Counted {
  key: string | null
  name: string | null
  state: string
}

/** Deals by what they are compared by; one that belongs to several (teams, product groups) counts in each. */
export function byDimension(ctx: Ctx, where: string, { by, basis }: { by: Dimension; basis: 'created' | 'closed' }): Promise<ByDimension[]> {
  const { key, called, joins } = dimensionOf(ctx, by, basis)
  return ctx.db.rows<ByDimension>(sql`
    select ${key}::text as key, ${called}::text as name, d.state, ${counted(ctx)}
      from ${matching(ctx, 'opportunity', where)} d ${joins} group by 1, 2, d.state`)
}

function dimensionOf(ctx: Ctx, by: Dimension, basis: 'created' | 'closed'): { key: Sql; called: Sql; joins: Sql } {
  const none = sql``
  const day = basis === 'closed' ? sql`d.closed_on` : sql`${local(ctx, sql`d.created_at`)}::date`
  const linked = (object: string, column: string) => ({ key: sql`v.id`, called: sql`v.name`, joins: sql`left join ${visible(ctx, object)} v on v.id = ${name('d', column)}` })
  const plain = (value: Sql) => ({ key: value, called: value, joins: none })
  const kinds: Record<Dimension, () => { key: Sql; called: Sql; joins: Sql }> = {
    owner: () => linked('user', 'owner'),
    method: () => linked('salesMethod', 'method'),
    team: () => ({ key: sql`v.id`, called: sql`v.name`, joins: sql`left join ${visible(ctx, 'user')} u on u.id = d.owner left join lateral unnest(u.teams) as m(id) on true left join ${visible(ctx, 'team')} v on v.id = m.id` }),
    productGroup: () => ({ key: sql`v.id`, called: sql`v.name`, joins: sql`left join lateral (select distinct p."group" from ${visible(ctx, 'opportunityLine')} l join ${visible(ctx, 'product')} p on p.id = l.product where l.opportunity = d.id) g on true left join ${visible(ctx, 'productGroup')} v on v.id = g."group"` }),
    source: () => plain(sql`d.source`),
    market: () => plain(sql`d.market`),
    // raw is safe: patterns are constants.
    month: () => plain(sql`to_char(${day}, ${raw(`'YYYY-MM'`)})`),
    quarter: () => plain(sql`to_char(${day}, ${raw(`'YYYY-"Q"Q'`)})`),
  }
  return kinds[by]()
}
