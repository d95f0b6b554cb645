/** The next task of a series, made once: when the one before is done, or when its day has come. */
import { idOfLink } from '../../../fields/link/ids.ts'
import { isRefusal } from '../../../contract/refusal.ts'
import type { Values } from '../../../contract/definition.ts'
import { localTime, momentOf } from '../../../fields/clock.ts'
import { sql } from '../../../expression/sql.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { create } from '../../kernel/records/create.ts'
import { readCurrent } from '../../kernel/records/current.ts'
import type { Follower } from '../../kernel/records/followers.ts'
import { layoutOf } from '../../kernel/records/layout.ts'
import { copyChecklist } from '../copying/actions.ts'
import { sharedValues } from '../copying/rules.ts'
import { seriesOf } from '../rules.ts'
import { readRecurrence, writeRecurrence } from './contract.ts'
import { nextAfter } from './rules.ts'

const isClosed = (values: Values | null): boolean => (values?.doneAt ?? null) !== null
const recurs = ({ recurrence, start }: Values): boolean => typeof recurrence === 'string' && (start ?? null) === null

/** In the transaction that closes a recurring task, so that it is never closed without a next one, and never has two. */
export const nextWhenDone: Follower = {
  object: 'activity',
  concerns: (after, before) => after !== null && before !== null && isClosed(after) && !isClosed(before) && recurs(after),
  async follow(ctx, all, { operation, bringsBack }) {
    if (bringsBack) return
    for (const { id, after } of all) await makeNext(ctx, { id, values: after!, operation })
  },
}

/** Tasks that recur by the calendar, whose next day has come while they are still open. Gives how many were made. */
export async function makeTasksOfToday(ctx: Ctx): Promise<number> {
  const due = await ctx.db.rows<{ id: string }>(sql`
    select id from activity where next_on <= ${ctx.now.toISOString()} and next_on is not null and done_at is null and deleted_at is null order by next_on, id limit 1000`)
  let made = 0
  for (const { id } of due) made += await ctx.db.transaction((db) => makeForToday({ ...ctx, db }, id))
  return made
}

async function makeForToday(ctx: Ctx, id: string): Promise<number> {
  // Whoever finishes it this very moment makes the next one himself; afterwards there is nothing to wait for.
  const [held] = await ctx.db.rows(sql`update activity set next_on = null where id = ${id}::uuid and next_on <= ${ctx.now.toISOString()} and done_at is null and deleted_at is null returning id`)
  const current = held === undefined ? undefined : (await readCurrent(ctx, layoutOf(ctx.registry, 'activity'), [id])).get(id)
  return current === undefined || !recurs(current.values) || !(await makeNext(ctx, { id, values: current.values, operation: newId() })) ? 0 : 1
}

async function makeNext(given: Ctx, { id, values, operation }: { id: string; values: Values; operation: string }): Promise<boolean> {
  // Nobody gives this work to anybody: whoever finished the last one is not the delegator of the next.
  const ctx = { ...given, who: program }
  const next = nextValues(ctx, values)
  const series = idOfLink(values.series) ?? id
  if (next === null) return false
  const [there] = await ctx.db.rows(sql`select 1 from activity where series = ${series}::uuid and deleted_at is null and (previous = ${id}::uuid or instance = ${next.due as string})`)
  if (there !== undefined) return false
  const made = await create(ctx, 'activity', { ...sharedValues(ctx.registry.object('activity'), values), delegatedBy: idOfLink(values.delegatedBy), delegation: values.delegation ?? null, ...next, series, previous: id, instance: next.due }, { operation })
  await copyChecklist(ctx, { from: id, to: made.id, operation })
  return true
}

/** When the next one is due, and by which rule it recurs further; null: this was the last. */
function nextValues({ now }: Ctx, values: Values): Values | null {
  const series = seriesOf(values)
  const rule = series === null ? null : readRecurrence(series.recurrence)
  if (series === null || rule === null || isRefusal(rule) || rule.count === 1) return null
  const recurrence = writeRecurrence({ ...rule, count: rule.count === null ? null : rule.count - 1 })
  const start = values.repeatAfterDone === true ? asIfDueToday(series, (values.doneAt as string | null) ?? now.toISOString()) : series.start
  const due = nextAfter({ ...series, recurrence: writeRecurrence({ ...rule, count: null }), start }, start)
  return due === null ? null : { due, recurrence }
}

/** The day it was done, at the hour it is due: from there the interval counts. */
function asIfDueToday({ start, zone }: { start: string; zone: string }, doneAt: string): string {
  return momentOf(localTime(doneAt, zone).slice(0, 10), localTime(start, zone).slice(11, 16), zone) ?? doneAt
}
