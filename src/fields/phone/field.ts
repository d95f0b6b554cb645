import { isRefused } from '../characters.ts'
import type { FieldType } from '../field.ts'
import { no } from '../refusals.ts'
import { textual } from '../textual.ts'
import { readNumber, showNumber } from './numbers.ts'

export const type: FieldType<'phone', string> = {
  ...textual,
  name: 'phone',
  about: {
    label: { pl: 'Telefon', en: 'Telephone' },
    help: { pl: 'Jeden numer w dowolnym zapisie, od razu gotowy do wybrania.', en: 'One number written in any way, ready to be dialled.' },
    icon: 'phone',
    group: 'contact',
  },
  options: {},
  widensTo: [{ to: 'text', convert: 'same' }, { to: 'phones', convert: 'entries' }],
  accept(json) {
    if (json === null || json === undefined) return null
    const read = readNumber(json)
    if (read === null || isRefused(read)) return read
    return read.extension === undefined ? read.number : no('phone.extension', { extension: read.extension })
  },
  read: (text, field) => type.accept(text, field),
  show: (value) => (value === null ? '' : showNumber(value)),
  cell: (value) => (value === null ? null : { kind: 'text', value: showNumber(value) }),
  searchTexts: (value) => [value],
  jsonSchema: () => ({ type: 'string', description: 'Telephone number in any form; kept and answered as E.164 (+48601234567)' }),
}
