import { z } from 'zod'
import { day } from '../../contract/moments.ts'
import { route } from '../../contract/route.ts'

const periods = z.string().trim().max(100).nullable()
const week = { monday: periods, tuesday: periods, wednesday: periods, thursday: periods, friday: periods, saturday: periods, sunday: periods }

/** As the firm works: what holds for everybody who has no hours of his own. `country`: 'PL', or with a state 'DE-BY'; null: no public holidays. */
export const firmHours = z.strictObject({ ...week, country: z.string().trim().max(10).nullable() })
export type FirmHours = z.infer<typeof firmHours>

const freeDay = z.object({ date: day, name: z.string() })
/** Periods by weekday, Monday first, in minutes since midnight in the person's zone; days that are free, and days worked all the same. */
const personHours = z.object({ person: z.uuid(), timeZone: z.string(), week: z.array(z.array(z.tuple([z.int(), z.int()]))), free: z.array(freeDay), worked: z.array(day) })

const stretch = { from: day, until: day }

export const readFirm = route({ method: 'GET', path: '/api/hours/firm', summary: 'The firm’s working hours and country', scope: 'records:read', answer: firmHours })
export const changeFirm = route({ method: 'PUT', path: '/api/hours/firm', summary: 'Set the firm’s working hours and country', scope: 'admin', body: firmHours, answer: firmHours })
export const readCountries = route({
  method: 'GET', path: '/api/hours/countries', summary: 'Countries whose public holidays are known', scope: 'records:read',
  answer: z.object({ countries: z.array(z.object({ code: z.string(), name: z.string() })) }),
})
export const readPeople = route({
  method: 'GET', path: '/api/hours', summary: 'When these people work between two days: weeks and free days', scope: 'records:read',
  query: z.strictObject({ ...stretch, people: z.string().max(4_000) }), answer: z.object({ people: z.array(personHours) }),
})
