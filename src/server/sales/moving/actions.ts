/** What moving an opportunity writes elsewhere, in its transaction: stays in stages, and what the stage asks to be done. */
import type { Values } from '../../../contract/definition.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { dateOfDay, dayNumber } from '../../../expression/calendar.ts'
import { momentOf } from '../../../fields/clock.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import { createMany } from '../../kernel/records/create.ts'
import type { Followed, Follower } from '../../kernel/records/followers.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { expectedActivities, holdDeals, openStays, withHistory, type Expected } from '../deals/queries.ts'
import { stayChange } from '../deals/rules.ts'

export const follower: Follower = {
  object: 'opportunity',
  concerns(after, before) {
    const { ends, begins } = stayChange(after, before)
    return ends || begins
  },
  async follow(ctx, all, { operation, bringsBack }) {
    if (bringsBack) return
    await holdDeals(ctx, all.map(({ id }) => id))
    // Out of the trash it comes with its history.
    const known = await withHistory(ctx, all.filter(({ before }) => before === null).map(({ id }) => id))
    const moved = all.filter(({ id }) => !known.has(id))
    await endStays(ctx, moved.filter(({ after, before }) => stayChange(after, before).ends), operation)
    const begun = moved.filter(({ after, before }) => stayChange(after, before).begins)
    await beginStays(ctx, begun, operation)
    await makeExpected(ctx, begun, operation)
  },
}

async function endStays(ctx: Ctx, all: readonly Followed[], operation: string): Promise<void> {
  const deals = new Map(all.map((one) => [one.id, one]))
  const stays = all.length === 0 ? [] : await openStays(ctx, [...deals.keys()])
  const changes = stays.map(({ id, deal }) => ({ id, values: endOf(ctx, deals.get(deal)!) }))
  mustAll(await changeMany(ctx, 'stageStay', changes, { operation, asProgram: true }))
}

function endOf(ctx: Ctx, { after, before }: Followed): Values {
  const [from, to] = [idOfLink(before!['stage']), idOfLink(after!['stage'])]
  return { until: ctx.now.toISOString(), leftFor: from === to ? null : to, state: after!['state'] }
}

async function beginStays(ctx: Ctx, all: readonly Followed[], operation: string): Promise<void> {
  const rows = all.map(({ id, after }) => ({ opportunity: id, pipeline: idOfLink(after!['pipeline']), stage: idOfLink(after!['stage']), seller: idOfLink(after!['owner']), since: after!['stageSince'] ?? ctx.now.toISOString(), expectedOn: after!['expectedOn'] ?? null }))
  mustAll(await createMany(ctx, 'stageStay', rows, { operation, asProgram: true }))
}

/** Never twice: what is there already, done or not, is not made again. Nobody gives this work to anybody, so nobody is its delegator. */
async function makeExpected(ctx: Ctx, all: readonly Followed[], operation: string): Promise<void> {
  const deals = new Map(all.map(({ id, after }) => [id, after!]))
  const expected = all.length === 0 ? [] : await expectedActivities(ctx, all.map(({ id, after }) => ({ id, stage: idOfLink(after!['stage'])! })))
  if (expected.length === 0) return
  const rows = expected.map((one) => activityOf(ctx, one, deals.get(one.deal)!))
  mustAll(await createMany({ ...ctx, who: program }, 'activity', rows, { operation, asProgram: true }))
}

function activityOf(ctx: Ctx, { deal, stageActivity, title, type, afterDays, description }: Expected, values: Values): Values {
  const contact = idOfLink(values['contact'])
  return {
    title, type, description, stageActivity, opportunity: deal, company: idOfLink(values['company']), people: contact === null ? null : [contact],
    owner: idOfLink(values['owner']) ?? ctx.who.userId, due: dueOf(ctx, afterDays),
  }
}

/** At four in the afternoon of that day; what is due today, at its end if four has passed. */
function dueOf(ctx: Ctx, afterDays: number): string | null {
  const day = dateOfDay(dayNumber(todayIn(ctx)) + afterDays)
  const at = (time: string) => (day === null ? null : momentOf(day, time, ctx.timeZone))
  const usual = at('16:00')
  return usual !== null && Date.parse(usual) <= ctx.now.getTime() ? at('23:59') : usual
}

export function mustAll(outcomes: readonly Outcome[]): void {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}
