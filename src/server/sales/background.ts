import { defineJob } from '../kernel/jobs/define.ts'
import { completion as ofDeals } from './deals/actions.ts'
import { completions as ofLines, followers as withLines } from './lines/actions.ts'
import { follower as withStages } from './moving/actions.ts'
import { completions as ofStages } from './stages/actions.ts'
import { renewWorth } from './worth/queries.ts'

export const completions = [ofDeals, ...ofLines, ...ofStages]
export const followers = [withStages, ...withLines]
/** Rates come once a day at best, but not at the same hour from every bank, and a person may put one right. */
export const jobs = [defineJob<object>({ name: 'sales.worth', every: '7 * * * *', run: async (ctx) => ({ renewed: await renewWorth(ctx) }) })]
