import { z } from 'zod'
import { moment } from '../../../contract/moments.ts'
import { route } from '../../../contract/route.ts'

const named = z.object({ id: z.string(), name: z.string() })
const ids = z.string().max(10_000)
const yes = z.enum(['true', 'false']).transform((text) => text === 'true')

/** Our own answers name ids: thousands of them need not be judged again. */
const id = z.string()
/** What the caller may see: one for each person asked for in whose calendar it stands. `instance`: the original start of an occurrence of a series. */
export const entry = z.object({
  person: id, id, version: z.int(), start: z.string(), end: z.string(), allDay: z.boolean(),
  title: z.string().nullable(), type: z.string().nullable(), state: z.string().nullable(), place: z.string().nullable(), showAs: z.string(), color: z.string().nullable(),
  owner: id.nullable(), participants: z.array(id), company: named.nullable(), people: z.array(named),
  private: z.boolean(), recurring: z.boolean(), series: id.nullable(), instance: z.string().nullable(), answer: z.string().nullable(), canMove: z.boolean(),
})
export type CalendarEntry = z.infer<typeof entry>

/** What he may not: that the time is taken, and no word of by what. */
export const busyTime = z.strictObject({ person: id, start: z.string(), end: z.string(), allDay: z.boolean(), showAs: z.string() })
export type BusyTime = z.infer<typeof busyTime>

const task = z.object({ id, version: z.int(), person: id, due: z.string(), title: z.string().nullable(), type: z.string().nullable(), state: z.string().nullable(), color: z.string().nullable(), company: named.nullable(), canMove: z.boolean() })
export type CalendarTask = z.infer<typeof task>

/** `level`: what the caller may do in this calendar as a whole; single entries may be open to him besides. */
const person = z.object({ id: z.uuid(), name: z.string(), timeZone: z.string(), level: z.enum(['own', 'edit', 'see', 'busy']) })
export type CalendarPerson = z.infer<typeof person>

export const readCalendar = route({
  method: 'GET', path: '/api/calendar', summary: 'Entries of people’s calendars in a span of time, recurrences expanded; of what the caller may not see only that the time is taken', scope: 'records:read',
  query: z.strictObject({ from: moment, until: moment, people: ids.optional(), teams: ids.optional(), mine: yes.optional(), tasks: yes.optional() }),
  answer: z.object({ people: z.array(person), entries: z.array(entry), busy: z.array(busyTime), tasks: z.array(task) }),
})

const which = z.enum(['this', 'following', 'all'])
/** `instance` and `which` only for what recurs; `person`: into whose calendar. An entry that stands for one occurrence leads to its series too. */
const place = { activity: z.uuid(), instance: moment.optional() }
const span = { start: moment, end: moment, person: z.uuid().optional() }
const version = z.int().min(1).max(2_147_483_647)
const written = z.object({ id: z.uuid(), version: z.int() })

export const moveRoute = route({
  method: 'POST', path: '/api/calendar/move', summary: 'Move or resize an entry: one occurrence, it and those after it, or the whole series', scope: 'records:write',
  body: z.strictObject({ ...place, ...span, allDay: z.boolean().optional(), which: which.optional(), version }), answer: written,
})
export type Move = z.output<NonNullable<typeof moveRoute.body>>
export const copyRoute = route({
  method: 'POST', path: '/api/calendar/copy', summary: 'Copy an entry to another time', scope: 'records:write',
  body: z.strictObject({ ...place, ...span }), answer: written,
})
export type Copy = z.output<NonNullable<typeof copyRoute.body>>
export const changeRoute = route({
  method: 'POST', path: '/api/calendar/change', summary: 'Change values of an entry: of one occurrence, of it and those after it, or of the whole series', scope: 'records:write', ofFields: true,
  body: z.strictObject({ ...place, which: which.optional(), version, values: z.record(z.string(), z.unknown()) }), answer: written,
})
export type Alteration = z.output<NonNullable<typeof changeRoute.body>>
export const removeRoute = route({
  method: 'POST', path: '/api/calendar/remove', summary: 'Take an entry out of the calendar: one occurrence, it and those after it, or the whole series', scope: 'records:write',
  body: z.strictObject({ ...place, which: which.optional(), version }), answer: z.null(),
})
export type Removal = z.output<NonNullable<typeof removeRoute.body>>
export const sharesRoute = route({
  method: 'GET', path: '/api/calendar/shares', summary: 'Who may see my calendar, and whose I may see', scope: 'records:read',
  answer: z.object({ given: z.array(z.object({ id: z.uuid(), version: z.int(), person: named, level: z.string() })), received: z.array(z.object({ owner: named, level: z.string() })) }),
})
