import type { Language } from '../../../contract/text.ts'
import { localeOf } from '../../../fields/locales.ts'

/** '2026-11-01' as a month, a quarter or a year: 'lis 2026', 'IV kw. 2026', '2026'. */
export function periodName(from: string, unit: 'month' | 'quarter' | 'year', language: Language): string {
  const year = from.slice(0, 4)
  const quarter = Math.floor((Number(from.slice(5, 7)) - 1) / 3)
  if (unit === 'year') return year
  if (unit === 'quarter') return language === 'pl' ? `${['I', 'II', 'III', 'IV'][quarter]} kw. ${year}` : `Q${quarter + 1} ${year}`
  return new Intl.DateTimeFormat(localeOf[language], { timeZone: 'UTC', month: 'short', year: 'numeric' }).format(new Date(`${from.slice(0, 7)}-15T00:00:00Z`))
}
