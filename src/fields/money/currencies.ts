import type { Language } from '../../contract/text.ts'
import { languages } from '../../contract/text.ts'
import { maxDecimals, minorUnitsOf } from '../decimals.ts'
import type { Money } from '../field.ts'
import { localeOf } from '../locales.ts'

const codes = new Set(Intl.supportedValuesOf('currency'))

/** An ISO 4217 code, in capitals. */
export const isCurrency = (code: string): boolean => codes.has(code)

const marks = new Map<string, string>([
  ['zł', 'PLN'], ['zl', 'PLN'], ['złotych', 'PLN'], ['złote', 'PLN'], ['złoty', 'PLN'], ['€', 'EUR'], ['euro', 'EUR'], ['$', 'USD'], ['us$', 'USD'], ['£', 'GBP'], ['¥', 'JPY'],
  ['kč', 'CZK'], ['kc', 'CZK'], ['ft', 'HUF'], ['fr', 'CHF'], ['sfr', 'CHF'], ['₴', 'UAH'], ['lei', 'RON'], ['лв', 'BGN'],
])
let everyMark: Map<string, string> | undefined

/** The currency that a mark beside an amount means: 'zł', '€', 'eur', 'CA$'; null when it means none. */
export function currencyOf(mark: string): string | null {
  const upper = mark.toUpperCase().replace(/\.$/, '')
  if (codes.has(upper)) return upper
  const lower = mark.toLowerCase().replace(/\.$/, '')
  const known = marks.get(lower)
  if (known !== undefined) return known
  everyMark ??= new Map([...codes].flatMap((code) => languages.map((language) => [markOf(code, language).toLowerCase(), code] as const)))
  return everyMark.get(lower) ?? null
}

const formats = new Map<string, Intl.NumberFormat>()

/** '1 234,50 zł' · 'PLN 1,234.50', with spaces that do not break. */
export function showMoney(value: Money, language: Language): string {
  const key = `${language} ${value.currency}`
  let format = formats.get(key)
  if (format === undefined) {
    format = formatOf(value.currency, language)
    formats.set(key, format)
  }
  return format.format(value.amount as `${number}`)
}

function formatOf(currency: string, language: Language): Intl.NumberFormat {
  const options = { style: 'currency', currency, useGrouping: 'always', minimumFractionDigits: minorUnitsOf(currency), maximumFractionDigits: maxDecimals }
  return new Intl.NumberFormat(localeOf[language], options as Intl.NumberFormatOptions)
}

const markOf = (currency: string, language: Language): string => formatOf(currency, language).formatToParts(1).find((part) => part.type === 'currency')?.value ?? currency
