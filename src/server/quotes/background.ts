import { usualWays, type NoticeKind } from '../../contract/notices.ts'
import { defineJob } from '../kernel/jobs/define.ts'
import { forgetGuesses } from './links/queries.ts'
import { notices } from './texts.ts'

export const noticeKinds: readonly NoticeKind[] = [
  { name: 'quote.approval', label: notices.approvalKind, ways: usualWays },
  { name: 'quote.decision', label: notices.decisionKind, ways: usualWays },
  { name: 'quote.answer', label: notices.answerKind, ways: usualWays },
  { name: 'quote.comment', label: notices.commentKind, ways: usualWays },
]

/** Who guessed at links yesterday is of no interest today. */
const forgetJob = defineJob<object>({ name: 'quotes.forgetGuesses', every: '23 3 * * *', run: async (ctx) => void (await forgetGuesses(ctx.db, new Date(ctx.now.getTime() - 86_400_000))) })
export const jobs = [forgetJob]
