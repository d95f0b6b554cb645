import { isRefused, oneLine } from '../characters.ts'
import type { FieldType } from '../field.ts'
import { at, no } from '../refusals.ts'
import { textual } from '../textual.ts'
import { isNumberPattern, repeatsNumbers } from './pattern.ts'

const maxLength = 100

/** Given by the program; that a person may not write it is the gate's rule (readOnly), this type only keeps it well formed. */
export const type: FieldType<'autoNumber', string> = {
  ...textual,
  name: 'autoNumber',
  about: {
    label: { pl: 'Numer automatyczny', en: 'Automatic number' },
    help: { pl: 'Numer nadawany przez program, np. OF/2026/001.', en: 'A number given by the program, such as OF/2026/001.' },
    icon: 'hash',
    group: 'other',
  },
  options: {
    pattern: {
      label: { pl: 'Wzór', en: 'Pattern' },
      // A brace is said as it is between apostrophes.
      help: {
        pl: `'{nnn}' to numer, co najmniej tylu cyfr, ile liter n; '{yyyy}' albo '{yy}' to rok, '{mm}' miesiąc, '{dd}' dzień. Numery biegną od nowa z każdym rokiem, miesiącem albo dniem, który jest we wzorze.`,
        en: `'{nnn}' is the number, of at least as many digits as there are letters; '{yyyy}' or '{yy}' is the year, '{mm}' the month, '{dd}' the day. Numbers start again with each year, month or day that the pattern has.`,
      },
      required: true,
      kind: 'pattern',
    },
    gapless: {
      label: { pl: 'Bez luk', en: 'Without gaps' },
      help: { pl: 'Numery idą jeden po drugim, jak na fakturach. Zapisy czekają wtedy na siebie nawzajem.', en: 'Numbers follow one another, as on invoices. Records then wait for each other to be written.' },
      kind: 'yesNo',
    },
  },
  checkOptions({ pattern }) {
    if (!isNumberPattern(pattern)) return [at('pattern', no('autoNumber.pattern', { pattern }))]
    return repeatsNumbers(pattern) ? [at('pattern', no('autoNumber.repeats', { pattern }))] : []
  },
  widensTo: [{ to: 'text', convert: 'same' }],
  accept(json) {
    if (json === null || json === undefined) return null
    const line = oneLine(json, maxLength)
    return isRefused(line) ? line : line || null
  },
  read: (text, field) => type.accept(text, field),
  searchTexts: (value) => [value],
  jsonSchema: () => ({ type: 'string', readOnly: true, maxLength }),
}
