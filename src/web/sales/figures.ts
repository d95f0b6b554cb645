import { localeOf } from '../../fields/locales.ts'
import type { Language } from '../../contract/text.ts'
import type { FigureCell } from '../kernel/charts/Figures.tsx'
import { countText } from '../kernel/ui/number.ts'
import { toList } from '../kernel/ui/links.ts'

/** The deals behind a figure: the list of opportunities, narrowed to them. */
export const dealsBehind = (where: string): string => `${toList('opportunity')}?${new URLSearchParams({ view: 'all', where })}`

export interface Wording {
  language: Language
  currency: string
}

/** Figures as cells of a table: as one reads them, and plain for a spreadsheet. */
export function cellsIn({ language, currency }: Wording) {
  const link = (where: string | undefined) => (where === undefined ? {} : { href: dealsBehind(where) })
  const number = (value: number | null, digits: number) => (value === null ? '–' : new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: digits }).format(value))
  return {
    count: (value: number, where?: string): FigureCell => ({ text: countText(value, language), plain: value, ...(value === 0 ? {} : link(where)) }),
    money: (value: string | null, where?: string): FigureCell => ({ text: value === null ? '–' : moneyText(value, { language, currency }), plain: value === null ? null : Number(value), ...(value === null || Number(value) === 0 ? {} : link(where)) }),
    share: (value: number | null): FigureCell => ({ text: shareText(value, language), plain: value === null ? null : Math.round(value * 1000) / 10 }),
    days: (value: number | null): FigureCell => ({ text: number(value, 0), plain: value }),
    number: (value: number | null): FigureCell => ({ text: number(value, 1), plain: value }),
  }
}

/** Whole units: grosze say nothing of a quarter. */
export const moneyText = (value: string | null, { language, currency }: Wording): string => (value === null ? '–' : `${countText(Math.round(Number(value)), language)} ${currency}`)

export const shareText = (value: number | null, language: Language): string => (value === null ? '–' : new Intl.NumberFormat(localeOf[language], { style: 'percent', maximumFractionDigits: 0 }).format(value))
