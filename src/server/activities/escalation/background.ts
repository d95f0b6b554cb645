import { defineJob } from '../../kernel/jobs/define.ts'
import { escalate, understood } from './actions.ts'

export const jobs = [defineJob<object>({ name: 'activities.escalate', every: '* * * * *', run: async (ctx) => ({ told: await escalate(ctx) }) })]
export const followers = [understood]
