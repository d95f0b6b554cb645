import { readTime } from '../clock.ts'
import type { FieldType } from '../field.ts'
import { no, wrongKind } from '../refusals.ts'

export const type: FieldType<'time', string> = {
  name: 'time',
  about: {
    label: { pl: 'Godzina', en: 'Time' },
    help: { pl: 'Godzina i minuta bez dnia: otwarcie, dostawa od.', en: 'Hour and minute without a day: opening, delivery from.' },
    icon: 'clock',
    group: 'dates',
  },
  options: {},
  accept(json) {
    if (json === null || json === undefined || json === '') return null
    if (typeof json !== 'string') return wrongKind('time')
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(json) ? json : no('time.form', { value: json })
  },
  read(text) {
    if (text.trim() === '') return null
    return readTime(text) ?? no('time.form', { value: text })
  },
  show: (value) => value ?? '',
  cell: (value) => (value === null ? null : { kind: 'text', value }),
  same: (a, b) => a === b,
  exprType: () => ({ kind: 'time' }),
  exprValue: (value) => value,
  jsonSchema: () => ({ type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
}
