/** What the screens ask and say about who comes. */
import { queryOptions } from '@tanstack/react-query'
import type { Attendance, Invitation } from '../../../server/calendar/invitations/contract.ts'
import { queries } from '../../kernel/api/client.ts'
import { request } from '../../kernel/api/request.ts'
import { calendarKey } from '../useCalendar.ts'

export type Said = 'yes' | 'no' | 'maybe'

/** Below the calendar's key: what changes there is asked anew here. */
const keyOf = (activity: string) => [...calendarKey, 'attendees', activity]

export const attendanceQuery = (activity: string) =>
  queryOptions({ queryKey: keyOf(activity), queryFn: ({ signal }) => request<Attendance>('GET', '/api/calendar/attendees', { query: { activity }, signal }) })

async function kept(activity: string, asked: Promise<Attendance>): Promise<Attendance> {
  const attendance = await asked
  queries.setQueryData(keyOf(activity), attendance)
  await queries.invalidateQueries({ queryKey: calendarKey })
  return attendance
}

export const answer = (activity: string, given: Said, comment: string): Promise<Attendance> =>
  kept(activity, request('POST', '/api/calendar/answer', { body: { activity, answer: given, ...(comment.trim() !== '' && { comment: comment.trim() }) } }))

export const invite = (invitation: Invitation): Promise<Attendance> => kept(invitation.activity, request('POST', '/api/calendar/invite', { body: invitation }))
