import type { NoticeKind } from '../../contract/notices.ts'
import { sql } from '../../expression/sql.ts'
import { defineBatchReaction } from '../kernel/events/reactions.ts'
import { defineJob } from '../kernel/jobs/define.ts'
import { addDefaults, carryOn } from './actions.ts'
import { armAnew, callAt, fireDue, firingJob } from './firing/actions.ts'
import { soonOf } from './queries.ts'
import { texts } from './texts.ts'

const usual = ['application', 'push'] as const

export const noticeKinds: readonly NoticeKind[] = [{ name: 'reminder', label: texts.kind, ways: { low: usual, normal: usual, high: usual, urgent: usual } }]

const fireJob = defineJob<object>({
  name: firingJob,
  every: '* * * * *',
  async run(ctx, _payload, { signal }) {
    const done = await fireDue(ctx, signal)
    callAt(ctx.db, ctx.now, (await soonOf(ctx)).map((moment) => moment.toISOString()))
    return done
  },
})

/** Those of activities and people that are no more. */
const forgetJob = defineJob<object>({
  name: 'reminders.forget',
  every: '47 2 * * *',
  async run(ctx) {
    await ctx.db.rows(sql`delete from reminder r where not exists (select from activity a where a.id = r.activity) or not exists (select from "user" u where u.id = r.person and u.active)`)
  },
})

export const jobs = [fireJob, forgetJob]

/** New activities get their makers' usual reminders, and those of the task before them in a series; of changed ones, and of series one of whose occurrences changed, all are armed anew. */
const followActivities = defineBatchReaction({
  name: 'reminders.follow',
  objects: ['activity'],
  async runMany(ctx, events) {
    const made = events.filter(({ verb }) => verb === 'create').map(({ record }) => record)
    if (made.length > 0) await addDefaults(ctx, made)
    if (made.length > 0) await carryOn(ctx, made)
    const touched = [...new Set(events.map(({ record }) => record))]
    const series = await ctx.db.rows<{ id: string }>(sql`select distinct series as id from activity where id = any(${touched}::uuid[]) and series is not null`)
    await armAnew(ctx, [...touched, ...series.map(({ id }) => id)])
  },
})

export const reactions = [followActivities]
