import { isRefused } from '../characters.ts'
import { instantOf, localTime } from '../clock.ts'
import { isDay, readDay } from '../days.ts'
import type { FieldType } from '../field.ts'
import { no, wrongKind } from '../refusals.ts'

export const type: FieldType<'date', string> = {
  name: 'date',
  about: {
    label: { pl: 'Data', en: 'Date' },
    help: { pl: 'Dzień bez godziny: termin, urodziny, koniec gwarancji.', en: 'A day without a time: a deadline, a birthday, the end of a warranty.' },
    icon: 'calendar',
    group: 'dates',
  },
  options: {},
  accept(json) {
    if (json === null || json === undefined || json === '') return null
    if (typeof json !== 'string') return wrongKind('date')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(json)) return no('date.form', { value: json })
    if (json.startsWith('0000')) return no('date.year', { value: json })
    return isDay(json) ? json : no('date.impossible', { value: json })
  },
  read(text, _field, manner) {
    if (text.trim() === '') return null
    const day = readDay(text, manner)
    if (!isRefused(day)) return day
    // Files often hold midnight beside the day, or the moment of an entry: its day in the reader's zone is meant.
    const withTime = /^(\S+)[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/.exec(text.trim())
    if (withTime !== null) return readDay(withTime[1]!, manner)
    const instant = instantOf(text.trim())
    return instant === null || instant === 'zone' ? day : localTime(instant, manner.timeZone).slice(0, 10)
  },
  show: (value, _field, manner) => (value === null ? '' : showDay(value, manner.language)),
  cell: (value) => (value === null ? null : { kind: 'date', value }),
  same: (a, b) => a === b,
  exprType: () => ({ kind: 'date' }),
  exprValue: (value) => value,
  jsonSchema: () => ({ type: 'string', format: 'date' }),
}

/** 15.03.2026 · 15/03/2026. Written by hand: a browser's formats differ from version to version, and a list shows thousands. */
export function showDay(day: string, language: 'pl' | 'en'): string {
  const [year, month, dayOfMonth] = day.split('-')
  return language === 'pl' ? `${dayOfMonth}.${month}.${year}` : `${dayOfMonth}/${month}/${year}`
}
