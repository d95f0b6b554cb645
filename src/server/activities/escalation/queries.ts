import { and, raw, sql, type Sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { draftFor, joinsOf, rootRow, tableOf } from '../../kernel/query/draft.ts'
import { fill, rightsValues } from '../../kernel/query/slots.ts'
import { conditionOf } from '../../kernel/query/where.ts'
import type { Step } from './rules.ts'

export interface RuleRow {
  id: string
  name: string
  condition: string | null
  owner_after: string | null
  superior_after: string | null
}

export const activeRules = (ctx: Ctx): Promise<RuleRow[]> =>
  ctx.db.rows(sql`select id, name, condition, owner_after::text, superior_after::text from escalation_rule where active and deleted_at is null order by name, id`)

interface Late {
  id: string
  due: string
  owner: string | null
}

/** What has been late for longer is not stirred up when a rule is new. */
const farthest = raw(`interval '60 days'`)

/** Late work of this rule for which its steps are not laid down yet. */
export function newlyLate(ctx: Ctx, rule: RuleRow): Promise<Late[]> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const known = sql`exists (select 1 from escalation_step s where s.rule = ${rule.id}::uuid and s.activity = a.id and s.due = a.due)`
  return meeting(ctx, rule, { select: sql`a.id, a.due, a.owner`, where: sql`a.due <= ${now} and a.due > ${now} - ${farthest} and not ${known}`, rest: raw('order by a.due limit 2000') })
}

/** Of these, the ones the rule still speaks of: open, due as they were, meeting its condition. */
export async function stillLate(ctx: Ctx, rule: RuleRow, ids: readonly string[]): Promise<Map<string, Late>> {
  const rows = await meeting(ctx, rule, { select: sql`a.id, a.due, a.owner`, where: sql`a.id = any(${ids}::uuid[])`, rest: raw('') })
  return new Map(rows.map((row) => [row.id, row]))
}

function meeting(ctx: Ctx, { condition }: RuleRow, { select, where, rest }: { select: Sql; where: Sql; rest: Sql }): Promise<Late[]> {
  const draft = draftFor(ctx)
  const row = rootRow(ctx.registry.object('activity'), 'a')
  const holds = condition === null || condition.trim() === '' ? [] : [conditionOf(draft, row, condition)]
  const all = and([sql`a.done_at is null`, sql`a.deleted_at is null`, where, ...holds])
  return ctx.db.rows(fill(sql`select ${select} from ${tableOf(row)}${joinsOf(row)} where ${all} ${rest}`, rightsValues(ctx)))
}

export interface DueStep {
  rule: string
  activity: string
  step: Step
  due: string
}

/** Steps whose time has come, held until this transaction is over: two workers take different ones. */
export const dueSteps = (ctx: Ctx): Promise<DueStep[]> =>
  ctx.db.rows(sql`select rule, activity, step, due from escalation_step where settled_at is null and at <= ${ctx.now.toISOString()} order by at, activity limit 500 for update skip locked`)

export interface LateFacts {
  id: string
  title: string
  priority: string
  due: string
  owner: string | null
  owner_name: string | null
  superior: string | null
}

export const factsOf = (ctx: Ctx, ids: readonly string[]): Promise<LateFacts[]> =>
  ctx.db.rows(sql`select a.id, a.title, a.priority, a.due, a.owner, u.name as owner_name, u.superior from activity a left join "user" u on u.id = a.owner where a.id = any(${ids}::uuid[])`)
