/**
 * What a recurrence rule is: RRULE of iCalendar (RFC 5545, 3.3.10) without what makes no sense for people's work. Several times a day
 * is refused, and so are rules of a million occurrences. The same reading serves the server and the form in the browser.
 */
import { isRefusal, refusal, type Refusal } from '../../../contract/refusal.ts'
import { say, type Language, type Text, type TextValues } from '../../../contract/text.ts'
import { isDay } from '../../../fields/days.ts'
import { localeOf } from '../../../fields/locales.ts'
import { faults, frequencies, monthsIn, monthsOf, ordinals, weekdays, words } from './texts.ts'

export const allFrequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof allFrequencies)[number]
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type WeekdayCode = (typeof weekdayCodes)[number]

/** `place`: the second Monday of the month is 2, the last one -1; null is each of them. */
export interface RuleDay {
  day: WeekdayCode
  place: number | null
}

export interface Recurrence {
  frequency: Frequency
  interval: number
  count: number | null
  /** 'YYYYMMDD' (that day still) or 'YYYYMMDDTHHMMSSZ'. */
  until: string | null
  days: readonly RuleDay[]
  monthDays: readonly number[]
  months: readonly number[]
  positions: readonly number[]
  yearDays: readonly number[]
  weeks: readonly number[]
  weekStart: WeekdayCode | null
}

/** More than anybody plans; what has no end is written without COUNT. */
export const mostOccurrences = 1_000
const longestInterval = 999

const fault = (name: string, text: Text, values?: TextValues): Refusal => refusal(`recurrence.${name}`, text, { field: 'recurrence', ...(values === undefined ? {} : { values }) })

/** The rule that a text says, or what is wrong with it. */
export function readRecurrence(text: string): Recurrence | Refusal {
  const parts = partsOf(text)
  if ('code' in parts) return parts
  const values = new Map(parts)
  const frequency = values.get('FREQ')
  if (['HOURLY', 'MINUTELY', 'SECONDLY'].includes(frequency ?? '') || ['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((part) => values.has(part))) return fault('too_often', faults.tooOften)
  const known = allFrequencies.find((one) => one === frequency)
  if (known === undefined) return frequency === undefined ? fault('shape', faults.shape) : fault('bad_value', faults.badValue, { part: 'FREQ', value: frequency })
  for (const [part, value] of parts) {
    const read = readers[part]
    if (read === undefined) return fault('unknown_part', faults.unknownPart, { part })
    if (!read(value)) return fault('bad_value', faults.badValue, { part, value })
  }
  return whyNotTogether(known, values) ?? recurrenceOf(known, values)
}

function partsOf(text: string): [string, string][] | Refusal {
  const parts = text.trim().toUpperCase().replace(/^RRULE:/, '').replace(/;$/, '').split(';').map((part) => part.split('='))
  if (parts.some(({ length }) => length !== 2)) return fault('shape', faults.shape)
  const seen = new Set<string>()
  for (const [part] of parts) {
    if (seen.has(part!)) return fault('twice', faults.twice, { part: part! })
    seen.add(part!)
  }
  return parts as [string, string][]
}

const listed = (value: string, isRight: (item: string) => boolean): boolean => value.split(',').every(isRight)
const within = (least: number, most: number) => (item: string): boolean => /^[+-]?\d{1,4}$/.test(item) && Math.abs(Number(item)) >= least && Math.abs(Number(item)) <= most
const upTo = (most: number) => (item: string): boolean => /^\d{1,4}$/.test(item) && Number(item) >= 1 && Number(item) <= most
const isUntil = (value: string): boolean => {
  const found = /^(\d{4})(\d\d)(\d\d)(T([01]\d|2[0-3])[0-5]\d[0-5]\dZ)?$/.exec(value)
  return found !== null && isDay(`${found[1]}-${found[2]}-${found[3]}`)
}
const dayPattern = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/

const readers: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: () => true,
  INTERVAL: upTo(longestInterval),
  COUNT: upTo(mostOccurrences),
  UNTIL: isUntil,
  BYDAY: (value) => listed(value, (item) => dayPattern.test(item) && (dayPattern.exec(item)![1] === undefined || within(1, 53)(dayPattern.exec(item)![1]!))),
  BYMONTHDAY: (value) => listed(value, within(1, 31)),
  BYMONTH: (value) => listed(value, upTo(12)),
  BYSETPOS: (value) => listed(value, within(1, 366)),
  BYYEARDAY: (value) => listed(value, within(1, 366)),
  BYWEEKNO: (value) => listed(value, within(1, 53)),
  WKST: (value) => (weekdayCodes as readonly string[]).includes(value),
}

function whyNotTogether(frequency: Frequency, values: ReadonlyMap<string, string>): Refusal | null {
  if (values.has('COUNT') && values.has('UNTIL')) return fault('count_and_until', faults.countAndUntil)
  const hasPlaces = /\d/.test(values.get('BYDAY') ?? '')
  const hasOther = [...values.keys()].some((part) => part.startsWith('BY') && part !== 'BYSETPOS')
  const wrong = [
    hasPlaces && !['MONTHLY', 'YEARLY'].includes(frequency) ? 'BYDAY' : null,
    values.has('BYMONTHDAY') && frequency === 'WEEKLY' ? 'BYMONTHDAY' : null,
    values.has('BYYEARDAY') && frequency !== 'YEARLY' ? 'BYYEARDAY' : null,
    values.has('BYWEEKNO') && frequency !== 'YEARLY' ? 'BYWEEKNO' : null,
    values.has('BYSETPOS') && !hasOther ? 'BYSETPOS' : null,
  ].find((part) => part !== null)
  return wrong === undefined ? null : fault('not_together', faults.notTogether, { part: wrong, frequency })
}

function recurrenceOf(frequency: Frequency, values: ReadonlyMap<string, string>): Recurrence | Refusal {
  const numbers = (part: string): number[] => values.get(part)?.split(',').map(Number) ?? []
  const days = values.get('BYDAY')?.split(',').map((item): RuleDay => {
    const [, place, day] = dayPattern.exec(item)!
    return { day: day as WeekdayCode, place: place === undefined ? null : Number(place) }
  })
  const recurrence: Recurrence = {
    frequency, interval: Number(values.get('INTERVAL') ?? 1), count: values.has('COUNT') ? Number(values.get('COUNT')) : null, until: values.get('UNTIL') ?? null,
    days: days ?? [], monthDays: numbers('BYMONTHDAY'), months: numbers('BYMONTH'), positions: numbers('BYSETPOS'), yearDays: numbers('BYYEARDAY'), weeks: numbers('BYWEEKNO'),
    weekStart: (values.get('WKST') as WeekdayCode | undefined) ?? null,
  }
  return hasSuchDay(recurrence) ? recurrence : fault('never', faults.never)
}

/** No 30 February: of the days and months named, one at least must be in the calendar. */
const hasSuchDay = ({ months, monthDays }: Recurrence): boolean =>
  months.length === 0 || monthDays.length === 0 || months.some((month) => monthDays.some((day) => Math.abs(day) <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!))

/** The rule's one way of writing; reading it gives the same rule. */
export function writeRecurrence(rule: Recurrence): string {
  const list = (part: string, items: readonly (string | number)[]) => (items.length === 0 ? [] : [`${part}=${items.join(',')}`])
  return [
    `FREQ=${rule.frequency}`,
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...list('BYMONTH', rule.months), ...list('BYWEEKNO', rule.weeks), ...list('BYYEARDAY', rule.yearDays), ...list('BYMONTHDAY', rule.monthDays),
    ...list('BYDAY', rule.days.map(({ day, place }) => `${place ?? ''}${day}`)), ...list('BYSETPOS', rule.positions),
    ...(rule.weekStart === null ? [] : [`WKST=${rule.weekStart}`]),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]), ...(rule.until === null ? [] : [`UNTIL=${rule.until}`]),
  ].join(';')
}

/** As people say it: "co 2 tygodnie w poniedziałki i środy, do 31 grudnia 2026". What is no rule is said as it stands. */
export function describeRecurrence(text: string, language: Language): string {
  const rule = readRecurrence(text)
  if (isRefusal(rule)) return text
  const how = isPlain(rule) ? [say(frequencies[rule.frequency], language, { n: rule.interval }), whichDays(rule, language)].filter((part) => part !== '').join(' ') : say(words.byRule, language, { rule: text })
  return [how, howLong(rule, language)].filter((part) => part !== '').join(', ')
}

const workdays = 'MO,TU,WE,TH,FR'
const isWorkdays = ({ days }: Recurrence): boolean => days.every(({ place }) => place === null) && days.map(({ day }) => day).join(',') === workdays

/** Whatever the forms offer; the rest of RFC 5545 is shown as its rule. */
function isPlain(rule: Recurrence): boolean {
  const { frequency, days, monthDays, months, positions, yearDays, weeks } = rule
  if (yearDays.length > 0 || weeks.length > 0 || (days.length > 0 && monthDays.length > 0)) return false
  if (monthDays.some((day) => day < 0) && monthDays.join() !== '-1') return false
  if (positions.length > 0) return positions.length === 1 && String(positions[0]) in ordinals && isWorkdays(rule) && frequency === 'MONTHLY'
  if (days.some(({ place }) => place !== null && !(String(place) in ordinals))) return false
  return frequency !== 'YEARLY' || months.length > 0 || (days.length === 0 && monthDays.length === 0)
}

function whichDays(rule: Recurrence, language: Language): string {
  const { frequency, days, monthDays, months, positions } = rule
  if (frequency === 'YEARLY' && months.length === 1 && monthDays.length === 1 && monthDays[0]! > 0) return `${language === 'en' ? 'on ' : ''}${monthDays[0]} ${monthsOf[language][months[0]! - 1]}`
  const inMonths = months.length === 0 ? '' : say(words.inMonths, language, { months: joined(months.map((month) => monthsIn[language][month - 1]!), language) })
  const on = positions.length > 0 ? theDay(ordinal(positions[0]!, false, language), say(words.workday, language), language) : isWorkdays(rule) ? say(words.workdays, language) : [daysInWords(days, language), monthDaysInWords(monthDays, language)].join('')
  return [on, inMonths].filter((part) => part !== '').join(' ')
}

function daysInWords(days: readonly RuleDay[], language: Language): string {
  if (days.length === 0) return ''
  const named = days.map(({ day, place }) => {
    const { one, many, isFeminine } = weekdays[weekdayCodes.indexOf(day)]!
    return place === null ? many[language] : `${ordinal(place, isFeminine, language)} ${one[language]}`
  })
  const text = joined(named, language)
  return say(days[0]!.place === null ? words.on : words.onThe, language, { days: text, isHard: String(/^(wt|wś)/.test(text)) })
}

function monthDaysInWords(days: readonly number[], language: Language): string {
  if (days.length === 0) return ''
  if (days.length === 1 && days[0] === -1) return say(words.lastDay, language)
  return say(words.monthDays, language, { days: joined(days.map((day) => (language === 'pl' ? `${day}.` : englishOrdinal(day))), language) })
}

const ordinal = (place: number, isFeminine: boolean, language: Language): string => ordinals[String(place)]![language === 'en' ? 'en' : isFeminine ? 'feminine' : 'masculine']
const theDay = (which: string, day: string, language: Language): string => say(words.onThe, language, { days: `${which} ${day}`, isHard: 'false' })
const englishOrdinal = (day: number): string => `${day}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' }[new Intl.PluralRules('en', { type: 'ordinal' }).select(day)]}`
const joined = (items: readonly string[], language: Language): string => (items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${words.and[language]} ${items.at(-1)}`)

function howLong({ count, until }: Recurrence, language: Language): string {
  if (count !== null) return say(words.times, language, { n: count })
  if (until === null) return ''
  const day = new Date(Date.UTC(Number(until.slice(0, 4)), Number(until.slice(4, 6)) - 1, Number(until.slice(6, 8))))
  return say(words.until, language, { day: new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'long', timeZone: 'UTC' }).format(day) })
}
