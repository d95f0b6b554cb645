/** Days as 'YYYY-MM-DD': checking, counting, reading what people type. No time zones here. */
import type { Refusal } from '../contract/refusal.ts'
import { fold } from '../expression/fold.ts'
import { plainSpaces } from './characters.ts'
import type { Manner } from './field.ts'
import { no } from './refusals.ts'

export const daysInMonth = (year: number, month: number): number => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0

/** '2026-02-31' is no day. Years 0001–9999. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found !== null && dayOf(Number(found[1]), Number(found[2]), Number(found[3])) !== null
}

export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day so many days later; null beyond the years 0001–9999. */
export function addDays(day: string, count: number): string | null {
  const date = utcMidnight(day)
  date.setUTCDate(date.getUTCDate() + count)
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** The same day of a later month, or its last one when it is too short. */
export function addMonths(day: string, count: number): string | null {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  const months = year * 12 + month - 1 + count
  const [newYear, newMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return dayOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)))
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => utcMidnight(day).getUTCDay() || 7

/** '15.3', '15.03.2026', '2026-3-15', '15 marca', 'jutro', '+2w', 'pn', … as a day. */
export function readDay(typed: string, manner: Manner): string | Refusal {
  const text = fold(plainSpaces(typed)).replace(/(\d)(st|nd|rd|th)\b/, '$1').replace(/(\d{4})\s?(r\.?|roku)$/, '$1')
  const found = text.length > 40 ? null : (spoken(text, manner.today) ?? written(text, manner))
  if (found === null) return no('date.form', { value: typed })
  if (found === 'impossible') return no('date.impossible', { value: typed })
  return found === 'year' ? no('date.year', { value: typed }) : found
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function utcMidnight(day: string): Date {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, dayOfMonth)
  return date
}

// A map, because to an object 'constructor' is a word too.
const wordsForDays = new Map([
  ['dzis', 0], ['dzisiaj', 0], ['today', 0], ['teraz', 0], ['now', 0], ['jutro', 1], ['tomorrow', 1], ['pojutrze', 2], ['wczoraj', -1], ['yesterday', -1], ['przedwczoraj', -2],
])
const weekdays = [
  'pn pon poniedzialek mon monday', 'wt wto wtorek tue tues tuesday', 'sr sro sroda srode wed wednesday', 'cz czw czwartek thu thur thurs thursday',
  'pt pia piatek fri friday', 'sb so sob sobota sobote sat saturday', 'nd nie niedz niedziela niedziele sun sunday',
].map((words) => words.split(' '))
const months = [
  'styczen stycznia sty january jan', 'luty lutego lut february feb', 'marzec marca mar march', 'kwiecien kwietnia kwi april apr', 'maj maja may',
  'czerwiec czerwca cze june jun', 'lipiec lipca lip july jul', 'sierpien sierpnia sie august aug', 'wrzesien wrzesnia wrz september sep sept',
  'pazdziernik pazdziernika paz october oct', 'listopad listopada lis november nov', 'grudzien grudnia gru december dec',
].map((words) => words.split(' '))
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

type Day = string | 'impossible' | 'year' | null

function spoken(text: string, today: string): Day {
  const days = wordsForDays.get(text)
  if (days !== undefined) return addDays(today, days) ?? 'year'
  const weekday = weekdays.findIndex((words) => words.includes(text.replace(/\.$/, '')))
  if (weekday >= 0) return addDays(today, ((weekday + 1 - weekdayOf(today) + 6) % 7) + 1) ?? 'year'
  const step = /^([+-])\s*(\d{1,5})\s*(d|dni|dzien|days?|w|t|tydz|tyg|tygodni|tygodnie|weeks?|m|mies|months?|y|r|l|lat|lata|rok|years?)?$/.exec(text)
  if (step === null) return null
  const count = Number(step[2]) * (step[1] === '-' ? -1 : 1)
  const unit = step[3]?.[0] ?? 'd'
  if (unit === 'd') return addDays(today, count) ?? 'year'
  if (unit === 'w' || unit === 't') return addDays(today, count * 7) ?? 'year'
  return addMonths(today, unit === 'm' ? count : count * 12) ?? 'year'
}

function written(text: string, manner: Manner): Day {
  const first = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (first !== null) return checked(Number(first[1]), Number(first[2]), Number(first[3]))
  const last = /^(\d{1,2})\s?[-./ ]\s?(\d{1,2}|[ivx]+)(?:\s?[-./ ]\s?(\d{4}|\d{2})|\.)?$/.exec(text)
  if (last !== null) return dayFirst(Number(last[1]), monthNumber(last[2]!), yearOf(last[3], manner.today), text.includes('/') && manner.language === 'en')
  const named = /^(\d{1,2})\.?[ -]?([a-z]+)\.?,?[ -]?(\d{4}|\d{2})?$/.exec(text) ?? swapped(/^([a-z]+)\.? (\d{1,2}),?(?: (\d{4}))?$/.exec(text))
  if (named === null) return null
  const month = months.findIndex((words) => words.includes(named[2]!)) + 1
  return month === 0 ? null : checked(yearOf(named[3], manner.today), month, Number(named[1]))
}

const swapped = (found: RegExpExecArray | null): (string | undefined)[] | null => found && [found[0], found[2], found[1], found[3]]

const monthNumber = (text: string): number => (/^\d/.test(text) ? Number(text) : roman.indexOf(text) + 1)

// The American order is understood only where it cannot mean anything else: 3/15/2026.
function dayFirst(day: number, month: number, year: number, mayBeAmerican: boolean): Day {
  return mayBeAmerican && month > 12 && day <= 12 ? checked(year, day, month) : checked(year, month, day)
}

function checked(year: number, month: number, day: number): Day {
  if (year < 1 || year > 9999) return 'year'
  return dayOf(year, month, day) ?? 'impossible'
}

/** Two digits mean 1970–2069. */
function yearOf(text: string | undefined, today: string): number {
  if (text === undefined) return Number(today.slice(0, 4))
  const year = Number(text)
  return text.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year
}
