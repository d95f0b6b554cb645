/** Choices that more than one room of the selling chain offers. */
import type { ChoiceValue } from '../definition.ts'

export const units: readonly ChoiceValue[] = [
  { value: 'pcs', label: { pl: 'szt.', en: 'pcs' } }, { value: 'set', label: { pl: 'kpl.', en: 'set' } }, { value: 'hour', label: { pl: 'godz.', en: 'h' } },
  { value: 'day', label: { pl: 'dzień', en: 'day' } }, { value: 'month', label: { pl: 'mies.', en: 'month' } }, { value: 'year', label: { pl: 'rok', en: 'year' } },
  { value: 'kg', label: { pl: 'kg', en: 'kg' } }, { value: 't', label: { pl: 't', en: 't' } }, { value: 'm', label: { pl: 'm', en: 'm' } },
  { value: 'm2', label: { pl: 'm²', en: 'm²' } }, { value: 'm3', label: { pl: 'm³', en: 'm³' } }, { value: 'l', label: { pl: 'l', en: 'l' } },
  { value: 'km', label: { pl: 'km', en: 'km' } }, { value: 'pack', label: { pl: 'op.', en: 'pack' } },
]

/** In which a customer is written to. */
export const languages: readonly ChoiceValue[] = [
  { value: 'pl', label: { pl: 'Polski', en: 'Polish' } },
  { value: 'en', label: { pl: 'Angielski', en: 'English' } },
]

/** What the prices of a document are in, and on what its tax is worked out. */
export const pricesAre: readonly ChoiceValue[] = [
  { value: 'net', label: { pl: 'Netto', en: 'Net' } },
  { value: 'gross', label: { pl: 'Brutto', en: 'Gross' } },
]
export const vatMethods: readonly ChoiceValue[] = [
  { value: 'document', label: { pl: 'Od sumy', en: 'On the sum' } },
  { value: 'line', label: { pl: 'Od każdej pozycji', en: 'On each line' } },
]
