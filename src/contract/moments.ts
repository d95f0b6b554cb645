/** Moments and days that a call or a plan names: with room on both sides, so that whatever is counted from them is a date still, in every zone. */
import { z } from 'zod'

export const [firstYear, lastYear] = [1000, 9000]

export function isReachable(text: string): boolean {
  const year = new Date(text).getUTCFullYear()
  return year >= firstYear && year <= lastYear
}
const outside = { error: `${firstYear}–${lastYear}` }

export const moment = z.iso.datetime({ offset: true }).refine(isReachable, outside)
export const day = z.iso.date().refine(isReachable, outside)
