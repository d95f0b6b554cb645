import type { ChoiceValue } from './definition.ts'

/** Those that the National Bank of Poland quotes every working day, and that of Poland for firms whose own currency is another. */
const codes = [
  'EUR', 'USD', 'GBP', 'CHF', 'CZK', 'PLN', 'UAH', 'HUF', 'RON', 'DKK', 'NOK', 'SEK', 'ISK', 'BGN', 'TRY', 'AUD', 'BRL', 'CAD', 'CLP', 'CNY', 'HKD', 'IDR', 'ILS', 'INR', 'JPY', 'KRW',
  'MXN', 'MYR', 'NZD', 'PHP', 'SGD', 'THB', 'ZAR',
] as const

const [polish, english] = ['pl', 'en'].map((language) => new Intl.DisplayNames(language, { type: 'currency' })) as [Intl.DisplayNames, Intl.DisplayNames]
export const currencies: readonly ChoiceValue[] = codes.map((value) => ({ value, label: { pl: `${value} – ${polish.of(value)}`, en: `${value} – ${english.of(value)}` } }))
