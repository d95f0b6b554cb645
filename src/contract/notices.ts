/** What people are told of, how much it matters, and by which ways it reaches them. */
import type { Text } from './text.ts'

export const noticeWays = ['application', 'mail', 'sms', 'push'] as const
export type NoticeWay = (typeof noticeWays)[number]

export const noticePriorities = ['low', 'normal', 'high', 'urgent'] as const
export type NoticePriority = (typeof noticePriorities)[number]

/** By which ways, priority by priority. */
export type NoticeWays = Readonly<Record<NoticePriority, readonly NoticeWay[]>>

/** A kind of event that people may be told of. A room names its kinds; administrators and each person say how it reaches them. */
export interface NoticeKind {
  /** Stable: settings are kept under it. 'activity.assigned' */
  name: string
  label: Text
  /** Until an administrator or the person says otherwise. */
  ways: NoticeWays
}

/** The usual: in the application always, by mail from normal on, on the telephone when it is urgent. */
export const usualWays: NoticeWays = {
  low: ['application'],
  normal: ['application', 'mail'],
  high: ['application', 'mail', 'push'],
  urgent: ['application', 'mail', 'push', 'sms'],
}
