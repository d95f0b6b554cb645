/** SUM, AVG, MIN, MAX, COUNT, FIRST, LAST, EXISTS over related records. */
import { checkNode, condition, digitsOf, type Checker } from './check.ts'
import { resolve, type Resolved } from './checkPath.ts'
import { lengthFunction } from './functions/texts.ts'
import type { AggregateName, Node, Typed } from './language.ts'
import { fault } from './texts.ts'
import type { ExprType } from './types.ts'
import { limits } from './limits.ts'
import { numberType, yesNoType } from './unify.ts'

type CallNode = Extract<Node, { kind: 'call' }>
type Kinds = readonly ExprType['kind'][]
type Many = Extract<Resolved, { kind: 'many' }>

const comparable: Kinds = ['number', 'money', 'date', 'dateTime', 'time']
const takes: Record<AggregateName, Kinds> = {
  SUM: ['number', 'money'],
  AVG: ['number', 'money'],
  MIN: comparable,
  MAX: comparable,
  COUNT: ['text', 'choice', 'record', 'yesNo', ...comparable],
  FIRST: ['text', 'choice', 'record', 'yesNo', ...comparable],
  LAST: ['text', 'choice', 'record', 'yesNo', ...comparable],
  EXISTS: ['text', 'choice', 'record', 'yesNo', ...comparable],
}

/** MIN and MAX are also functions of plain values: what their first argument leads to decides. */
export function isAggregate(checker: Checker, node: CallNode): boolean {
  if (!Object.hasOwn(takes, node.name)) return false
  if (node.name !== 'MIN' && node.name !== 'MAX') return true
  return node.where !== null || node.by !== null || manyOf(checker, node.args[0]) !== null
}

/** The collection a path leads to: also a links field that ends it, which elsewhere is a list. */
function manyOf(checker: Checker, node: Node | undefined): Many | null {
  if (node?.kind !== 'path') return null
  const resolved = resolve(checker, node)
  if (resolved.kind === 'many') return resolved
  if (resolved.kind === 'me') return null
  const { root, links, object, field, labels, type, places = [] } = resolved.path
  if (type.kind !== 'list' || type.of.kind !== 'record') return null
  const place = { name: field, ...resolved.place }
  return { kind: 'many', collection: { root, links, via: { kind: 'links', object, field }, object: type.of.object, labels, places }, rest: [], place }
}

export function aggregate(checker: Checker, node: CallNode): Typed {
  const name = node.name as AggregateName
  const [source, expression, ...more] = node.args
  if (source === undefined || more.length > 0) fault('argument_count', { at: node.at, length: name.length }, { name, least: 1, most: '2', given: node.args.length })
  const many = manyOf(checker, source)
  if (many === null) return counted(checker, node, source)
  if (checker.aggregates >= limits.aggregates) fault('too_deep', node, { limit: limits.aggregates })
  const inner: Checker = { ...checker, object: many.collection.object, aggregates: checker.aggregates + 1 }
  const value = valueOf(inner, name, many, expression)
  const where = node.where === null ? null : condition(inner, node.where)
  const by = orderOf(inner, name, node, value)
  const type = name === 'COUNT' ? numberType : name === 'EXISTS' ? yesNoType : value!.type
  const typed: Typed = { kind: 'aggregate', name, collection: many.collection, value, where, by, type, at: node.at, length: node.length }
  const digits = (value === null ? limits.wholeDigits : digitsOf(checker, value)) + limits.decimalDigits
  if (digits > limits.calculatedDigits) fault('too_large', node)
  checker.digits.set(typed, digits)
  return typed
}

/** COUNT of a list of values (phones, roles) is how many there are. */
function counted(checker: Checker, node: CallNode, source: Node): Typed {
  const typed = checkNode(checker, source)
  const name = source.kind === 'path' ? source.names.map((part) => part.name).join('.') : '…'
  if (node.name !== 'COUNT' || typed.type.kind !== 'list' || node.where !== null || node.by !== null || node.args.length > 1) {
    fault('not_a_collection', source, { function: node.name, name: name.slice(0, 60) })
  }
  return { kind: 'call', definition: lengthFunction, args: [typed], type: numberType, at: node.at, length: node.length }
}

function valueOf(inner: Checker, name: AggregateName, many: Many, expression: Node | undefined): Typed | null {
  const { rest, place } = many
  if (rest.length > 0 && expression !== undefined) fault('two_collections', expression, { name: place.name })
  const last = rest.at(-1)
  const node: Node | undefined = last === undefined ? expression : { kind: 'path', names: [{ name: 'this', at: 0, length: 0 }, ...rest], at: rest[0]!.at, length: last.at + last.length - rest[0]!.at }
  if (node === undefined) {
    if (name !== 'COUNT' && name !== 'EXISTS') fault('value_needed', place, { function: name, name: place.name })
    return null
  }
  const value = checkNode(inner, node)
  if (!takes[name].includes(value.type.kind)) fault('expected_kind', value, { expected: takes[name][0]!, found: value.type.kind })
  return value
}

function orderOf(inner: Checker, name: AggregateName, node: CallNode, value: Typed | null): Typed | null {
  if (name !== 'FIRST' && name !== 'LAST') {
    if (node.by !== null) fault('only_first_last', node.by)
    return null
  }
  if (node.by === null) return value!.type.kind === 'date' || value!.type.kind === 'dateTime' ? value : null
  const by = checkNode(inner, node.by)
  if (!['number', 'date', 'dateTime', 'time'].includes(by.type.kind)) fault('expected_kind', by, { expected: 'date', found: by.type.kind })
  return by
}

