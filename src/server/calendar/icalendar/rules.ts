/** Calendars as other programs read them: iCalendar (RFC 5545) and invitations within it (RFC 5546). */
import ICAL from 'ical.js'
import { isRefusal } from '../../../contract/refusal.ts'
import { dateOfDay, dayNumber, localDate, momentOf, startOfDay } from '../../../expression/calendar.ts'
import { readRecurrence, writeRecurrence } from '../../activities/index.ts'
import { observancesOf, offsetAt } from '../zones/rules.ts'

export interface CalendarAddress {
  name: string
  mail: string
}

export type Participation = 'none' | 'yes' | 'no' | 'maybe'

/** One VEVENT. Moments are RFC 3339; `zone` is whose clock it keeps. */
export interface EventText {
  uid: string
  sequence: number
  /** When it was last changed. */
  stamp: string
  start: string
  end: string
  allDay: boolean
  zone: string
  title: string
  description?: string | null
  place?: string | null
  url?: string | null
  recurrence?: string | null
  /** Original starts of occurrences that do not take place. */
  without?: readonly string[]
  /** The original start of the occurrence that this one stands for. */
  instance?: string | null
  isCancelled?: boolean
  isFree?: boolean
  isTentative?: boolean
  isPrivate?: boolean
  organizer?: CalendarAddress | null
  attendees?: readonly (CalendarAddress & { answer: Participation })[]
}

export interface CalendarText {
  method?: 'REQUEST' | 'CANCEL' | 'PUBLISH' | 'REPLY'
  name?: string
  events: readonly EventText[]
}

const product = '-//Sedno//Sedno//PL'

export function writeCalendar({ method, name, events }: CalendarText): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', product)
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  if (method !== undefined) calendar.addPropertyWithValue('method', method)
  if (name !== undefined) calendar.addPropertyWithValue('x-wr-calname', name)
  const zones = new Set(events.filter(({ allDay, zone }) => !allDay && !isUtc(zone)).map(({ zone }) => zone))
  for (const zone of zones) calendar.addSubcomponent(zoneOf(zone))
  for (const event of events) calendar.addSubcomponent(eventOf(event))
  return `${calendar.toString()}\r\n`
}

const isUtc = (zone: string): boolean => zone === 'UTC' || zone === 'Etc/UTC'

function zoneOf(zone: string): ICAL.Component {
  const made = new ICAL.Component('vtimezone')
  made.addPropertyWithValue('tzid', zone)
  for (const { kind, begins, rule, offsetBefore, offset } of observancesOf(zone)) {
    const part = new ICAL.Component(kind.toLowerCase())
    part.addPropertyWithValue('dtstart', ICAL.Time.fromString(`${begins.slice(0, 4)}-${begins.slice(4, 6)}-${begins.slice(6, 8)}T${begins.slice(9, 11)}:${begins.slice(11, 13)}:${begins.slice(13)}`, undefined as never))
    part.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(offsetBefore.replace(/(\d\d)(\d\d)$/, '$1:$2')))
    part.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(offset.replace(/(\d\d)(\d\d)$/, '$1:$2')))
    if (rule !== null) part.addPropertyWithValue('rrule', ICAL.Recur.fromString(rule))
    made.addSubcomponent(part)
  }
  return made
}

function eventOf(event: EventText): ICAL.Component {
  const made = new ICAL.Component('vevent')
  const add = (name: string, value: unknown) => value !== null && value !== undefined && value !== '' && made.addPropertyWithValue(name, value as string)
  add('uid', event.uid)
  add('dtstamp', utcTime(event.stamp))
  add('sequence', event.sequence)
  addTime(made, 'dtstart', event.start, event)
  addTime(made, 'dtend', event.end, event)
  if (event.instance != null) addTime(made, 'recurrence-id', event.instance, event)
  if (event.recurrence != null) add('rrule', ICAL.Recur.fromString(ruleText(event.recurrence, event)))
  for (const moment of event.without ?? []) addTime(made, 'exdate', moment, event)
  add('summary', event.title)
  add('description', event.description)
  add('location', event.place)
  add('url', event.url)
  add('status', event.isCancelled === true ? 'CANCELLED' : event.isTentative === true ? 'TENTATIVE' : 'CONFIRMED')
  add('transp', event.isFree === true ? 'TRANSPARENT' : 'OPAQUE')
  if (event.isPrivate === true) add('class', 'PRIVATE')
  if (event.organizer != null) addAddress(made, 'organizer', event.organizer, {})
  for (const { answer, ...who } of event.attendees ?? []) addAddress(made, 'attendee', who, { partstat: participations[answer], role: 'REQ-PARTICIPANT', rsvp: 'TRUE', cutype: 'INDIVIDUAL' })
  return made
}

const participations: Readonly<Record<Participation, string>> = { none: 'NEEDS-ACTION', yes: 'ACCEPTED', no: 'DECLINED', maybe: 'TENTATIVE' }
export const answerOf = (partstat: string): Participation => (Object.entries(participations).find(([, written]) => written === partstat.toUpperCase())?.[0] as Participation | undefined) ?? 'none'

function addAddress(to: ICAL.Component, name: string, { name: person, mail }: CalendarAddress, parameters: Record<string, string>): void {
  const property = new ICAL.Property(name)
  // A quotation mark cannot be written in a parameter (RFC 5545, 3.1), nor anything that ends the line.
  property.setParameter('cn', person.replaceAll('"', "'").replaceAll(/[\r\n]/g, ' '))
  for (const [parameter, value] of Object.entries(parameters)) property.setParameter(parameter, value)
  property.setValue(`mailto:${mail}`)
  to.addProperty(property)
}

const utcTime = (moment: string): ICAL.Time => ICAL.Time.fromJSDate(new Date(moment), true)

/** A day for what lasts whole days, else the clock of its zone with the zone's name. */
function addTime(to: ICAL.Component, name: string, moment: string, { allDay, zone }: Pick<EventText, 'allDay' | 'zone'>): void {
  const property = new ICAL.Property(name)
  if (!allDay && !isUtc(zone)) property.setParameter('tzid', zone)
  property.setValue(allDay ? dayOf(moment, zone) : isUtc(zone) ? utcTime(moment) : wallTime(moment, zone))
  to.addProperty(property)
}

const dayOf = (moment: string, zone: string): ICAL.Time => ICAL.Time.fromDateString(localDate(moment, zone)!)

function wallTime(moment: string, zone: string): ICAL.Time {
  const ms = Date.parse(moment)
  return ICAL.Time.fromDateTimeString(new Date(ms + offsetAt(zone, ms) * 60_000).toISOString().slice(0, 19))
}

/** UNTIL is of the same kind as DTSTART: a day for whole days, else a moment in UTC (RFC 5545, 3.3.10). */
function ruleText(recurrence: string, { allDay, zone }: Pick<EventText, 'allDay' | 'zone'>): string {
  const rule = readRecurrence(recurrence)
  if (isRefusal(rule) || rule.until === null) return recurrence
  const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z)?$/.exec(rule.until)!
  const date = `${year}-${month}-${day}`
  if (allDay) {
    const last = time === undefined ? date : localDate(`${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`, zone)!
    return writeRecurrence({ ...rule, until: last.replaceAll('-', '') })
  }
  if (time !== undefined) return writeRecurrence(rule)
  const end = new Date(Date.parse(startOfDay(dateOfDay(dayNumber(date) + 1)!, zone)!) - 1_000)
  return writeRecurrence({ ...rule, until: end.toISOString().replaceAll(/[-:]|\.\d+/g, '') })
}

/** What an answer says: whose, to which event and version of it. */
export interface ReplyText {
  uid: string
  mail: string
  answer: Participation
  comment: string | null
  sequence: number
  /** The occurrence answered for; null: all of it. */
  instance: string | null
}

/** The answers in a mail of METHOD:REPLY; null when it is none, or cannot be read. */
export function readReply(text: string): ReplyText[] | null {
  const calendar = parsed(text)
  if (calendar === null || String(calendar.getFirstPropertyValue('method') ?? '').toUpperCase() !== 'REPLY') return null
  return calendar.getAllSubcomponents('vevent').flatMap((event) => {
    const uid = event.getFirstPropertyValue('uid')
    const comment = event.getFirstPropertyValue('comment')
    const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0)
    const instance = instanceIn(event)
    return event.getAllProperties('attendee').flatMap((attendee) => {
      const mail = String(attendee.getFirstValue() ?? '').replace(/^mailto:/i, '').trim().toLowerCase()
      const partstat = attendee.getFirstParameter('partstat')
      if (typeof uid !== 'string' || mail === '' || !partstat) return []
      return [{ uid, mail, answer: answerOf(partstat), comment: typeof comment === 'string' && comment !== '' ? comment.slice(0, 1_000) : null, sequence, instance }]
    })
  })
}

function parsed(text: string): ICAL.Component | null {
  try {
    const read = ICAL.parse(text) as unknown
    return Array.isArray(read) && read[0] === 'vcalendar' ? new ICAL.Component(read as never) : null
  } catch {
    // Whatever came by mail: what is no calendar is no answer.
    return null
  }
}

/** Programs write it in UTC or by the clock of a zone; a zone that nobody knows says nothing. */
function instanceIn(event: ICAL.Component): string | null {
  const property = event.getFirstProperty('recurrence-id')
  const value = property?.getFirstValue() as ICAL.Time | null | undefined
  if (property === null || property === undefined || value === null || value === undefined) return null
  if (value.zone === ICAL.Timezone.utcTimezone) return value.toJSDate().toISOString()
  const zone = property.getFirstParameter('tzid')
  try {
    return momentOf(value.toString().slice(0, 19).padEnd(19, 'T00:00:00'), zone ?? 'UTC')
  } catch {
    return null
  }
}
