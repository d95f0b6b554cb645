/** Every word of this room that a person reads. */
import type { Text } from '../../contract/text.ts'

export const currencyRate = {
  label: { pl: 'Kurs waluty', en: 'Exchange rate' },
  plural: { pl: 'Kursy walut', en: 'Exchange rates' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    currency: { pl: 'Waluta', en: 'Currency' },
    on: { label: { pl: 'Dzień', en: 'Day' }, help: { pl: 'Kurs obowiązuje od tego dnia do następnego kursu tej waluty', en: 'The rate holds from this day until the currency’s next one' } },
    rate: { label: { pl: 'Kurs', en: 'Rate' }, help: { pl: 'Ile waluty firmy kosztuje jedna jednostka tej waluty', en: 'How much of the firm’s own currency one unit of this one is worth' } },
  },
} as const

export const sections = { basics: { pl: 'Kurs', en: 'Rate' } } as const satisfies Record<string, Text>

export const refusals = {
  notPositive: { pl: 'Kurs musi być większy od zera.', en: 'A rate must be above zero.' },
} as const satisfies Record<string, Text>

export { currencies } from '../../contract/currencies.ts'
