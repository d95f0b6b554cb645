import type { ObjectView } from '../../../../contract/records.ts'
import { fieldOf } from '../../api/metadata.ts'

/** Fields one may group by, with the period for days and times. */
export const groupable = (object: ObjectView) =>
  object.fields.filter((field) => ['choice', 'link', 'yesNo', 'date', 'dateTime'].includes(field.type) && !field.hidden && field.name !== 'id')

/** What is asked for: days and times by month. */
export const groupPath = (object: ObjectView, name: string): string => {
  const type = fieldOf(object, name.split(':')[0]!)?.type
  return (type === 'date' || type === 'dateTime') && !name.includes(':') ? `${name}:month` : name
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The condition that holds for just the records of one group. */
export function groupWhere(object: ObjectView, by: string, value: unknown): string {
  const [path, period] = by.split(':') as [string, string | undefined]
  if (value === null || value === undefined) return `${path} is empty`
  if (typeof value === 'boolean') return value ? path : `not ${path}`
  if (period !== undefined) {
    const [from, to] = bounds(String(value), period)
    return `${path} >= ${from} and ${path} < ${to}`
  }
  if (typeof value === 'object') return `${path} = ${quoted(String((value as { id?: unknown }).id ?? ''))}`
  return `${path} = ${quoted(String(value))}`
}

function bounds(start: string, period: string): [string, string] {
  const day = start.length === 4 ? `${start}-01-01` : start.length === 7 ? `${start}-01` : start
  const from = new Date(`${day}T00:00:00Z`)
  const to = new Date(from)
  const months = { month: 1, year: 12 }[period]
  if (months !== undefined) to.setUTCMonth(to.getUTCMonth() + months)
  else to.setUTCDate(to.getUTCDate() + 1)
  return [day, to.toISOString().slice(0, 10)]
}
