import type { LinkValue } from '../../../contract/records.ts'

export interface Stay {
  stage: LinkValue | null
  since: string
  until: string | null
}

const dayMs = 86_400_000

/** Whole days spent in a stage over all stays in it; null: it was never there. One that is not left goes on until now, unless the deal is closed. */
export function daysIn(stage: string, stays: readonly Stay[], goesOn: boolean, now = Date.now()): number | null {
  const own = stays.filter((stay) => stay.stage?.id === stage)
  if (own.length === 0) return null
  const spent = own.map(({ since, until }) => (until === null && !goesOn ? 0 : (until === null ? now : Date.parse(until)) - Date.parse(since)))
  return Math.floor(spent.reduce((sum, one) => sum + Math.max(0, one), 0) / dayMs)
}
