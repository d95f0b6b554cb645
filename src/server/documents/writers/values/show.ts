/** A value as a document shows it, in the language of its template. */
import type { Language } from '../../../../contract/text.ts'
import { localDate } from '../../../../expression/calendar.ts'
import type { ExprType, ExprValue } from '../../../../expression/types.ts'
import { roundTo } from '../../../../expression/functions/numbers.ts'
import { Exact, numberText } from '../../../../expression/value.ts'
import { showNumber } from '../../../../fields/phone/numbers.ts'
import type { Format } from '../../reading/markers.ts'
import { amountInWords, numberInWords } from './words.ts'

export interface How {
  language: Language
  timeZone: string
}

type Money = { amount: string; currency: string }
interface FormatDefinition {
  takes: readonly ExprType['kind'][]
  show(value: ExprValue, given: string, how: How): string
}

/** By name; `image` is no text and is dealt with where pictures are. */
export const formats: Readonly<Record<string, FormatDefinition>> = {
  money: { takes: ['money', 'number'], show: (value, given, how) => (isMoney(value) ? moneyText(value, how.language) : grouped(fixed(String(value), 2), how.language) + (given === '' ? '' : ` ${given}`)) },
  amount: { takes: ['money', 'number'], show: (value, _given, how) => grouped(isMoney(value) ? value.amount : fixed(String(value), 2), how.language) },
  number: { takes: ['number', 'money'], show: (value, given, how) => grouped(given === '' ? plainNumber(value) : fixed(plainNumber(value), Math.min(Number(given) || 0, 10)), how.language) },
  percent: { takes: ['number'], show: (value, given, how) => `${grouped(given === '' ? String(value) : fixed(String(value), Number(given) || 0), how.language)}${how.language === 'pl' ? '\u00a0%' : '%'}` },
  date: { takes: ['date', 'dateTime'], show: (value, given, how) => dateText(dayOf(String(value), how), how.language, given === 'long') },
  time: { takes: ['time', 'dateTime'], show: (value, _given, how) => timeText(String(value), how) },
  datetime: { takes: ['dateTime', 'date'], show: (value, given, how) => `${dateText(dayOf(String(value), how), how.language, given === 'long')}, ${timeText(String(value), how)}` },
  words: {
    takes: ['money', 'number'],
    show(value, given, how) {
      const language = /\b(pl|en)\b/.exec(given)?.[1] as Language | undefined
      const short = /\bshort\b/.test(given)
      return (isMoney(value) ? amountInWords(value, language ?? how.language, { short }) : numberInWords(String(value), language ?? how.language)) ?? defaultText(value, { kind: 'text' }, how)
    },
  },
  phone: { takes: ['text', 'list'], show: (value) => [value].flat().map((each) => showNumber(asText(each as ExprValue))).join(', ') },
  upper: { takes: ['text', 'choice', 'record', 'list'], show: (value, _given, { language }) => asText(value).toLocaleUpperCase(language) },
  lower: { takes: ['text', 'choice', 'record', 'list'], show: (value, _given, { language }) => asText(value).toLocaleLowerCase(language) },
  capital: { takes: ['text', 'choice', 'record', 'list', 'money', 'number'], show: (value, _given, { language }) => capitalized(asText(value), language) },
  lines: { takes: ['list', 'text'], show: (value) => (Array.isArray(value) ? (value as readonly ExprValue[]).map(asText).join('\n') : asText(value)) },
}

/** One format after another: {{gross | words | capital}}. */
export function showValue(value: ExprValue, type: ExprType, asked: readonly Format[], how: How): string {
  const textual = asked.filter(({ name }) => name !== 'image')
  if (value === null || value === '') return ''
  if (textual.length === 0) return defaultText(value, type, how)
  return asText(textual.reduce<ExprValue>((at, { name, given }) => formats[name]!.show(at, given, how), value))
}

function defaultText(value: ExprValue, type: ExprType, how: How): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(asText).join(', ')
  if (isMoney(value)) return moneyText(value, how.language)
  switch (type.kind) {
    case 'number':
      return grouped(String(value as string), how.language)
    case 'date':
      return dateText(String(value as string), how.language, false)
    case 'dateTime':
      return `${dateText(dayOf(String(value as string), how), how.language, false)}, ${timeText(String(value as string), how)}`
    case 'yesNo':
      return how.language === 'pl' ? (value === true ? 'tak' : 'nie') : value === true ? 'yes' : 'no'
    default:
      return asText(value)
  }
}

const isMoney = (value: ExprValue): value is Money => typeof value === 'object' && value !== null && 'currency' in value
const asText = (value: ExprValue): string => (typeof value === 'object' && value !== null ? ('name' in value ? (value.name ?? '') : isMoney(value) ? `${value.amount} ${value.currency}` : '') : value === null ? '' : String(value as string))
const plainNumber = (value: ExprValue): string => (isMoney(value) ? value.amount : String(value as string))
const capitalized = (text: string, language: Language): string => text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(language))

const fixed = (decimal: string, places: number): string => roundTo(new Exact(decimal), places).toFixed(places)

/** 1 234 567,80 in Polish, with spaces that do not break; 1,234,567.80 in English. */
function grouped(decimal: string, language: Language): string {
  const [whole = '0', fraction] = (decimal.includes('e') ? numberText(new Exact(decimal)) : decimal).split('.')
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'pl' ? '\u00a0' : ',')
  return fraction === undefined ? groups : `${groups}${language === 'pl' ? ',' : '.'}${fraction}`
}

const moneyText = ({ amount, currency }: Money, language: Language): string => `${grouped(amount, language)}\u00a0${currency === 'PLN' && language === 'pl' ? 'zł' : currency}`

const dayOf = (moment: string, { timeZone }: How): string => (moment.length > 10 ? (localDate(moment, timeZone) ?? moment.slice(0, 10)) : moment)

const months: Readonly<Record<Language, readonly string[]>> = {
  pl: ['stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca', 'lipca', 'sierpnia', 'września', 'października', 'listopada', 'grudnia'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

/** 23.11.2026 and 23 listopada 2026 r.; 23 November 2026 either way, since 11/23 and 23/11 are read differently. */
function dateText(day: string, language: Language, long: boolean): string {
  const [year, month, date] = day.split('-') as [string, string, string]
  if (language === 'pl' && !long) return `${date}.${month}.${year}`
  return `${Number(date)}\u00a0${months[language][Number(month) - 1]!} ${year}${language === 'pl' ? '\u00a0r.' : ''}`
}

function timeText(moment: string, { timeZone }: How): string {
  if (moment.length <= 8) return moment.slice(0, 5)
  if (moment.length === 10) return '00:00'
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(moment))
}
