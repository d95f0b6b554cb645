import { defineJob } from '../kernel/jobs/define.ts'
import { inTheirOrder } from './dependencies/actions.ts'
import { makeTasksOfToday, nextWhenDone } from './recurrence/actions.ts'

const recurringTasks = defineJob<object>({
  name: 'activities.recurring',
  every: '*/5 * * * *',
  run: async (ctx) => ({ made: await makeTasksOfToday(ctx) }),
})

export const followers = [inTheirOrder, nextWhenDone]
export const jobs = [recurringTasks]
