import { z } from 'zod'
import { noticeWays } from '../../contract/notices.ts'
import { moment } from '../../contract/moments.ts'
import { route } from '../../contract/route.ts'

/** Four weeks, at most. */
const minutesBefore = z.int().min(0).max(28 * 24 * 60)
const ways = z.array(z.enum(noticeWays)).min(1).max(noticeWays.length)
const given = z.strictObject({
  /** Before the start, or before the due time of what has no start; or `at`, a moment of its own. */
  minutesBefore: minutesBefore.nullish(), at: moment.nullish(),
  /** Left out: as one's settings say. */
  ways: ways.nullish(),
}).refine(({ minutesBefore: minutes, at }) => (minutes ?? null) === null !== ((at ?? null) === null))
export type GivenReminder = z.infer<typeof given>

const reminder = z.object({
  id: z.uuid(), minutesBefore: z.int().nullable(), at: z.string().nullable(), ways: ways.nullable(), isDefault: z.boolean(),
  /** When it comes next; null: not any more, or not while the activity has no time or is closed. */
  fireAt: z.string().nullable(), snoozedUntil: z.string().nullable(), fired: z.int(),
})
export type Reminder = z.infer<typeof reminder>

const ofActivity = z.object({ reminders: z.array(reminder) })
const one = z.object({ id: z.uuid() })

export const listReminders = route({ method: 'GET', path: '/api/reminders', summary: 'One’s own reminders of an activity', scope: 'account', query: z.strictObject({ activity: z.uuid() }), answer: ofActivity })
export const addReminders = route({
  method: 'POST', path: '/api/reminders', summary: 'Be reminded of an activity', scope: 'account', body: z.strictObject({ activity: z.uuid(), reminders: z.array(given).min(1).max(10) }), answer: ofActivity,
})
export const removeReminder = route({ method: 'DELETE', path: '/api/reminders/:id', summary: 'Be reminded no more', scope: 'account', params: one, answer: z.null() })

const ringing = z.object({ id: z.uuid(), notice: z.uuid(), activity: z.uuid(), title: z.string(), body: z.string().nullable() })
export type Ringing = z.infer<typeof ringing>
export const listRinging = route({ method: 'GET', path: '/api/reminders/ringing', summary: 'What one was reminded of within the last hours and has not put off or dismissed', scope: 'account', answer: z.object({ reminders: z.array(ringing) }) })

export const snoozes = ['5min', '1h', 'tomorrow'] as const
export const snoozeReminder = route({
  method: 'POST', path: '/api/reminders/:id/snooze', summary: 'Be reminded again: in five minutes, in an hour, tomorrow at eight, or at a time', scope: 'account', params: one,
  body: z.strictObject({ until: z.union([z.enum(snoozes), moment]) }), answer: z.object({ until: z.string() }),
})
export const dismissReminder = route({ method: 'POST', path: '/api/reminders/:id/dismiss', summary: 'It is seen to', scope: 'account', params: one, answer: z.null() })

/** What is set by itself when one makes an activity with a start. */
const settings = z.strictObject({ minutesBefore: z.array(minutesBefore).max(5), types: z.array(z.string().max(100)).max(50) })
export type ReminderSettings = z.infer<typeof settings>
export const readSettings = route({ method: 'GET', path: '/api/reminders/settings', summary: 'Reminders that are set by themselves', scope: 'account', answer: settings })
export const changeSettings = route({ method: 'PUT', path: '/api/reminders/settings', summary: 'Set which reminders are set by themselves', scope: 'account', body: settings, answer: settings })
