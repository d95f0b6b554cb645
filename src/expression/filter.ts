/**
 * A condition as a filter bar shows it: simple parts that all must hold, each a field, an operator and values. What is not simple
 * stays a part of text. filterText(filterParts(parse(text).tree)) means what the text means.
 */
import type { CompareOperator, Literal, NamePart, Node } from './language.ts'
import { parse } from './parse.ts'
import { operatorText, show, showPath } from './show.ts'

export type FilterOperator =
  | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'between' | 'not between' | 'in' | 'not in' | 'is empty' | 'is not empty'
  | 'contains' | 'not contains' | 'starts with' | 'not starts with' | 'ends with' | 'not ends with'
  /** Of the class, or of any below it: WITHIN(sector, 'industry'). */
  | 'within'
  | 'has' | 'not has' | 'has any' | 'not has any' | 'has all' | 'not has all'
  /** The yes/no field is yes; is no or empty. */
  | 'yes' | 'no'

/** A value in the bar. days: so many from today (below zero: ago). path: another field or `me.teams`. expression: anything else, as text. */
export type Operand = Literal | { kind: 'today' } | { kind: 'now' } | { kind: 'days'; days: number } | { kind: 'path'; path: string } | { kind: 'expression'; text: string }

export interface SimpleCondition {
  kind: 'simple'
  /** company.owner.name */
  path: string
  operator: FilterOperator
  /** None for `is empty`, yes and no; two for between; any number for in, has any, has all. */
  values: readonly Operand[]
}

export type FilterPart = SimpleCondition | { kind: 'text'; text: string }

export function filterParts(tree: Node): FilterPart[] {
  return (tree.kind === 'and' ? tree.parts : [tree]).map((part) => simple(part) ?? { kind: 'text', text: show(part) })
}

function simple(node: Node): SimpleCondition | null {
  if (node.kind === 'path') return isOwn(node) ? { kind: 'simple', path: pathText(node.names), operator: 'yes', values: [] } : null
  if (node.kind === 'not') return node.of.kind === 'path' && isOwn(node.of) ? { kind: 'simple', path: pathText(node.of.names), operator: 'no', values: [] } : null
  if (node.kind === 'call') return withinClass(node)
  if (node.kind !== 'compare' || node.left.kind !== 'path' || !isOwn(node.left)) return null
  const rights = node.right.flatMap((right) => (right.kind === 'list' ? right.items : [right]))
  return { kind: 'simple', path: pathText(node.left.names), operator: operatorText(node.operator, node.negated) as FilterOperator, values: rights.map(operand) }
}

function withinClass({ name, args: [field, value] }: Extract<Node, { kind: 'call' }>): SimpleCondition | null {
  const isSimple = name === 'WITHIN' && field?.kind === 'path' && isOwn(field) && value?.kind === 'text'
  return isSimple ? { kind: 'simple', path: pathText(field.names), operator: 'within', values: [operand(value)] } : null
}

const isOwn = (node: Extract<Node, { kind: 'path' }>): boolean => node.names[0]!.name !== 'me'
const pathText = (names: readonly NamePart[]): string => names.filter(({ name }, index) => index > 0 || name !== 'this' || names.length === 1).map(({ name }) => name).join('.')

function operand(node: Node): Operand {
  switch (node.kind) {
    case 'number':
    case 'date':
    case 'time':
    case 'dateTime':
    case 'text':
      return { kind: node.kind, value: node.value }
    case 'yesNo':
      return { kind: 'yesNo', value: node.value }
    case 'money':
      return { kind: 'money', amount: node.amount, currency: node.currency }
    case 'empty':
    case 'today':
    case 'now':
      return { kind: node.kind }
    case 'path':
      return { kind: 'path', path: pathText(node.names) }
    default:
      return negative(node) ?? daysFromToday(node) ?? { kind: 'expression', text: show(node) }
  }
}

function negative(node: Node): Operand | null {
  if (node.kind !== 'minus') return null
  if (node.of.kind === 'number') return { kind: 'number', value: `-${node.of.value}` }
  return node.of.kind === 'money' ? { kind: 'money', amount: `-${node.of.amount}`, currency: node.of.currency } : null
}

function daysFromToday(node: Node): Operand | null {
  if (node.kind !== 'arithmetic' || node.left.kind !== 'today' || node.right.kind !== 'number' || !/^\d{1,5}$/.test(node.right.value)) return null
  if (node.operator !== '+' && node.operator !== '-') return null
  return { kind: 'days', days: Number(node.right.value) * (node.operator === '-' ? -1 : 1) }
}

// ---- Back to text ------------------------------------------------------------------------------------------------

/** '' for no parts at all. */
export function filterText(parts: readonly FilterPart[]): string {
  const [first, second] = parts
  if (first?.kind === 'text' && second === undefined) return first.text.trim()
  return parts.map((part) => (part.kind === 'text' ? bracketed(part.text) : conditionText(part))).filter((text) => text !== '').join(' and ')
}

/** A part with `or` in it, or one half typed, must stay one part. */
function bracketed(text: string): string {
  const { tree } = parse(text)
  return tree?.kind === 'or' || (tree === undefined && text.trim() !== '') ? `(${text})` : text.trim()
}

const listOperators: readonly string[] = ['in', 'has any', 'has all'] satisfies CompareOperator[]

export function conditionText({ path, operator, values }: SimpleCondition): string {
  const left = showPath(path.split('.'))
  if (operator === 'yes') return left
  if (operator === 'no') return `not ${left}`
  const texts = values.map(operandText)
  if (operator === 'within') return `WITHIN(${left}, ${texts.join(', ')})`
  if (listOperators.includes(operator.replace(/^not /, ''))) {
    const isList = values.length === 1 && values[0]!.kind === 'path'
    return `${left} ${operator} ${isList ? texts[0]! : `(${texts.join(', ')})`}`
  }
  return [left, operator, texts.join(' and ')].filter((text) => text !== '').join(' ')
}

export function operandText(value: Operand): string {
  switch (value.kind) {
    case 'days':
      return value.days === 0 ? 'today' : `today ${value.days < 0 ? '-' : '+'} ${Math.abs(value.days)}`
    case 'path':
      return showPath(value.path.split('.'))
    case 'expression':
      return `(${value.text})`
    case 'number':
      return value.value.startsWith('-') ? `-${shown({ ...value, value: value.value.slice(1) })}` : shown(value)
    case 'money':
      return value.amount.startsWith('-') ? `-${shown({ ...value, amount: value.amount.slice(1) })}` : shown(value)
    default:
      return shown(value)
  }
}

const shown = (value: Literal | { kind: 'today' } | { kind: 'now' }): string => show({ ...value, at: 0, length: 0 })
