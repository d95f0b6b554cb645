import type { NoticeKind } from '../../../contract/notices.ts'
import { usualWays } from '../../../contract/notices.ts'
import { defineReaction } from '../../kernel/events/reactions.ts'
import { followEvent, participantsFollow } from './following/actions.ts'
import { notices } from './texts.ts'

export const reactions = [defineReaction({ name: 'calendar.invitations', objects: ['activity', 'attendee'], run: followEvent })]

export const followers = [participantsFollow]

export const noticeKinds: readonly NoticeKind[] = Object.entries(notices.kinds).map(([name, label]) => ({ name: `calendar.${name}`, label, ways: usualWays }))
