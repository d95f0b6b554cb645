import { isRefused, oneLine } from '../characters.ts'
import type { FieldType } from '../field.ts'
import { maxLengthUpTo, uniqueOption } from '../options.ts'
import { at, no } from '../refusals.ts'
import { textual } from '../textual.ts'
import { patterns } from './identifiers.ts'

export const defaultMaxLength = 500
/** A btree entry holds 2,700 bytes at most and a character may take four: a longer text would make its row impossible to write. */
export const longestIndexed = 650

export const type: FieldType<'text', string> = {
  ...textual,
  name: 'text',
  about: {
    label: { pl: 'Tekst', en: 'Text' },
    help: { pl: 'W jednym wierszu: nazwa, symbol, numer. Może być numerem NIP, REGON, KRS albo VAT, który program sprawdza.', en: 'On one line: a name, a symbol, a number. It may be a NIP, REGON, KRS or VAT number, which the program checks.' },
    icon: 'letter-case',
    group: 'texts',
  },
  options: {
    maxLength: maxLengthUpTo(10_000),
    pattern: {
      label: { pl: 'Jaki to numer', en: 'Which number it is' },
      help: { pl: 'Program sprawdza cyfrę kontrolną i zapisuje numer zawsze tak samo.', en: 'The program checks the check digit and always keeps the number in one form.' },
      kind: 'oneOf',
      choices: [
        { value: 'nip', label: { pl: 'NIP', en: 'NIP (Polish tax number)' } },
        { value: 'regon', label: { pl: 'REGON', en: 'REGON (Polish statistical number)' } },
        { value: 'krs', label: { pl: 'KRS', en: 'KRS (Polish court register)' } },
        { value: 'vat', label: { pl: 'VAT UE', en: 'EU VAT' } },
      ],
    },
    unique: uniqueOption,
    anyCase: {
      label: { pl: 'Wielkość liter bez znaczenia', en: 'Capitals do not count' },
      help: { pl: 'Przy wartościach bez powtórzeń: „ab-1” i „AB-1” to ta sama wartość. „ł” i „l” to zawsze różne litery.', en: 'Where no two may be the same: “ab-1” and “AB-1” are the same value. “ł” and “l” always are different letters.' },
      kind: 'yesNo',
    },
    uniqueUnless: {
      label: { pl: 'Powtórzenie dozwolone, gdy wypełniono', en: 'May repeat where this is filled' },
      help: { pl: 'Np. oddział ma NIP swojej centrali, jeśli wypełniono w nim pole „Centrala”.', en: 'A branch has the NIP of its head office when its field “Head office” is filled.' },
      kind: 'field',
    },
  },
  checkOptions: (field) => (field.unique && (field.maxLength ?? defaultMaxLength) > longestIndexed ? [at('maxLength', no('text.unique_length', { length: field.maxLength, max: longestIndexed }))] : []),
  widensTo: [{ to: 'longText', convert: 'same' }, { to: 'richText', convert: 'markup' }],
  accept(json, field) {
    if (json === null || json === undefined) return null
    const line = oneLine(json, field.maxLength ?? defaultMaxLength)
    if (isRefused(line) || line === '') return line === '' ? null : line
    return field.pattern === undefined ? line : patterns[field.pattern].accept(line)
  },
  read: (text, field) => type.accept(text, field),
  show: (value, field) => (value === null ? '' : field.pattern === undefined ? value : patterns[field.pattern].show(value)),
  cell: (value, field, manner) => (value === null ? null : { kind: 'text', value: type.show(value, field, manner) }),
  searchTexts: (value, field) => (field.pattern === undefined ? [value] : patterns[field.pattern].searchTexts(value)),
  jsonSchema: (field) => ({ type: 'string', maxLength: field.maxLength ?? defaultMaxLength, ...(field.pattern === undefined ? {} : { description: patterns[field.pattern].description }) }),
}
