import { nothing, sql, type Sql } from '../../expression/sql.ts'
import { fieldAccess } from '../kernel/access/field-access.ts'
import { visible } from '../kernel/access/visible.ts'
import type { Ctx } from '../kernel/context.ts'
import { prepare } from '../kernel/records/statements/prepare.ts'

export interface TreeNode {
  id: string
  name: string
  parent: string | null
  depth: number
  people: number
  archived: boolean
}

/** Members of one group that a screen shows; larger groups are cut, breadth first, and say so. */
const treeLimit = 2_000
/** No real group is so deep; it also stops a cycle that an older database might hold. */
const depthLimit = 60

/**
 * The highest company above this one that the caller may see. An invisible one in between ends the way up:
 * what stands above it belongs to a group he knows nothing of.
 */
const rootOf = (ctx: Ctx, id: string): Sql => sql`
  with recursive up as (
    select c.id, c.parent, 0 as depth from ${visible(ctx, 'company')} c where c.id = ${id}
    union all
    select c.id, c.parent, up.depth + 1 from up join ${visible(ctx, 'company')} c on c.id = up.parent where up.depth < ${depthLimit}
  ) select id from up order by depth desc limit 1`

const below = (ctx: Ctx, root: Sql): Sql => sql`
  recursive group_of as (
    select c.id, c.name, null::uuid as parent, 0 as depth, c.archived_at is not null as archived, c.turnover_amount, c.turnover_currency
    from ${visible(ctx, 'company')} c where c.id = (${root})
    union all
    select c.id, c.name, c.parent, g.depth + 1, c.archived_at is not null, c.turnover_amount, c.turnover_currency
    from group_of g join ${visible(ctx, 'company')} c on c.parent = g.id where g.depth < ${depthLimit}
  )`

export async function treeOf(ctx: Ctx, id: string): Promise<TreeNode[]> {
  return prepare<TreeNode>(ctx.db, sql`
    with ${below(ctx, rootOf(ctx, id))}, shown as (select * from group_of order by depth, name limit ${treeLimit})
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
  const rows = await prepare<{ id: string }>(ctx.db, sql`with ${below(ctx, sql`${id}::uuid`)} select id from group_of where id <> ${id} limit ${treeLimit}`)
  return rows.map((row) => row.id)
}

/** Null: not there or not visible. */
export async function companyTree(ctx: Ctx, id: string): Promise<{ root: string; nodes: TreeNode[]; totals: GroupTotals } | null> {
  const [nodes, totals] = await Promise.all([treeOf(ctx, id), groupTotals(ctx, id)])
  return nodes.length === 0 ? null : { root: nodes[0]!.id, nodes, totals }
}
