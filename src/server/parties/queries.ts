import { nothing, sql, type Sql } from '../../expression/sql.ts'
import { fieldAccess } from '../kernel/access/field-access.ts'
import { visible } from '../kernel/access/visible.ts'
import type { Ctx } from '../kernel/context.ts'
import { groupBelow, headOf, mostNodes, type TreeNode } from '../kernel/query/tree.ts'
import { prepare } from '../kernel/records/statements/prepare.ts'

/** A company as one of its group. */
export interface Member extends TreeNode {
  people: number
}

/** No chain of predecessors is so long; it also stops a cycle that an older database might hold. */
const depthLimit = 60

const below = (ctx: Ctx, head: Sql): Sql => groupBelow(ctx, 'company', { head, columns: ['turnover_amount', 'turnover_currency'] })

async function membersOf(ctx: Ctx, id: string): Promise<Member[]> {
  return prepare<Member>(ctx.db, sql`
    with ${below(ctx, headOf(ctx, 'company', id))}, shown as (select * from group_of order by depth, name limit ${mostNodes})
    select s.id, s.name, s.parent, s.depth, s.archived, coalesce(p.people, 0)::int as people
    from shown s left join lateral (select count(*) as people from ${visible(ctx, 'person')} p where p.company = s.id) p on true
    order by s.depth, s.name, s.id`)
}

export interface GroupTotals {
  companies: number
  people: number
  /** By currency; absent when the caller may not read turnovers. */
  turnover?: Record<string, string>
}

/** Figures rolled up over this company and all below it, as far as the caller may see. */
export async function groupTotals(ctx: Ctx, id: string): Promise<GroupTotals> {
  const mayTurnover = fieldAccess(ctx, 'company', 'turnover') !== 'none'
  const money = mayTurnover
    ? sql`, (select jsonb_object_agg(turnover_currency, amount::text) from (select turnover_currency, sum(turnover_amount) as amount from group_of where turnover_amount is not null group by 1) m) as turnover`
    : nothing
  const [totals] = await prepare<{ companies: number; people: number; turnover?: Record<string, string> | null }>(ctx.db, sql`
    with ${below(ctx, sql`${id}::uuid`)}
    select (select count(*) from group_of)::int as companies,
      (select count(*) from ${visible(ctx, 'person')} p where p.company in (select id from group_of))::int as people ${money}`)
  const { turnover, ...counts } = totals!
  return mayTurnover ? { ...counts, turnover: turnover ?? {} } : counts
}

/** Companies that this one came from, over any number of steps: their history is its history too. */
export async function predecessorsOf(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await prepare<{ id: string }>(ctx.db, sql`
    with recursive back as (
      select s.predecessor as id, 1 as depth from ${visible(ctx, 'succession')} s where s.successor = ${id}
      union
      select s.predecessor, back.depth + 1 from back join ${visible(ctx, 'succession')} s on s.successor = back.id where back.depth < ${depthLimit}
    ) select distinct b.id from back b join ${visible(ctx, 'company')} c on c.id = b.id where b.id <> ${id}`)
  return rows.map((row) => row.id)
}

/** All companies below this one. */
export async function branchesOf(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await prepare<{ id: string }>(ctx.db, sql`with ${below(ctx, sql`${id}::uuid`)} select id from group_of where id <> ${id} limit ${mostNodes}`)
  return rows.map((row) => row.id)
}

/** Null: not there or not visible. */
export async function companyTree(ctx: Ctx, id: string): Promise<{ root: string; nodes: Member[]; totals: GroupTotals } | null> {
  const [nodes, totals] = await Promise.all([membersOf(ctx, id), groupTotals(ctx, id)])
  return nodes.length === 0 ? null : { root: nodes[0]!.id, nodes, totals }
}
