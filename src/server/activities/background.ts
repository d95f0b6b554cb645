import { defineJob, type AnyJob } from '../kernel/jobs/define.ts'
import type { Follower } from '../kernel/records/followers.ts'
import { inTheirOrder } from './dependencies/actions.ts'
import * as escalation from './escalation/background.ts'
import { handOverJob } from './handover/actions.ts'
import { makeTasksOfToday, nextWhenDone } from './recurrence/actions.ts'
import * as telling from './telling/background.ts'

const recurringTasks = defineJob<object>({
  name: 'activities.recurring',
  every: '*/5 * * * *',
  run: async (ctx) => ({ made: await makeTasksOfToday(ctx) }),
})

export const followers: readonly Follower[] = [inTheirOrder, nextWhenDone, ...escalation.followers]
export const jobs: readonly AnyJob[] = [recurringTasks, handOverJob, ...telling.jobs, ...escalation.jobs]
