/** What is calculated of a group's records: count, sum, average, least, greatest. */
import { refuse } from '../../../contract/refusal.ts'
import { name, sql, type Sql } from '../../../expression/sql.ts'
import { Exact } from '../../../expression/value.ts'
import { withMinorUnits } from '../../../fields/decimals.ts'
import { serverOf } from '../../../fields/servers.ts'
import { columnName } from '../metadata/naming.ts'
import type { Draft, Row } from './draft.ts'
import { aliasOf } from './live.ts'
import { pathOf, rowAt, type FieldPath } from './path.ts'
import { texts } from './texts.ts'

type Kind = 'sum' | 'avg' | 'min' | 'max'

export interface Measure {
  key: string
  /** Aggregates of the group; of a measure of money: of the part of a group that has one currency. */
  select: Sql[]
  /** Money is never added up across currencies: the group is read in parts, one for each. */
  currency: Sql | null
  /** `parts`: the group's rows as answered; one, unless some measure is of money. */
  read(parts: readonly Record<string, unknown>[]): unknown
}

export const countMeasure: Measure = {
  key: 'count',
  select: [],
  currency: null,
  read: (parts) => parts.reduce((sum, part) => sum + (part['count'] as number), 0),
}

export function measureOf(draft: Draft, root: Row, asked: string, index: number): Measure {
  if (asked === 'count') return countMeasure
  const filled = /^count\(([^()]+)\)$/.exec(asked)
  if (filled !== null) return filledMeasure(draft, root, filled[1]!.trim(), `m${index}`)
  const match = /^(sum|avg|min|max)\(([^()]+)\)$/.exec(asked)
  if (match === null) return refuse('unknown_measure', texts.unknownMeasure, { field: 'measures', values: { name: asked }, status: 400 })
  const [kind, called] = [match[1] as Kind, match[2]!.trim()]
  const path = pathOf(draft.ctx, root.object, called, 'measures')
  const allowed = kind === 'sum' || kind === 'avg' ? ['number', 'money'] : ['number', 'money', 'date', 'time', 'dateTime']
  if (!allowed.includes(path.type.kind)) refuse('not_measurable', texts.notMeasurable, { field: 'measures', values: { name: called, measure: kind }, status: 400 })
  const { alias, column, server, value } = valueOf(draft, root, path)
  const as = `m${index}`
  const key = `${kind}_${called}`
  if (path.type.kind === 'money') return moneyMeasure({ key, kind, as, value, currency: server.part!(path.field, column, alias, 'currency') })
  return plainMeasure({ key, kind, as, value, isNumber: path.type.kind === 'number', type: path.type.kind })
}

function valueOf(draft: Draft, root: Row, path: FieldPath) {
  const alias = aliasOf(draft, rowAt(draft, root, path), path.field)
  const column = columnName(path.field)
  const server = serverOf(path.field)
  return { alias, column, server, value: path.part === null ? server.expr(path.field, column, alias) : server.part!(path.field, column, alias, path.part) }
}

/** In how many records it is filled in. */
function filledMeasure(draft: Draft, root: Row, called: string, as: string): Measure {
  const path = pathOf(draft.ctx, root.object, called, 'measures')
  if (path.type.kind === 'record' || path.type.kind === 'list') refuse('not_measurable', texts.notMeasurable, { field: 'measures', values: { name: called, measure: 'count' }, status: 400 })
  const { value } = valueOf(draft, root, path)
  return { key: `count_${called}`, currency: null, select: [sql`count(${value})::int as ${name(as)}`], read: (parts) => parts.reduce((sum, part) => sum + (part[as] as number), 0) }
}

interface Made {
  key: string
  kind: Kind
  as: string
  value: Sql
}

/** As the API writes moments: JSON of PostgreSQL would write an offset. */
const moment = (value: Sql): Sql => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** When another measure splits the group by currencies, its parts are put together again. */
function plainMeasure({ key, kind, as, value, isNumber, type }: Made & { isNumber: boolean; type: string }): Measure {
  const found = (parts: readonly Record<string, unknown>[]) => parts.map((part) => part[as]).filter((each) => each !== null)
  if (!isNumber) {
    const best = (texts: string[]) => (texts.length === 0 ? null : texts.toSorted()[kind === 'min' ? 0 : texts.length - 1]!)
    return { key, currency: null, select: [sql`${type === 'dateTime' ? moment(call(kind, value)) : call(kind, value)} as ${name(as)}`], read: (parts) => best(found(parts).map((each) => (type === 'time' ? String(each).slice(0, 5) : String(each)))) }
  }
  const select = [sql`${call(kind === 'avg' ? 'sum' : kind, value)}::text as ${name(as)}`, sql`count(${value})::int as ${name(`${as}_n`)}`]
  return { key, currency: null, select, read: (parts) => together(kind, parts, as)?.toFixed() ?? null }
}

function moneyMeasure({ key, kind, as, value, currency }: Made & { currency: Sql }): Measure {
  const select = [
    sql`${call(kind === 'avg' ? 'sum' : kind, value)}::text as ${name(as)}`,
    sql`count(${value})::int as ${name(`${as}_n`)}`,
    sql`${currency} as ${name(`${as}_currency`)}`,
  ]
  return {
    key, currency, select,
    read(parts) {
      const byCurrency = Object.groupBy(parts.filter((part) => part[as] !== null), (part) => String(part[`${as}_currency`]))
      const amounts = Object.entries(byCurrency).map(([code, same]) => {
        const amount = together(kind, same!, as)!
        return [code, withMinorUnits((kind === 'avg' ? amount.toDecimalPlaces(2) : amount).toFixed(), code)] as const
      })
      return amounts.length === 0 ? null : Object.fromEntries(amounts.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    },
  }
}

function together(kind: Kind, parts: readonly Record<string, unknown>[], as: string): Exact | null {
  const filled = parts.filter((part) => part[as] !== null)
  if (filled.length === 0) return null
  const values = filled.map((part) => new Exact(part[as] as string))
  if (kind === 'min') return Exact.min(...values)
  if (kind === 'max') return Exact.max(...values)
  const sum = values.reduce((total, value) => total.plus(value))
  return kind === 'sum' ? sum : sum.div(filled.reduce((total, part) => total + (part[`${as}_n`] as number), 0)).toDecimalPlaces(6)
}

const functions: Record<Kind, (value: Sql) => Sql> = {
  sum: (value) => sql`sum(${value})`,
  avg: (value) => sql`avg(${value})`,
  min: (value) => sql`min(${value})`,
  max: (value) => sql`max(${value})`,
}
const call = (kind: Kind, value: Sql): Sql => functions[kind](value)
