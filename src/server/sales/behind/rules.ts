/** The deals behind a figure, as a condition for the list of opportunities. */
import { addMonths, dateOfDay, dayNumber } from '../../../expression/calendar.ts'

export const allOf = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part.trim() !== '').map((part) => (/\bor\b/i.test(part!) ? `(${part})` : part)).join(' and ')

/** A text as the expression language writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

export const oneOf = (field: string, values: readonly string[]): string => (values.length === 1 ? `${field} = ${quoted(values[0]!)}` : `${field} in (${values.map(quoted).join(', ')})`)

export const dayAfter = (day: string): string => dateOfDay(dayNumber(day) + 1)!

export const begunWithin = ({ from, until }: { from?: string | undefined; until?: string | undefined }): string =>
  allOf(from === undefined ? undefined : `createdAt >= ${from}`, until === undefined ? undefined : `createdAt < ${dayAfter(until)}`)

export const closedWithin = ({ from, until }: { from?: string | undefined; until?: string | undefined }): string =>
  allOf('closedOn is not empty', from === undefined ? undefined : `closedOn >= ${from}`, until === undefined ? undefined : `closedOn <= ${until}`)

/** First and last day of a month '2026-03' or a quarter '2026-Q1'. */
export function spanOf(key: string): { from: string; until: string } {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key)
  const from = quarter === null ? `${key}-01` : `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`
  return { from, until: dateOfDay(dayNumber(addMonths(from, quarter === null ? 1 : 3)!) - 1)! }
}

export const monthOf = (day: string): string => day.slice(0, 7)
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
