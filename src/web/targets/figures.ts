import { say, type Language } from '../../contract/text.ts'
import { Decimal } from 'decimal.js'
import { localeOf } from '../../fields/locales.ts'
import type { ShownPlace } from '../../server/targets/contract.ts'
import { texts } from './texts.ts'

/** Whole units: grosze say nothing of a plan. */
export function amountText(value: string, { language, currency }: { language: Language; currency: string | null }): string {
  const whole = new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: 0, useGrouping: 'always' } as Intl.NumberFormatOptions).format(new Decimal(value).toFixed(0) as `${number}`)
  return currency === null ? whole : `${whole} ${currency}`
}

/** null: there is nothing to be part of. */
export const shareOf = (part: string, whole: string): number | null => (new Decimal(whole).isZero() ? null : new Decimal(part).div(whole).toNumber())
export const shareText = (share: number | null, language: Language): string => (share === null ? '–' : new Intl.NumberFormat(localeOf[language], { style: 'percent', maximumFractionDigits: 0 }).format(share))

export const roman = ['I', 'II', 'III', 'IV'] as const
export const quarterName = (at: number, language: Language): string => (language === 'pl' ? roman[at]! : String(at + 1))
export const monthName = (month: string, language: Language, form: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(localeOf[language], { timeZone: 'UTC', month: form }).format(new Date(`${month.slice(0, 7)}-15T00:00:00Z`))

export const dimensionsOf = (place: ShownPlace, language: Language): string => {
  const { productGroup, region, market, customerGroup, territory } = place
  return [productGroup, region, market, customerGroup, territory].flatMap((one) => one?.name ?? []).join(' · ') || say(texts.everything, language)
}
