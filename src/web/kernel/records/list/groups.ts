import type { ObjectView } from '../../../../contract/records.ts'
import { fieldOf } from '../../api/metadata.ts'
import type { Group } from '../../api/records.ts'

/** Fields one may group by, with the period for days and times. */
export const groupable = (object: ObjectView) =>
  object.fields.filter((field) => ['choice', 'link', 'yesNo', 'date', 'dateTime'].includes(field.type) && !field.hidden && field.name !== 'id')

/** What is asked for: days and times by month. */
export const groupPath = (object: ObjectView, name: string): string => {
  const type = fieldOf(object, name.split(':')[0]!)?.type
  return (type === 'date' || type === 'dateTime') && !name.includes(':') ? `${name}:month` : name
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Periods from the newest, choices as they are declared, the rest from the biggest; those without a value last. */
export function inOrder(groups: readonly Group[], object: ObjectView, by: string): readonly Group[] {
  const field = fieldOf(object, by.split(':')[0]!)
  const place = (group: Group): number => (field !== null && 'choices' in field ? field.choices.findIndex((choice) => choice.value === group[by]) : 0)
  const newest = (a: Group, b: Group) => (by.includes(':') ? String(b[by]).localeCompare(String(a[by])) : place(a) - place(b))
  const empty = (group: Group) => (group[by] === null || group[by] === undefined ? 1 : 0)
  return [...groups].sort((a, b) => empty(a) - empty(b) || newest(a, b))
}

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
