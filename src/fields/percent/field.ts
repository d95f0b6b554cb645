import { plainSpaces } from '../characters.ts'
import { acceptDecimal, limitFaults, numberCell, readDecimal, shifted, showDecimal, withinLimits } from '../decimals.ts'
import type { FieldType } from '../field.ts'
import { numberOptions } from '../options.ts'
import { no } from '../refusals.ts'

/** 12.5 means 12.5 %. */
export const type: FieldType<'percent', string> = {
  name: 'percent',
  about: {
    label: { pl: 'Procent', en: 'Percent' },
    help: { pl: 'Rabat, prowizja, prawdopodobieństwo: 12,5 znaczy 12,5 %.', en: 'A discount, a commission, a probability: 12.5 means 12.5 %.' },
    icon: 'percentage',
    group: 'numbers',
  },
  options: numberOptions,
  checkOptions: limitFaults,
  widensTo: [{ to: 'number', convert: 'same' }],
  accept: (json, field) => acceptDecimal(json, field),
  read(text, field, manner) {
    const typed = plainSpaces(text).replace(/\s?(%|proc\.?|procent|percent)$/i, '')
    if (typed === '') return null
    const decimal = readDecimal(typed, manner.language)
    return decimal === null ? no('number.form', { value: text, example: type.show('12.5', field, manner) }) : withinLimits(decimal, field)
  },
  show(value, field, manner) {
    if (value === null) return ''
    return `${showDecimal(value, manner.language, field.decimals)}${manner.language === 'pl' ? '\u00a0%' : '%'}`
  },
  cell: (value, field) => (value === null ? null : numberCell(shifted(value, -2), field.decimals === undefined ? '0.##%' : field.decimals === 0 ? '0%' : `0.${'0'.repeat(field.decimals)}%`)),
  same: (a, b) => a === b,
  exprType: () => ({ kind: 'number' }),
  exprValue: (value) => value,
  jsonSchema: () => ({ type: ['string', 'number'], format: 'decimal', description: '12.5 means 12.5 %' }),
}
