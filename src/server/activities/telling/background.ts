import { usualWays, type NoticeKind } from '../../../contract/notices.ts'
import { defineReaction } from '../../kernel/events/reactions.ts'
import { defineJob } from '../../kernel/jobs/define.ts'
import { freedBy } from '../dependencies/queries.ts'
import { tellOfFreed, tellOfLate, tellOfMentions, tellOfWork } from './actions.ts'
import { workOf } from './queries.ts'
import { kinds } from './texts.ts'

const inApplication = { low: ['application'], normal: ['application'], high: ['application', 'push'], urgent: ['application', 'push'] } as const

/** Of what others do with work that concerns me a line in the application is enough, unless I want more. */
const quiet: ReadonlySet<string> = new Set(['progress', 'changed', 'done', 'free'])

export const noticeKinds: readonly NoticeKind[] = Object.entries(kinds).map(([name, label]) => ({
  name: name === 'mentioned' ? 'note.mentioned' : `activity.${name}`, label, ways: quiet.has(name) ? inApplication : usualWays,
}))

const ofWork = defineReaction({ name: 'activities.tell', objects: ['activity'], verbs: ['create', 'change'], run: tellOfWork })

const ofFreed = defineReaction({
  name: 'activities.freed', objects: ['activity'], verbs: ['change'],
  async run(ctx, event) {
    if (!event.fields.includes('state')) return
    const work = await workOf(ctx, event.record)
    if (work === null || work.done_at === null) return
    await tellOfFreed(ctx, await freedBy(ctx, event.record), event)
  },
})

const ofMentions = defineReaction({ name: 'activities.mentioned', objects: ['note'], verbs: ['create', 'change'], run: tellOfMentions })

const ofLate = defineJob<object>({ name: 'activities.overdue', every: '* * * * *', run: async (ctx) => ({ late: await tellOfLate(ctx) }) })

export const reactions = [ofWork, ofFreed, ofMentions]
export const jobs = [ofLate]
