/** Where a page ended: the moment and id of its last entry, in a form that travels in an address. */
import { refuse } from '../../../contract/refusal.ts'
import { isId } from '../db/uuid7.ts'
import { texts } from './texts.ts'

export interface Place {
  at: string
  id: string
}

export const writePlace = ({ at, id }: Place): string => Buffer.from(`${at} ${id}`).toString('base64url')

export function readPlace(text: string): Place {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ')
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) || !isId(id)) refuse('bad_cursor', texts.badPlace, { status: 400, field: 'after' })
  return { at, id }
}

/** Where a page of a time line ended. `asOf`: what was planned when its first page was read is planned on all of them. */
export interface TimelinePlace extends Place {
  section: 'planned' | 'past'
  asOf: string
}

export const writeTimelinePlace = ({ section, asOf, at, id }: TimelinePlace): string => Buffer.from(`${section} ${asOf} ${writePlace({ at, id })}`).toString('base64url')

export function readTimelinePlace(text: string): TimelinePlace {
  const [section, asOf = '', place = ''] = Buffer.from(text, 'base64url').toString().split(' ')
  if ((section !== 'planned' && section !== 'past') || Number.isNaN(Date.parse(asOf))) refuse('bad_cursor', texts.badPlace, { status: 400, field: 'after' })
  return { section: section as TimelinePlace['section'], asOf, ...readPlace(place) }
}

/** Newest first, and of the same moment the greater id first. */
export const newestFirst = (a: Place, b: Place): number => (a.at === b.at ? (a.id < b.id ? 1 : a.id > b.id ? -1 : 0) : a.at < b.at ? 1 : -1)

/** Of what is planned: the longest overdue first, then what comes soonest. */
export const soonestFirst = (a: Place, b: Place): number => newestFirst(b, a)
