/** Aggregates over the related records that facts give. */
import { quotient, valueIn } from './evaluate.ts'
import type { AggregateName, Facts, Path, Typed } from './language.ts'
import { Exact, order, type MoneyValue, type Value } from './value.ts'

type Aggregate = Extract<Typed, { kind: 'aggregate' }>

export function aggregated(node: Aggregate, facts: Facts): Value {
  if (facts.related === undefined) throw new Error('these facts know no related records')
  const members = facts.related(node.collection).filter((member) => node.where === null || valueIn(node.where, member) === true)
  if (node.value === null) return node.name === 'EXISTS' ? members.length > 0 : new Exact(members.length)
  if (node.name === 'FIRST' || node.name === 'LAST') return firstOrLast(node, members)
  const values = members.map((member) => valueIn(node.value!, member)).filter((value) => value !== null)
  if (node.name === 'EXISTS') return values.length > 0
  if (node.name === 'COUNT') return new Exact(values.length)
  return node.value.type.kind === 'money' ? moneyTotal(node.name, values as MoneyValue[]) : total(node.name, values)
}

function total(name: AggregateName, values: readonly Value[]): Value {
  if (name === 'SUM') return sum(values as Exact[])
  if (values.length === 0) return null
  if (name === 'AVG') return quotient(sum(values as Exact[]), new Exact(values.length))
  return values.reduce((best, value) => (name === 'MIN' ? order(value, best) < 0 : order(value, best) > 0) ? value : best)
}

const sum = (values: readonly Exact[]): Exact => values.reduce((all, value) => all.plus(value), new Exact(0))

/** Amounts of several currencies have no total; neither has nothing, for it has no currency. */
function moneyTotal(name: AggregateName, values: readonly MoneyValue[]): Value {
  const currency = values[0]?.currency
  if (currency === undefined || values.some((value) => value.currency !== currency)) return null
  return { amount: total(name, values.map((value) => value.amount)) as Exact, currency }
}

/** By `by`, then by id, which for records made one after another is the order they were made in. Empty values do not take part. */
function firstOrLast(node: Aggregate, members: readonly Facts[]): Value {
  const sign = node.name === 'FIRST' ? 1 : -1
  const id: Path = { root: 'record', links: [], object: node.collection.object, field: 'id', part: null, type: { kind: 'record', object: node.collection.object }, labels: [] }
  const candidates = members
    .map((member) => ({ value: valueIn(node.value!, member), by: node.by === null ? null : valueIn(node.by, member), id: valueIn({ kind: 'path', path: id, type: id.type, at: 0, length: 0 }, member) }))
    .filter(({ value, by }) => value !== null && (node.by === null || by !== null))
  candidates.sort((a, b) => sign * ((node.by === null ? 0 : order(a.by, b.by)) || order(a.id, b.id)))
  return candidates[0]?.value ?? null
}

