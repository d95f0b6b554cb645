import { plainSpaces } from '../characters.ts'
import { acceptDecimal, numberCell, readDecimal, withinLimits } from '../decimals.ts'
import type { FieldType } from '../field.ts'
import { no } from '../refusals.ts'

export const usualStars = 5

/** From one star to all of them; no star at all is an empty value. */
const limitsOf = ({ stars = usualStars }: { stars?: number }) => ({ decimals: 0, min: 1, max: stars })

export const type: FieldType<'rating', string> = {
  name: 'rating',
  about: {
    label: { pl: 'Ocena', en: 'Rating' },
    help: { pl: 'Gwiazdki od jednej do pięciu albo do innej liczby: jakość obsługi, ważność.', en: 'Stars from one to five, or to another number: quality of service, importance.' },
    icon: 'star',
    group: 'numbers',
  },
  options: { stars: { label: { pl: 'Ile gwiazdek', en: 'How many stars' }, help: { pl: 'Puste: pięć.', en: 'Empty: five.' }, kind: 'whole', min: 3, max: 10 } },
  widensTo: [{ to: 'number', convert: 'same' }],
  accept: (json, field) => acceptDecimal(json, limitsOf(field)),
  /** '4', '4/5', '4 z 5', '★★★★☆' */
  read(text, field, manner) {
    const typed = plainSpaces(text).replace(/☆+$/, '')
    if (typed === '') return null
    const stars = /^[★⭐]+$/u.test(typed) ? String([...typed].length) : typed.replace(new RegExp(`\\s?(/|z|of|out of)\\s?${field.stars ?? usualStars}$`, 'i'), '')
    const decimal = readDecimal(stars, manner.language)
    return decimal === null ? no('number.form', { value: text, example: '4' }) : withinLimits(decimal, limitsOf(field))
  },
  show: (value) => value ?? '',
  cell: (value) => (value === null ? null : numberCell(value, '0')),
  same: (a, b) => a === b,
  exprType: () => ({ kind: 'number' }),
  exprValue: (value) => value,
  jsonSchema: (field) => ({ type: ['string', 'integer'], format: 'decimal', minimum: 1, maximum: field.stars ?? usualStars }),
}
