export const periodKeys = ['last12', 'thisYear', 'lastYear', 'thisQuarter', 'lastQuarter', 'thisMonth', 'lastMonth', 'all'] as const
export type PeriodKey = (typeof periodKeys)[number]

export interface Span {
  from?: string
  until?: string
}

const day = (year: number, month: number, date: number): string => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** First and last day of a period that is named from where today stands. */
export function spanOf(key: PeriodKey, today: string): Span {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1]
  const quarter = Math.floor(month / 3) * 3
  const spans: Record<PeriodKey, Span> = {
    last12: { from: day(year, month - 11, 1), until: today },
    thisYear: { from: day(year, 0, 1), until: day(year, 11, 31) },
    lastYear: { from: day(year - 1, 0, 1), until: day(year - 1, 11, 31) },
    thisQuarter: { from: day(year, quarter, 1), until: day(year, quarter + 3, 0) },
    lastQuarter: { from: day(year, quarter - 3, 1), until: day(year, quarter, 0) },
    thisMonth: { from: day(year, month, 1), until: day(year, month + 1, 0) },
    lastMonth: { from: day(year, month - 1, 1), until: day(year, month, 0) },
    all: {},
  }
  return spans[key]
}
