import { z } from 'zod'
import { route } from '../../../contract/route.ts'

const answer = z.enum(['none', 'yes', 'no', 'maybe'])
const attendee = z.object({
  id: z.uuid(), version: z.int(), name: z.string().nullable(), mail: z.string().nullable(), user: z.uuid().nullable(), person: z.uuid().nullable(),
  answer, comment: z.string().nullable(), answeredAt: z.string().nullable(), invitedAt: z.string().nullable(),
})
export type ShownAttendee = z.infer<typeof attendee>

const counts = z.object({ yes: z.int(), no: z.int(), maybe: z.int(), none: z.int() })
const shown = z.object({ attendees: z.array(attendee), counts, sentAt: z.string().nullable(), mayInvite: z.boolean(), mine: answer.nullable() })
export type Attendance = z.infer<typeof shown>

/** Bounded here against what nobody means; how many a meeting may have is a rule with words of its own. */
const many = 20_000

export const readAttendees = route({
  method: 'GET', path: '/api/calendar/attendees', summary: 'Who is asked to a meeting, and what each said', scope: 'records:read',
  query: z.strictObject({ activity: z.uuid() }), answer: shown,
})
export const invite = route({
  method: 'POST', path: '/api/calendar/invite', summary: 'Ask people to a meeting: colleagues are told, people outside get an invitation by mail', scope: 'records:write',
  body: z.strictObject({
    activity: z.uuid(), users: z.array(z.uuid()).max(many).optional(), people: z.array(z.uuid()).max(many).optional(),
    mails: z.array(z.strictObject({ mail: z.email().max(250), name: z.string().trim().max(200).optional() })).max(many).optional(),
    /** A word to go with it. */
    message: z.string().trim().max(5_000).optional(),
  }),
  answer: shown,
})
export type Invitation = z.output<NonNullable<typeof invite.body>>
export const giveAnswer = route({
  method: 'POST', path: '/api/calendar/answer', summary: 'Say whether one comes', scope: 'records:write',
  body: z.strictObject({ activity: z.uuid(), answer: z.enum(['yes', 'no', 'maybe']), comment: z.string().trim().max(1_000).optional() }), answer: shown,
})
