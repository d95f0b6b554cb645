/**
 * Gives every name and operator of a tree its meaning in a scope, or says what is wrong and where. Problems in separate
 * conditions are found together. A field that may not be read is unknown, in the same words as one that is not there.
 */
import { aggregate, isAggregate } from './checkAggregate.ts'
import { call } from './checkCall.ts'
import { coerce } from './checkCoerce.ts'
import { compare } from './checkCompare.ts'
import { resolve, valuePath } from './checkPath.ts'
import type { Node, Place, Problem, Scope, Typed } from './language.ts'
import { limits } from './limits.ts'
import { Fault, fault } from './texts.ts'
import type { ExprType } from './types.ts'
import { dateTimeType, dateType, emptyType, moneyType, numberType, textType, timeType, unify, yesNoType } from './unify.ts'

export type Checked = { typed: Typed; problems?: undefined } | { problems: readonly Problem[]; typed?: undefined }

export interface Checker {
  readonly scope: Scope
  /** The object whose fields are meant: another one inside an aggregate. */
  readonly object: string
  /** In how many aggregates. */
  readonly aggregates: number
  readonly problems: Problem[]
  /** How many digits a number may come to. */
  readonly digits: WeakMap<Typed, number>
}

/** `expected`: what the whole must come to; left out, anything. Conditions expect yesNo. */
export function check(tree: Node, scope: Scope, expected?: ExprType): Checked {
  const checker: Checker = { scope, object: scope.object, aggregates: 0, problems: [], digits: new WeakMap() }
  try {
    const typed = expected === undefined ? checkNode(checker, tree) : expected.kind === 'yesNo' ? condition(checker, tree) : asExpected(checker, tree, expected)
    return checker.problems.length > 0 ? { problems: checker.problems } : { typed }
  } catch (error) {
    if (error instanceof Fault) return { problems: [...checker.problems, error.problem] }
    throw error
  }
}

export const checkCondition = (tree: Node, scope: Scope): Checked => check(tree, scope, yesNoType)

function asExpected(checker: Checker, tree: Node, expected: ExprType): Typed {
  const typed = coerce(checkNode(checker, tree), expected)
  const fits = unify(typed.type, expected)
  // A value worked out as text: one that is none of the choices comes to nothing where it is taken.
  if (expected.kind === 'choice' && typed.type.kind === 'text' && typed.kind !== 'constant') return typed
  if (fits === null || (fits.kind !== expected.kind && typed.type.kind !== 'empty')) fault('expected_kind', typed, { expected: expected.kind, found: typed.type.kind })
  return typed
}

export function condition(checker: Checker, node: Node): Typed {
  const typed = checkNode(checker, node)
  if (typed.type.kind !== 'yesNo') fault('expected_condition', typed, { found: typed.type.kind })
  return typed
}

export function checkNode(checker: Checker, node: Node): Typed {
  const place = { at: node.at, length: node.length }
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, parts: conditions(checker, node.parts), type: yesNoType, ...place }
    case 'not':
      return { kind: 'not', of: condition(checker, node.of), type: yesNoType, ...place }
    case 'compare':
      return compare(checker, node)
    case 'arithmetic':
      return calculation(checker, node)
    case 'minus':
      return minus(checker, node)
    case 'join':
      return { kind: 'join', parts: node.parts.map((part) => joined(checkNode(checker, part))), type: textType, ...place }
    case 'path':
      return valuePath(resolve(checker, node), place)
    case 'call':
      return isAggregate(checker, node) ? aggregate(checker, node) : call(checker, node)
    case 'list':
      return fault('list_not_here', place)
    default:
      return single(node, place)
  }
}

/** Each part on its own, so that all their problems are told at once. */
function conditions(checker: Checker, parts: readonly Node[]): Typed[] {
  return parts.flatMap((part) => {
    try {
      return [condition(checker, part)]
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      checker.problems.push(error.problem)
      return []
    }
  })
}

type Single = Exclude<Node, { kind: 'and' | 'or' | 'not' | 'compare' | 'arithmetic' | 'minus' | 'join' | 'path' | 'call' | 'list' }>

function single(node: Single, place: Place): Typed {
  switch (node.kind) {
    case 'number':
      return { kind: 'constant', value: node.value, type: numberType, ...place }
    case 'money':
      return { kind: 'constant', value: { amount: node.amount, currency: node.currency }, type: moneyType, ...place }
    case 'text':
      return node.value === '' ? { kind: 'constant', value: null, type: emptyType, ...place } : { kind: 'constant', value: node.value, type: textType, ...place }
    case 'yesNo':
      return { kind: 'constant', value: node.value, type: yesNoType, ...place }
    case 'date':
      return { kind: 'constant', value: node.value, type: dateType, ...place }
    case 'time':
      return { kind: 'constant', value: node.value.slice(0, 5), type: timeType, ...place }
    case 'dateTime':
      return { kind: 'localTime', value: node.value, type: dateTimeType, ...place }
    case 'empty':
      return { kind: 'constant', value: null, type: emptyType, ...place }
    case 'today':
      return { kind: 'today', type: dateType, ...place }
    case 'now':
      return { kind: 'now', type: dateTimeType, ...place }
  }
}

const joinable = new Set<ExprType['kind']>(['text', 'choice', 'number', 'money', 'date', 'time', 'dateTime', 'empty'])

export function joined(part: Typed): Typed {
  if (!joinable.has(part.type.kind)) fault('expected_kind', part, { expected: 'text', found: part.type.kind })
  return part
}

// ---- Calculation -------------------------------------------------------------------------------------------------

export const digitsOf = (checker: Checker, typed: Typed): number => checker.digits.get(typed) ?? limits.wholeDigits + limits.decimalDigits

function minus(checker: Checker, node: Extract<Node, { kind: 'minus' }>): Typed {
  const of = checkNode(checker, node.of)
  if (of.type.kind !== 'number' && of.type.kind !== 'money') fault('expected_kind', of, { expected: 'number', found: of.type.kind })
  const typed: Typed = { kind: 'minus', of, type: of.type, at: node.at, length: node.length }
  checker.digits.set(typed, digitsOf(checker, of))
  return typed
}

function calculation(checker: Checker, node: Extract<Node, { kind: 'arithmetic' }>): Typed {
  const left = checkNode(checker, node.left)
  const right = checkNode(checker, node.right)
  const { operator } = node
  const type = calculated(operator, left.type.kind, right.type.kind)
  if (type === null) {
    if (operator === '+' && (left.type.kind === 'text' || right.type.kind === 'text')) fault('text_plus', node)
    fault('cannot_calculate', node, { operator, left: left.type.kind, right: right.type.kind })
  }
  const typed: Typed = { kind: 'arithmetic', operator, left, right, type, at: node.at, length: node.length }
  const [a, b] = [digitsOf(checker, left), digitsOf(checker, right)]
  const digits = operator === '*' ? a + b : operator === '/' ? a + b + limits.decimalDigits : Math.max(a, b) + 1
  if (digits > limits.calculatedDigits) fault('too_large', node)
  checker.digits.set(typed, digits)
  return typed
}

const results: Readonly<Record<string, ExprType>> = {
  'number+number': numberType, 'number-number': numberType, 'number*number': numberType, 'number/number': numberType,
  'money+money': moneyType, 'money-money': moneyType, 'money+number': moneyType, 'money-number': moneyType, 'number+money': moneyType, 'number-money': moneyType,
  'money*number': moneyType, 'number*money': moneyType, 'money/number': moneyType, 'money/money': numberType,
  'date+number': dateType, 'number+date': dateType, 'date-number': dateType,
  'dateTime+number': dateTimeType, 'number+dateTime': dateTimeType, 'dateTime-number': dateTimeType,
  'date-date': numberType, 'dateTime-dateTime': numberType, 'date-dateTime': numberType, 'dateTime-date': numberType,
}

const calculated = (operator: string, left: ExprType['kind'], right: ExprType['kind']): ExprType | null => results[`${left}${operator}${right}`] ?? null
