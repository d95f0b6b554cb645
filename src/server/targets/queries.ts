import { and, join, name, sql, type Sql } from '../../expression/sql.ts'
import { canRead } from '../kernel/access/field-access.ts'
import { visible } from '../kernel/access/visible.ts'
import type { Ctx } from '../kernel/context.ts'
import { todayIn } from '../kernel/records/conditions.ts'
import type { Dimension, Plan } from './contract.ts'
import type { Span } from './rules.ts'

export type KeptPlan = Omit<Plan, 'currency' | 'mayChange'>

export const plansOf = (ctx: Ctx, id: string | null = null): Promise<KeptPlan[]> => ctx.db.rows<KeptPlan>(sql`
  select p.id, p.name, p.year::int as year, p.measure, p.period, coalesce(p.dimensions, '{}') as dimensions, p.activity_type as "activityType", p.active
  from ${visible(ctx, 'targetPlan')} p where ${id === null ? sql`true` : sql`p.id = ${id}`} order by p.year desc, p.active desc, cardinality(coalesce(p.dimensions, '{}')), p.measure <> 'value', p.name, p.id`)

export interface TargetRow {
  id: string
  version: number
  month: string
  value: string
  owner: string | null
  team: string | null
  productGroup: string | null
  region: string | null
  market: string | null
  customerGroup: string | null
  territory: string | null
}

/** Those the person may see. */
export const targetsOf = (ctx: Ctx, plan: string): Promise<TargetRow[]> => ctx.db.rows<TargetRow>(sql`
  select t.id, t.version, t.month::text as month, t.value::text as value, t.owner, t.team, t.product_group as "productGroup", nullif(t.region, '') as region, nullif(t.market, '') as market, t.customer_group as "customerGroup", t.territory
  from ${visible(ctx, 'target')} t where t.plan = ${plan} order by t.month, t.id`)

export interface Person {
  id: string
  name: string
  superior: string | null
  teams: string[]
  active: boolean
}
export const peopleOf = (ctx: Ctx): Promise<Person[]> => ctx.db.rows<Person>(sql`select u.id, u.name, u.superior, coalesce(u.teams, '{}') as teams, u.active from ${visible(ctx, 'user')} u order by u.name, u.id`)

export interface TreeItem {
  id: string
  name: string
  parent: string | null
}
export const treeOf = (ctx: Ctx, object: 'productGroup' | 'territory'): Promise<TreeItem[]> => ctx.db.rows<TreeItem>(sql`select v.id, v.name, v.parent from ${visible(ctx, object)} v order by v.name, v.id`)
export const namedOf = (ctx: Ctx, object: 'team' | 'customerGroup'): Promise<{ id: string; name: string }[]> => ctx.db.rows(sql`select v.id, v.name from ${visible(ctx, object)} v order by v.name, v.id`)

/** What was sold, or done, and what is open, of one month, person and set of dimensions. */
export interface Fact {
  month: string
  owner: string | null
  productGroup: string | null
  region: string | null
  market: string | null
  customerGroup: string | null
  territory: string | null
  realised: string
  /** By its probability. */
  open: string
}

/** The fields that a measure is made of; whoever may not read one of them sees no plan of it. */
export function readsMeasure(ctx: Ctx, { measure, dimensions }: Pick<Plan, 'measure' | 'dimensions'>): boolean {
  const opportunity = ['owner', 'state', 'closedOn', 'expectedOn', 'probability', ...(measure === 'margin' ? ['margin'] : measure === 'value' ? ['amountBase'] : [])]
  const line = ['product', ...(measure === 'margin' ? ['margin'] : measure === 'quantity' ? ['quantity'] : ['amount'])]
  const needed: Record<string, readonly string[]> = measure === 'activities' ? { activity: ['owner', 'type', 'state', 'doneAt', 'moment'] } : { opportunity, ...(isByLine({ measure, dimensions }) ? { opportunityLine: line } : {}) }
  return Object.entries(needed).every(([object, fields]) => fields.every((field) => canRead(ctx, object, field)))
}

/** Product groups, and quantities, are known of lines alone. */
export const isByLine = ({ measure, dimensions }: Pick<Plan, 'measure' | 'dimensions'>): boolean => measure === 'quantity' || dimensions.includes('productGroup')

/** One statement for a measure, over what the person may see, by month, person and the plan's dimensions. */
export function factsOf(ctx: Ctx, plan: KeptPlan, span: Span): Promise<Fact[]> {
  return ctx.db.rows<Fact>(plan.measure === 'activities' ? activityFacts(ctx, plan, span) : salesFacts(ctx, plan, span))
}

const ofCompany: Partial<Record<Dimension, { field: string; column: Sql }>> = {
  region: { field: 'region', column: sql`c.region` }, customerGroup: { field: 'group', column: sql`c."group"` }, territory: { field: 'territory', column: sql`c.territory` },
}

const columns: Record<Dimension, string> = { productGroup: 'product_group', region: 'region', market: 'market', customerGroup: 'customer_group', territory: 'territory' }

/** Of a company that is hidden, or a field of it, nothing is known: what belongs to it counts with no value. */
function dimensionColumns(ctx: Ctx, { dimensions }: KeptPlan): Sql {
  const all = (['productGroup', 'region', 'market', 'customerGroup', 'territory'] as const).map((dimension): Sql => {
    const company = ofCompany[dimension]
    const isRead = dimensions.includes(dimension) && (company === undefined || canRead(ctx, 'company', company.field)) && (dimension !== 'market' || canRead(ctx, 'opportunity', 'market'))
    const column = !isRead ? sql`null::text` : dimension === 'productGroup' ? sql`p."group"` : dimension === 'market' ? sql`o.market` : company!.column
    return sql`${column} as ${name(columns[dimension])}`
  })
  return join(all)
}

/** Money at the rate of its day, unless it is of the firm's currency already. */
const inBase = (ctx: Ctx, alias: 'o' | 'l', field: 'margin' | 'amount'): Sql => {
  const [amount, currency] = [name(alias, `${field}_amount`), name(alias, `${field}_currency`)]
  return sql`case when ${currency} = ${ctx.currency} then ${amount} else (sedno_convert(row(${amount}, ${currency})::sedno_money, ${ctx.currency}, coalesce(o.closed_on, ${todayIn(ctx)}::date))).amount end`
}

function salesFacts(ctx: Ctx, plan: KeptPlan, { from, until }: Span): Sql {
  const today = sql`${todayIn(ctx)}::date`
  const byLine = isByLine(plan)
  const worth = plan.measure === 'quantity' ? sql`l.quantity` : byLine ? inBase(ctx, 'l', plan.measure === 'margin' ? 'margin' : 'amount') : plan.measure === 'margin' ? inBase(ctx, 'o', 'margin') : sql`o.amount_base`
  const lines = sql`join ${visible(ctx, 'opportunityLine')} l on l.opportunity = o.id left join ${visible(ctx, 'product')} p on p.id = l.product`
  // What is open cannot end before today, however long ago it was expected.
  const day = sql`case when o.state = 'won' then o.closed_on else greatest(o.expected_on, ${today}) end`
  return sql`
    with fact as (
      select date_trunc('month', d.day)::date::text as month, o.owner, ${dimensionColumns(ctx, plan)}, o.state, o.probability, ${worth} as worth
      from ${visible(ctx, 'opportunity')} o cross join lateral (select ${day} as day) d ${byLine ? lines : sql``} ${companies(ctx)}
      where ${and([sql`o.state in ('won', 'open')`, sql`d.day between ${from}::date and ${until}::date`])})
    select month, owner, product_group as "productGroup", region, market, customer_group as "customerGroup", territory,
      coalesce(sum(worth) filter (where state = 'won'), 0)::text as realised, round(coalesce(sum(worth * coalesce(probability, 0) / 100) filter (where state = 'open'), 0), 2)::text as open
    from fact group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7`
}

const companies = (ctx: Ctx): Sql => (canRead(ctx, 'company', 'name') ? sql`left join ${visible(ctx, 'company')} c on c.id = o.company` : sql`left join (select null::uuid as id, null::text as region, null::uuid as "group", null::uuid as territory) c on false`)

/** Done ones count on the day they were done; planned ones, one each, on the day they are for, unless it has passed. */
function activityFacts(ctx: Ctx, plan: KeptPlan, { from, until }: Span): Sql {
  const local = (moment: Sql) => sql`(${moment} at time zone ${ctx.timeZone})::date`
  const day = sql`case when o.done_at is not null then ${local(sql`o.done_at`)} else ${local(sql`o.moment`)} end`
  const type = plan.activityType === null || plan.activityType === '' ? sql`true` : sql`o.type = ${plan.activityType}`
  return sql`
    with fact as (
      select date_trunc('month', d.day)::date::text as month, o.owner, ${dimensionColumns(ctx, plan)}, o.done_at is not null as done
      from ${visible(ctx, 'activity')} o cross join lateral (select ${day} as day) d ${companies(ctx)}
      where ${and([type, sql`o.state <> 'cancelled'`, sql`d.day between ${from}::date and ${until}::date`, sql`(o.done_at is not null or d.day >= ${todayIn(ctx)}::date)`])})
    select month, owner, product_group as "productGroup", region, market, customer_group as "customerGroup", territory, (count(*) filter (where done))::text as realised, (count(*) filter (where not done))::text as open
    from fact group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7`
}
