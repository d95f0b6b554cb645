import { plainSpaces } from '../characters.ts'
import { acceptDecimal, limitFaults, numberCell, readDecimal, showDecimal, withinLimits } from '../decimals.ts'
import type { FieldType } from '../field.ts'
import { numberOptions } from '../options.ts'
import { no } from '../refusals.ts'

export const type: FieldType<'number', string> = {
  name: 'number',
  about: {
    label: { pl: 'Liczba', en: 'Number' },
    help: { pl: 'Ilość, wymiar, punkty; z jednostką, np. szt. albo kg.', en: 'A quantity, a size, points; with a unit, such as pcs or kg.' },
    icon: 'number-123',
    group: 'numbers',
  },
  options: {
    ...numberOptions,
    unit: { label: { pl: 'Jednostka', en: 'Unit' }, help: { pl: 'Np. szt., kg, km.', en: 'Such as pcs, kg, km.' }, kind: 'words', maxLength: 20 },
  },
  checkOptions: limitFaults,
  widensTo: [{ to: 'percent', convert: 'same' }, { to: 'money', convert: 'amount' }],
  accept: (json, field) => acceptDecimal(json, field),
  read(text, field, manner) {
    const typed = withoutUnit(plainSpaces(text), field.unit)
    if (typed === '') return null
    const decimal = readDecimal(typed, manner.language)
    return decimal === null ? no('number.form', { value: text, example: showDecimal('1234.5', manner.language) }) : withinLimits(decimal, field)
  },
  show(value, field, manner) {
    if (value === null) return ''
    const shown = showDecimal(value, manner.language, field.decimals)
    return field.unit === undefined ? shown : `${shown}\u00a0${field.unit[manner.language]}`
  },
  cell: (value, field) => (value === null ? null : numberCell(value, decimalFormat(field.decimals))),
  same: (a, b) => a === b,
  exprType: () => ({ kind: 'number' }),
  exprValue: (value) => value,
  jsonSchema: (field) => ({
    type: ['string', 'number'],
    format: 'decimal',
    ...(field.min === undefined ? {} : { minimum: field.min }),
    ...(field.max === undefined ? {} : { maximum: field.max }),
  }),
}

/** Excel's own name of a number format, which it writes in the reader's manner. */
const decimalFormat = (decimals: number | undefined): string => (decimals === undefined ? 'General' : decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`)

function withoutUnit(text: string, unit: { pl: string; en: string } | undefined): string {
  const ending = unit === undefined ? undefined : [unit.pl, unit.en].find((word) => text.toLowerCase().endsWith(word.toLowerCase()))
  return ending === undefined ? text : text.slice(0, -ending.length).trim()
}

