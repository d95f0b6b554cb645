/** The calendar as it is asked for, and what may be done with an occurrence on it. */
import { z } from 'zod'
import { route } from '../../../contract/route.ts'

const ids = z.string().max(20_000).transform((text) => text.split(',').filter((id) => id !== '')).pipe(z.array(z.uuid()).max(200))
const instant = z.iso.datetime({ offset: true })

/** What the asker may see of an occurrence; without `activity` it is time that is taken, and nothing more. */
export const calendarEntry = z.object({
  /** Whose calendar it stands on: people who own it or take part. */
  people: z.array(z.uuid()),
  start: z.string(),
  /** Exclusive. Of an entry of whole days both are midnights of `timeZone`. */
  end: z.string(),
  allDay: z.boolean(),
  showAs: z.enum(['busy', 'tentative', 'away', 'free']),
  activity: z.object({
    id: z.uuid(),
    version: z.number(),
    /** Original start of the occurrence in its series; null when it does not recur. */
    instance: z.string().nullable(),
    /** The series it belongs to, when an entry stands for one occurrence of it. */
    series: z.uuid().nullable(),
    title: z.string(),
    type: z.string().nullable(),
    state: z.string(),
    priority: z.string().nullable(),
    owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    company: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    place: z.string().nullable(),
    private: z.boolean(),
    timeZone: z.string(),
    mayChange: z.boolean(),
  }).nullable(),
})
export type CalendarEntry = z.output<typeof calendarEntry>

export const readCalendar = route({
  method: 'GET', path: '/api/calendar', summary: 'Entries of calendars between two moments: whole where the caller may see them, else only that the time is taken', scope: 'records:read',
  query: z.strictObject({
    from: instant,
    until: instant,
    /** Ids of people; together with the members of the teams. The caller’s own when neither is given. */
    people: ids.optional(),
    teams: ids.optional(),
    /** Tasks with a due moment too, as entries without length. */
    tasks: z.enum(['true', 'false']).optional(),
  }),
  answer: z.object({ entries: z.array(calendarEntry), people: z.array(z.object({ id: z.uuid(), name: z.string(), may: z.enum(['busy', 'see', 'edit']) })) }),
})

const which = z.enum(['this', 'following', 'all'])
/** Which occurrences of a series are meant; left out of what does not recur. */
const occurrence = { activity: z.uuid(), version: z.number().int(), instance: instant.nullable().optional(), which: which.optional() }
const done = z.object({ activity: z.uuid() })

export const moveOccurrence = route({
  method: 'POST', path: '/api/calendar/move', summary: 'Moves or resizes an occurrence, it and the following ones, or all of a series', scope: 'records:write',
  body: z.strictObject({ ...occurrence, start: instant, end: instant, allDay: z.boolean().optional(), /** Onto whose calendar; the same when left out. */ owner: z.uuid().optional() }),
  answer: done,
})

export const copyOccurrence = route({
  method: 'POST', path: '/api/calendar/copy', summary: 'Makes an entry like this one at another time', scope: 'records:write',
  body: z.strictObject({ activity: z.uuid(), instance: instant.nullable().optional(), start: instant, end: instant, owner: z.uuid().optional() }),
  answer: done,
})

export const changeOccurrence = route({
  method: 'POST', path: '/api/calendar/change', summary: 'Changes values of an occurrence, it and the following ones, or all of a series', scope: 'records:write',
  body: z.strictObject({ ...occurrence, values: z.record(z.string(), z.unknown()) }),
  answer: done,
})

export const removeOccurrence = route({
  method: 'POST', path: '/api/calendar/remove', summary: 'Takes an occurrence out of its series, ends the series before it, or puts all of it in the trash', scope: 'records:write',
  body: z.strictObject(occurrence),
  answer: z.object({ activity: z.uuid().nullable() }),
})
