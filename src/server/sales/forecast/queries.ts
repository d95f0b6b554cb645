import { sql } from '../../../expression/sql.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import { matching } from '../../kernel/query/matching.ts'
import type { OpenDeal, Past } from './rules.ts'

/** As far back as the last so many closed deals: a firm changes, and older ones tell of another. */
const mostHistory = 8_000

export interface Facts {
  /** Open deals with a worth. */
  open: OpenDeal[]
  past: Past[]
  /** Closed deals that the past is made of, each once. */
  ended: { won: number; lost: number }
}

/** Small, middle and great are thirds of what closed deals were worth; a deal counts in each stage that it stood in, from its first day there. */
export async function factsOf(ctx: Ctx, { open, closed, today }: { open: string; closed: string; today: string }): Promise<Facts> {
  const closing = sql`(select d.id, d.owner, d.state, d.amount_base, d.closed_on from ${matching(ctx, 'opportunity', closed)} d order by d.closed_on desc, d.id limit ${mostHistory})`
  const bounds = sql`(select percentile_disc(array[0.3333, 0.6667]) within group (order by b.amount_base) as of from ${closing} b)`
  const [past, [ended], deals] = await Promise.all([
    ctx.db.rows<Past>(sql`
      with ended as materialized (select e.* from ${closing} e), bounds as materialized (select percentile_disc(array[0.3333, 0.6667]) within group (order by amount_base) as of from ended),
      stays as (select y.opportunity, y.stage, min(y.since) as since, min(y.expected_on) as expected_on from stage_stay y join ended e on e.id = y.opportunity where y.deleted_at is null group by y.opportunity, y.stage)
      select s.stage, e.state = 'won' as won, e.owner, case when e.amount_base is null then 1 else width_bucket(e.amount_base, b.of) end as size,
             greatest(0, e.closed_on - (s.since at time zone ${ctx.timeZone}::text)::date) as "daysTaken", e.closed_on - s.expected_on as "daysLate", extract(year from e.closed_on) || '-Q' || extract(quarter from e.closed_on) as quarter, count(*)::int as count
        from ended e join stays s on s.opportunity = e.id cross join bounds b group by 1, 2, 3, 4, 5, 6, 7`),
    ctx.db.rows<Facts['ended']>(sql`select (count(*) filter (where e.state = 'won'))::int as won, (count(*) filter (where e.state = 'lost'))::int as lost from ${closing} e`),
    ctx.db.rows<OpenDeal>(sql`
      with bounds as materialized ${bounds}
      select d.stage, d.owner, coalesce(width_bucket(d.amount_base, b.of), 1) as size, d.amount_base::float8 as worth, greatest(0, ${today}::date - (d.stage_since at time zone ${ctx.timeZone}::text)::date) as "daysIn", d.expected_on - ${today}::date as "daysAhead"
        from ${matching(ctx, 'opportunity', open)} d cross join bounds b where d.amount_base > 0 order by d.owner, d.id`),
  ])
  return { open: deals, past, ended: ended! }
}

export interface Sum {
  owner: string | null
  ownerName: string | null
  /** From 0; one more than there are: later than all of them; null: no day. */
  period: number | null
  kind: 'won' | 'commit' | 'bestCase' | 'pipeline' | 'omitted'
  count: number
  amount: string | null
  weighted: string | null
  overdue: number
  overdueAmount: string | null
  withoutAmount: number
}

/** Won in the periods and open, by person, period and category. `starts`: first days of the periods, and the day after the last. */
export const sumsOf = (ctx: Ctx, { deals, starts, today }: { deals: string; starts: readonly string[]; today: string }): Promise<Sum[]> => ctx.db.rows<Sum>(sql`
  select d.owner, u.name as "ownerName", case when d.state = 'open' and d.expected_on is null then null when d.state = 'open' then greatest(width_bucket(d.expected_on, ${starts}::date[]) - 1, 0) else width_bucket(d.closed_on, ${starts}::date[]) - 1 end as period,
         case when d.state = 'won' then 'won' else coalesce(d.category, 'pipeline') end as kind, count(*)::int as count, sum(d.amount_base)::text as amount,
         (sum(d.amount_base * d.probability / 100) filter (where d.state = 'open'))::text as weighted,
         (count(*) filter (where d.state = 'open' and d.expected_on < ${today}::date))::int as overdue, (sum(d.amount_base) filter (where d.state = 'open' and d.expected_on < ${today}::date))::text as "overdueAmount",
         (count(*) filter (where d.state = 'open' and d.amount_base is null))::int as "withoutAmount"
    from ${matching(ctx, 'opportunity', deals)} d left join ${visible(ctx, 'user')} u on u.id = d.owner group by 1, 2, 3, 4`)
