import type { Refusal } from '../../contract/refusal.ts'
import { isRefused, plainSpaces } from '../characters.ts'
import { instantOf, localTime, momentOf, readTime } from '../clock.ts'
import { showDay } from '../date/field.ts'
import { readDay } from '../days.ts'
import type { FieldType, Manner } from '../field.ts'
import { no, wrongKind } from '../refusals.ts'

export const type: FieldType<'dateTime', string> = {
  name: 'dateTime',
  about: {
    label: { pl: 'Data i godzina', en: 'Date and time' },
    help: { pl: 'Chwila, każdemu pokazywana w jego strefie czasowej: spotkanie, przyjęcie zgłoszenia.', en: 'A moment, shown to everyone in his own time zone: a meeting, when a case came in.' },
    icon: 'calendar-time',
    group: 'dates',
  },
  options: {},
  accept(json) {
    if (json === null || json === undefined || json === '') return null
    if (typeof json !== 'string') return wrongKind('dateTime')
    const instant = json.length > 40 ? null : instantOf(json)
    if (instant === 'zone') return no('dateTime.zone', { value: json })
    return instant ?? no('dateTime.form', { value: json })
  },
  read: (text, _field, manner) => (text.trim() === '' ? null : readMoment(plainSpaces(text), manner)),
  show(value, _field, manner) {
    if (value === null) return ''
    const local = localTime(value, manner.timeZone)
    return `${showDay(local.slice(0, 10), manner.language)} ${local.slice(11, local.endsWith(':00') ? 16 : 19)}`
  },
  // A spreadsheet knows no zones: it gets the reader's local time.
  cell: (value, _field, manner) => (value === null ? null : { kind: 'dateTime', value: localTime(value, manner.timeZone) }),
  same: (a, b) => a === b,
  exprType: () => ({ kind: 'dateTime' }),
  exprValue: (value) => value,
  jsonSchema: () => ({ type: 'string', format: 'date-time' }),
}

/** 'jutro 15:00', '15.3 9', '2026-03-15T14:05', '15:00' today; a day alone means its midnight. */
function readMoment(text: string, manner: Manner): string | Refusal {
  if (text.length > 60) return no('dateTime.form', { value: text })
  const instant = instantOf(text)
  if (instant !== null && instant !== 'zone') return instant
  if (/^\d{1,2}:\d{2}/.test(text)) return at(manner.today, text, text, manner)
  const parts = /^(.+?),?[T ](?:o |at |godz\.? )?(\d{1,2}(?:[:.h]\d{2}){0,2}(?:[.,]\d+)?(?: ?(?:am|pm|a\.m\.|p\.m\.))?)$/i.exec(text)
  const day = parts === null ? null : readDay(parts[1]!, manner)
  if (parts !== null && day !== null && !isRefused(day) && readTime(parts[2]!) !== null) return at(day, parts[2]!, text, manner)
  const alone = readDay(text, manner)
  if (!isRefused(alone)) return at(alone, '0:00', text, manner)
  return alone.code === 'date.form' && (day === null || !isRefused(day) || day.code === 'date.form') ? no('dateTime.form', { value: text }) : day !== null && isRefused(day) && day.code !== 'date.form' ? day : alone
}

function at(day: string, time: string, typed: string, manner: Manner): string | Refusal {
  const read = readTime(time)
  const seconds = /^\d{1,2}:\d{2}:(\d{2})/.exec(time)?.[1]
  const instant = read === null ? null : momentOf(day, seconds === undefined ? read : `${read}:${seconds}`, manner.timeZone)
  return instant ?? no('dateTime.form', { value: typed })
}
