import { z } from 'zod'
import { route } from '../../../contract/route.ts'

const link = z.object({ id: z.uuid(), name: z.string() })

/** What a person needs to know of a piece of work to go and do it. */
export const work = z.object({
  id: z.uuid(), version: z.int(), title: z.string(), type: z.string(), state: z.string(), priority: z.string(),
  due: z.string().nullable(), start: z.string().nullable(), end: z.string().nullable(), allDay: z.boolean(), place: z.string().nullable(),
  company: link.nullable(), owner: link.nullable(), delegatedBy: link.nullable(), delegationNote: z.string().nullable(),
  /** The original moment of an occurrence of a series; null for what stands alone. */
  instance: z.string().nullable(), private: z.boolean(),
})
export type Work = z.infer<typeof work>

/** The first of them, and how many there are; `exact` is false beyond a thousand. */
const some = z.object({ rows: z.array(work), count: z.int(), exact: z.boolean() })

export const myDay = route({
  method: 'GET', path: '/api/my-day', summary: 'What is overdue, due and planned today, who waits for me, what I delegated and is late, and the week ahead', scope: 'records:read',
  answer: z.object({
    today: z.string(), timeZone: z.string(), now: z.string(),
    overdue: some, dueToday: some, planned: z.array(work),
    /** Delegations to be accepted or refused. */
    toAccept: some,
    /** Work that I had given away and that was refused. */
    refused: some,
    /** Meetings I am asked to come to and have not answered. */
    invitations: z.array(work),
    lateDelegated: some,
    /** The next seven days, today not among them: how much is due, how many entries stand in the calendar. */
    week: z.array(z.object({ date: z.string(), due: z.int(), planned: z.int() })),
  }),
})
