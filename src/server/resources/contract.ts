import { z } from 'zod'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import { moment } from '../../contract/moments.ts'
import { route } from '../../contract/route.ts'
import { refusals } from './texts.ts'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

/** Minutes from midnight. */
export interface Opening {
  from: number
  until: number
}

/** What a person types for one day; empty is closed. '8-16', '8.00–12.00, 13-16', '0-24'. */
export function readDay(text: string | null): Opening[] | Refusal {
  if (text === null || text.trim() === '') return []
  const openings = text.split(/[,;]/).map((part) => readOpening(part.trim()))
  if (openings.includes(null)) return refusal('resource.not_hours', refusals.notHours)
  const sorted = (openings as Opening[]).toSorted((a, b) => a.from - b.from)
  return sorted.some(({ from }, at) => at > 0 && from < sorted[at - 1]!.until) ? refusal('resource.not_hours', refusals.notHours) : sorted
}

function readOpening(part: string): Opening | null {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/.exec(part)
  if (found === null) return null
  const [from, until] = [Number(found[1]) * 60 + Number(found[2] ?? 0), Number(found[3]) * 60 + Number(found[4] ?? 0)]
  const isRight = Number(found[2] ?? 0) < 60 && Number(found[4] ?? 0) < 60 && from < until && until <= 24 * 60
  return isRight ? { from, until } : null
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
export const writeDay = (openings: readonly Opening[]): string | null => (openings.length === 0 ? null : openings.map(({ from, until }) => `${clock(from)}–${clock(until)}`).join(', '))

const units = z.coerce.number().int().min(1).max(1_000)
const ids = z.string().max(4_000).transform((text) => text.split(',').filter((id) => id !== '')).pipe(z.array(z.uuid()).max(100))
export const mostDays = 400

/** What others see of a booking: at least that the time is taken. */
const shownBooking = z.object({
  resource: z.uuid(),
  start: z.string(),
  end: z.string(),
  units: z.number(),
  /** tentative: it waits for an answer, and holds the time meanwhile. */
  state: z.enum(['booked', 'tentative']),
  /** Only what the caller may see. */
  id: z.uuid().optional(),
  title: z.string().optional(),
  owner: z.object({ id: z.uuid(), name: z.string() }).optional(),
  activity: z.uuid().optional(),
  mayChange: z.boolean().optional(),
})
export type ShownBooking = z.infer<typeof shownBooking>

const shownResource = z.object({
  id: z.uuid(), name: z.string(), kind: z.object({ id: z.uuid(), name: z.string(), icon: z.string().nullable(), color: z.string().nullable() }),
  place: z.string().nullable(), seats: z.number().nullable(), quantity: z.number(), needsApproval: z.boolean(), color: z.string().nullable(),
})
export type ShownResource = z.infer<typeof shownResource>

export const resourceCalendar = route({
  method: 'GET', path: '/api/resources/calendar', summary: 'Bookings of resources: whole where the caller may see them, else that the time is taken', scope: 'records:read',
  query: z.strictObject({ from: moment, until: moment, resources: ids.optional(), kind: z.uuid().optional() }),
  answer: z.object({ resources: z.array(shownResource), bookings: z.array(shownBooking), closed: z.array(z.object({ resource: z.uuid(), start: z.string(), end: z.string() })) }),
})

/** Taken by whom, as far as the caller may know, and until when. */
const conflict = z.object({ start: z.string(), end: z.string(), until: z.string().nullable(), who: z.string().nullable(), free: z.number(), why: z.enum(['taken', 'closed']), sentence: z.string() })
export type Conflict = z.infer<typeof conflict>
const alternative = z.object({ id: z.uuid(), name: z.string(), place: z.string().nullable(), seats: z.number().nullable(), needsApproval: z.boolean() })
export type Alternative = z.infer<typeof alternative>
export const asAlternative = ({ id, name, place, seats, needsApproval }: Alternative): Alternative => ({ id, name, place, seats, needsApproval })
/** Of a series, what cannot be had and why: in the refusal booking.series_taken. */
export interface TakenOccurrence {
  instance: string
  start: string
  end: string
  sentence: string
}
const span = z.object({ start: z.string(), end: z.string() })

export const findings = z.object({ conflicts: z.array(conflict), alternatives: z.array(alternative), nextFree: span.nullable() })
export type Findings = z.infer<typeof findings>

const wanted = { start: moment, end: moment, units: units.optional(), seats: z.number().int().min(0).max(100_000).optional() }

export const checkTime = route({
  method: 'POST', path: '/api/resources/:id/check', summary: 'Is the resource free then? If not: who has it until when, what else is free, when it is free next', scope: 'records:read',
  params: z.object({ id: z.uuid() }), body: z.strictObject({ ...wanted, booking: z.uuid().optional() }), answer: findings,
})

export const freeResources = route({
  method: 'GET', path: '/api/resources/free', summary: 'Resources that are free for the whole time', scope: 'records:read',
  query: z.strictObject({ start: moment, end: moment, kind: z.uuid().optional(), units: units.optional(), seats: z.coerce.number().int().min(0).optional() }),
  answer: z.object({ resources: z.array(alternative) }),
})

const standingShape = z.object({ free: z.boolean(), isOpen: z.boolean(), until: z.string().nullable(), who: z.string().nullable(), nextFree: z.string().nullable(), freeUnits: z.number(), quantity: z.number() })

export const standing = route({
  method: 'GET', path: '/api/resources/:id/now', summary: 'Is it free now, until when; when it is free next', scope: 'records:read',
  params: z.object({ id: z.uuid() }),
  answer: standingShape,
})
export type Standing = z.infer<typeof standingShape>

export const bookResource = route({
  method: 'POST', path: '/api/resources/book', summary: 'Book a resource, alone or for an activity; of a recurring one all occurrences', scope: 'records:write',
  body: z.strictObject({
    resource: z.uuid(), activity: z.uuid().optional(), start: moment.optional(), end: moment.optional(), units: units.optional(), title: z.string().trim().max(500).optional(),
    private: z.boolean().optional(), owner: z.uuid().optional(),
    /** Of a recurring activity: original starts of the occurrences that do without. */
    skip: z.array(moment).max(1_000).optional(),
  }),
  answer: z.object({ id: z.uuid(), version: z.number(), state: z.string() }),
})
