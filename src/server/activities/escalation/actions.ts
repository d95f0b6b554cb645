import type { NoticePriority } from '../../../contract/notices.ts'
import { refuse } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { checkCondition } from '../../../expression/check.ts'
import { parse } from '../../../expression/parse.ts'
import { sql } from '../../../expression/sql.ts'
import { afterWorkingMinutes, schedulesOf, type Schedule } from '../../hours/index.ts'
import type { UsesSource } from '../../kernel/configuration/uses.ts'
import type { Ctx } from '../../kernel/context.ts'
import { program } from '../../kernel/access/who.ts'
import { scopeOf } from '../../kernel/query/scope.ts'
import type { Follower } from '../../kernel/records/followers.ts'
import { announceAll, type Announcement } from '../../notices/index.ts'
import { inBoth } from '../telling/actions.ts'
import { whenText } from '../telling/queries.ts'
import { reasons, sentences } from '../telling/texts.ts'
import { activeRules, dueSteps, factsOf, newlyLate, stillLate, type DueStep, type LateFacts, type RuleRow } from './queries.ts'
import { minutesUntil, steps } from './rules.ts'
import { texts } from './texts.ts'

/** Lays down when each late work is to be told of, then tells what is due. Gives how many steps were made. */
export async function escalate(ctx: Ctx): Promise<number> {
  const rules = await activeRules(ctx)
  for (const rule of rules) await layDown(ctx, rule)
  for (let made = 0; ; ) {
    const [taken, told] = await ctx.db.transaction((db) => tellDue({ ...ctx, db }, rules))
    made += told
    if (taken === 0) return made
  }
}

/** All that is newly late by one rule: whose hours they are is read once for everybody. */
async function layDown(ctx: Ctx, rule: RuleRow): Promise<void> {
  const late = await newlyLate(ctx, rule)
  if (late.length === 0) return
  const owners = [...new Set(late.map(({ owner }) => owner))]
  const schedules = await schedulesOf(ctx, [...owners, null], { from: late[0]!.due.slice(0, 10), until: new Date(ctx.now.getTime() + yearMs).toISOString().slice(0, 10) })
  const rows = late.flatMap(({ id, due, owner }) => steps.map((step) => {
    const minutes = minutesUntil(rule, step)
    const at = minutes === null ? null : afterWork(schedules.get(owner) ?? schedules.get(null)!, { due, minutes })
    return { rule: rule.id, activity: id, step, due, at: at ?? due, settled_at: at === null ? ctx.now.toISOString() : null }
  }))
  await ctx.db.rows(sql`
    insert into escalation_step (rule, activity, step, due, at, settled_at)
    select s.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(rule uuid, activity uuid, step text, due timestamptz, at timestamptz, settled_at timestamptz) on conflict do nothing`)
}

const yearMs = 366 * 24 * 3_600_000

/** In the owner's working hours; where nobody works, hours are hours. */
const afterWork = (schedule: Schedule, { due, minutes }: { due: string; minutes: number }): string =>
  new Date(afterWorkingMinutes(schedule, Date.parse(due), minutes) ?? Date.parse(due) + minutes * 60_000).toISOString()

/** How many steps were taken up, and how many of them were still to be told. */
async function tellDue(ctx: Ctx, rules: readonly RuleRow[]): Promise<[number, number]> {
  const due = await dueSteps(ctx)
  if (due.length === 0) return [0, 0]
  const facts = new Map((await factsOf(ctx, due.map(({ activity }) => activity))).map((row) => [row.id, row]))
  const announcements: Announcement[] = []
  for (const [ruleId, mine] of Map.groupBy(due, ({ rule }) => rule)) {
    const rule = rules.find(({ id }) => id === ruleId)
    if (rule === undefined) continue
    const late = await stillLate(ctx, rule, mine.map(({ activity }) => activity))
    announcements.push(...mine.filter(({ activity, due: when }) => late.get(activity)?.due === when).flatMap((step) => announcementOf(ctx, step, { rule, facts: facts.get(step.activity)! })))
  }
  await announceAll(ctx, announcements)
  await ctx.db.rows(sql`
    update escalation_step e set settled_at = ${ctx.now.toISOString()} from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as s(rule uuid, activity uuid, step text, due timestamptz)
    where e.rule = s.rule and e.activity = s.activity and e.step = s.step and e.due = s.due`)
  return [due.length, announcements.length]
}

function announcementOf(ctx: Ctx, { rule: ruleId, step, due }: DueStep, { rule, facts }: { rule: RuleRow; facts: LateFacts }): Announcement[] {
  const to = step === 'owner' ? facts.owner : facts.superior
  if (to === null) return []
  const words = { title: facts.title, owner: facts.owner_name ?? '', when: whenText(ctx, due) }
  return [{
    kind: 'activity.escalated', to: [to], about: { object: 'activity', id: facts.id }, key: `escalation:${ruleId}:${facts.id}:${step}:${due}`, priority: facts.priority as NoticePriority,
    title: inBoth(step === 'owner' ? sentences.escalatedOwner : sentences.escalated, words), why: inBoth(step === 'owner' ? reasons.ownerByRule : reasons.superior, { rule: rule.name }),
  }]
}

/** A condition that is not understood is refused where it is written. */
export const understood: Follower = {
  object: 'escalationRule',
  concerns: (after, before) => after !== null && (after.condition ?? null) !== null && after.condition !== before?.condition,
  async follow({ registry, language }, all) {
    for (const { after } of all) {
      const { tree, problem } = parse(String(after!.condition))
      const why = problem ?? (tree === undefined ? undefined : checkCondition(tree, scopeOf({ registry, who: program }, 'activity', 'program')).problems?.[0])
      if (why !== undefined) refuse('escalation.bad_condition', texts.badCondition, { field: 'condition', values: { why: say(why.text, language, why.values) } })
    }
  },
}

export const uses: UsesSource = async (db) => {
  // The configuration may be changed before this object's table is made: at the first start of a new release.
  const [table] = await db.rows<{ there: boolean }>(sql`select to_regclass('escalation_rule') is not null as there`)
  if (!table!.there) return []
  const rows = await db.rows<{ name: string; condition: string }>(sql`select name, condition from escalation_rule where condition is not null and deleted_at is null`)
  return rows.map(({ name, condition }) => ({ place: say(texts.place, 'pl', { name }), object: 'activity', expression: condition }))
}
