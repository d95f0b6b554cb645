import type { Literal, Node, Problem } from '../../../../expression/language.ts'
import { parse } from '../../../../expression/parse.ts'
import type { ExprType, ExprValue } from '../../../../expression/types.ts'

type ExprKind = ExprType['kind']

/** What the filter bar can say of one field. Everything else stays as text. */
export type Operator =
  | 'is' | 'isNot' | 'less' | 'atMost' | 'more' | 'atLeast' | 'between' | 'contains' | 'lacks' | 'starts' | 'ends' | 'oneOf' | 'noneOf'
  | 'has' | 'hasNot' | 'hasAny' | 'hasAll' | 'empty' | 'filled' | 'yes' | 'no' | 'me' | 'notMe' | 'lastDays' | 'olderDays' | 'nextDays' | 'today'

export interface Condition {
  path: string
  operator: Operator
  /** A list for oneOf, noneOf, hasAny, hasAll, between; a count of days for lastDays, olderDays, nextDays; null where nothing is compared. */
  value: ExprValue
  /** Of the literal: numbers, days and times are written without quotes. */
  kind?: ExprKind
}
export type Part = { kind: 'condition'; condition: Condition } | { kind: 'other'; text: string }

/** The parts that an expression joins with `and`, each as a condition where it is one. */
export function split(text: string): { parts: Part[]; problem?: undefined } | { problem: Problem; parts?: undefined } {
  if (text.trim() === '') return { parts: [] }
  const { tree, problem } = parse(text)
  if (problem !== undefined) return { problem }
  const nodes = tree.kind === 'and' ? tree.parts : [tree]
  return {
    parts: nodes.map((node) => {
      const condition = conditionOf(node)
      return condition === null ? { kind: 'other', text: bracketed(node, text) } : { kind: 'condition', condition }
    }),
  }
}

/** Of a part in brackets the tree keeps only what is inside, so they are put back where they are needed. */
function bracketed(node: Node, text: string): string {
  const written = text.slice(node.at, node.at + node.length)
  return node.kind === 'or' ? `(${written})` : written
}

export const join = (parts: readonly Part[]): string => {
  const texts = parts.map((part) => (part.kind === 'other' ? part.text : write(part.condition)))
  return texts.length === 1 ? texts[0]!.replace(/^\(([^()]*)\)$/, '$1') : texts.join(' and ')
}

// ---- Reading -----------------------------------------------------------------------------------------------------

const compares: Partial<Record<string, [Operator, Operator | null]>> = {
  '=': ['is', 'isNot'], '<': ['less', null], '<=': ['atMost', null], '>': ['more', null], '>=': ['atLeast', null], contains: ['contains', 'lacks'], 'starts with': ['starts', null],
  'ends with': ['ends', null], in: ['oneOf', 'noneOf'], has: ['has', 'hasNot'], 'has any': ['hasAny', null], 'has all': ['hasAll', null], between: ['between', null], 'is empty': ['empty', 'filled'],
}

function conditionOf(node: Node): Condition | null {
  if (node.kind === 'path') return { path: pathOf(node), operator: 'yes', value: null }
  if (node.kind === 'not') return node.of.kind === 'path' ? { path: pathOf(node.of), operator: 'no', value: null } : negated(conditionOf(node.of))
  if (node.kind !== 'compare' || node.left.kind !== 'path' || node.left.names[0]?.name === 'me') return null
  const path = pathOf(node.left)
  const [right] = node.right
  const relative = right === undefined ? null : relativeOf(node, right)
  if (relative !== null) return { path, ...relative }
  const [plain, not] = compares[node.operator] ?? [null, null]
  const operator = node.negated ? not : plain
  if (operator === null) return null
  const values = node.right.map(valueOf)
  if (values.some((value) => value === undefined)) return null
  const value = operator === 'between' ? (values as ExprValue[]) : (values[0] ?? null)
  return (operator === 'oneOf' || operator === 'noneOf' || operator === 'hasAny' || operator === 'hasAll') && !Array.isArray(value) ? null : { path, operator, value: value as ExprValue, kind: kindOf(right) }
}

const opposite: Partial<Record<Operator, Operator>> = { has: 'hasNot', oneOf: 'noneOf', is: 'isNot', contains: 'lacks', empty: 'filled' }
const negated = (condition: Condition | null): Condition | null => {
  const operator = condition === null ? undefined : opposite[condition.operator]
  return condition === null || operator === undefined ? null : { ...condition, operator }
}

/** `= me`, `>= today - 30`, `= today`. */
function relativeOf(node: Extract<Node, { kind: 'compare' }>, right: Node): Omit<Condition, 'path'> | null {
  if (node.operator === '=' && right.kind === 'path' && right.names.length === 1 && right.names[0]!.name === 'me') return { operator: node.negated ? 'notMe' : 'me', value: null }
  if (node.operator === '=' && !node.negated && right.kind === 'today') return { operator: 'today', value: null }
  if (right.kind !== 'arithmetic' || right.left.kind !== 'today' || right.right.kind !== 'number') return null
  const days = right.right.value
  if (right.operator === '-' && node.operator === '>=') return { operator: 'lastDays', value: days }
  if (right.operator === '-' && node.operator === '<') return { operator: 'olderDays', value: days }
  if (right.operator === '+' && node.operator === '<=') return { operator: 'nextDays', value: days }
  return null
}

const pathOf = (node: Extract<Node, { kind: 'path' }>) => node.names.map((part) => part.name).join('.')

function valueOf(node: Node): ExprValue | undefined {
  if (node.kind === 'list') {
    const items = node.items.map(valueOf)
    return items.some((item) => item === undefined) ? undefined : (items as ExprValue[])
  }
  if (node.kind === 'minus' && node.of.kind === 'number') return `-${node.of.value}`
  return isLiteral(node) ? literal(node) : undefined
}

function kindOf(node: Node | undefined): ExprKind | undefined {
  if (node?.kind === 'list') return kindOf(node.items[0])
  if (node?.kind === 'minus') return 'number'
  return node !== undefined && isLiteral(node) ? node.kind : undefined
}

const isLiteral = (node: Node): node is Node & Literal => ['number', 'money', 'text', 'date', 'time', 'dateTime', 'yesNo', 'empty'].includes(node.kind)
const literal = (node: Literal): ExprValue => (node.kind === 'money' ? { amount: node.amount, currency: node.currency } : node.kind === 'empty' ? null : node.value)

// ---- Writing -----------------------------------------------------------------------------------------------------

const signs: Partial<Record<Operator, string>> = {
  is: '=', isNot: '!=', less: '<', atMost: '<=', more: '>', atLeast: '>=', contains: 'contains', lacks: 'not contains', starts: 'starts with', ends: 'ends with', oneOf: 'in', noneOf: 'not in', has: 'has', hasNot: 'not has', hasAny: 'has any', hasAll: 'has all',
}

/** `kind` of the field says whether '525' is a number or a text of digits. */
export function write({ path, operator, value, kind }: Condition): string {
  switch (operator) {
    case 'empty': return `${path} is empty`
    case 'filled': return `${path} is not empty`
    case 'yes': return path
    case 'no': return `not ${path}`
    case 'me': return `${path} = me`
    case 'notMe': return `${path} != me`
    case 'today': return `${path} = today`
    case 'lastDays': return `${path} >= today - ${String(value)}`
    case 'olderDays': return `${path} < today - ${String(value)}`
    case 'nextDays': return `${path} <= today + ${String(value)}`
    case 'between': return `${path} between ${(value as readonly ExprValue[]).map((one) => writeValue(one, kind)).join(' and ')}`
    default: return `${path} ${signs[operator]!} ${writeValue(value, kind)}`
  }
}

const unquoted = new Set<ExprKind | undefined>(['number', 'money', 'date', 'dateTime', 'time'])

export function writeValue(value: ExprValue, kind: ExprKind | undefined): string {
  if (value === null) return 'empty'
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value === 'string') return unquoted.has(kind) ? value : quote(value)
  if (Array.isArray(value)) return `(${value.map((one: ExprValue) => writeValue(one, kind)).join('; ')})`
  if ('currency' in value) return `${value.amount} ${value.currency}`
  return quote((value as { id: string }).id)
}

export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`
