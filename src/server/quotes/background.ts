import { usualWays, type NoticeKind } from '../../contract/notices.ts'
import { notices } from './texts.ts'

export const noticeKinds: readonly NoticeKind[] = [
  { name: 'quote.approval', label: notices.approvalKind, ways: usualWays },
  { name: 'quote.decision', label: notices.decisionKind, ways: usualWays },
  { name: 'quote.answer', label: notices.answerKind, ways: usualWays },
  { name: 'quote.comment', label: notices.commentKind, ways: usualWays },
]
