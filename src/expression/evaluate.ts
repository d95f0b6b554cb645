/** The value of an expression for one record, in JavaScript. toSql.ts gives the same for a row; agreement.test.ts proves it. */
import { dayNumber, localDate, momentOf } from './calendar.ts'
import { aggregated } from './evaluateAggregate.ts'
import { addDays } from './functions/days.ts'
import { roundTo } from './functions/numbers.ts'
import { fold } from './fold.ts'
import { joinedText } from './joining.ts'
import type { ArithmeticOperator, CompareOperator, Facts, Typed } from './language.ts'
import type { ExprType, ExprValue } from './types.ts'
import type { Comparison } from './unify.ts'
import { Exact, isExact, isList, isMoney, jsonOf, order, orderOfTexts, sameValue, valueOf, type MoneyValue, type Value } from './value.ts'

/** As JSON: numbers and amounts as canonical decimal text. */
export const evaluate = (typed: Typed, facts: Facts): ExprValue => jsonOf(valueIn(typed, facts))

/** Whether a condition holds; an empty value does not. */
export const holds = (typed: Typed, facts: Facts): boolean => valueIn(typed, facts) === true

export function valueIn(typed: Typed, facts: Facts): Value {
  const value = computedValue(typed, facts)
  return value === '' ? null : value
}

function computedValue(typed: Typed, facts: Facts): Value {
  switch (typed.kind) {
    case 'constant':
      return valueOf(typed.value, typed.type)
    case 'localTime':
      return momentOf(typed.value, facts.timeZone)
    case 'today':
    case 'now':
      return facts[typed.kind]
    case 'me':
      return facts.me?.toLowerCase() ?? null
    case 'path':
      return valueOf(facts.value(typed.path), typed.path.type)
    case 'and':
      return typed.parts.every((part) => valueIn(part, facts) === true)
    case 'or':
      return typed.parts.some((part) => valueIn(part, facts) === true)
    case 'not':
      return valueIn(typed.of, facts) !== true
    case 'compare':
      return compared(typed, facts) !== typed.negated
    case 'list':
      return typed.items.map((item) => valueIn(item, facts))
    case 'minus':
      return scaled(valueIn(typed.of, facts), new Exact(-1))
    case 'arithmetic':
      return calculated(typed, facts)
    case 'join':
      return joinedText(typed.parts.map((part) => valueIn(part, facts)), typed.parts.map((part) => part.type), facts)
    case 'call':
      return called(typed, facts)
    case 'aggregate':
      return aggregated(typed, facts)
  }
}

function called({ definition, args }: Extract<Typed, { kind: 'call' }>, facts: Facts): Value {
  const values = args.map((arg) => valueIn(arg, facts))
  if (definition.takesEmpty !== true && values.includes(null)) return null
  return definition.evaluate(values, facts, args.map((arg) => arg.type))
}

// ---- Comparison --------------------------------------------------------------------------------------------------

type CompareNode = Extract<Typed, { kind: 'compare' }>

/** Without the negation: whether both sides are known and it is so. */
function compared(node: CompareNode, facts: Facts): boolean {
  const left = valueIn(node.left, facts)
  if (node.operator === 'is empty') return left === null
  const right = node.right.map((each) => valueIn(each, facts))
  if (left === null || right.includes(null)) return false
  const types = node.right.map((each) => each.type)
  const [first, second] = right as [Value, Value?]
  switch (node.operator) {
    case 'contains':
    case 'starts with':
    case 'ends with':
      return (isList(left) ? left : [left]).some((each) => looksInto(node.operator, each as string, first as string))
    case 'has':
      return (left as readonly Value[]).some((each) => sameValue(each, first))
    case 'has any':
      return (first as readonly Value[]).some((wanted) => (left as readonly Value[]).some((each) => sameValue(each, wanted)))
    case 'has all':
      return (first as readonly Value[]).every((wanted) => (left as readonly Value[]).some((each) => sameValue(each, wanted)))
    case 'in':
      return isIn(node, left, first as readonly Value[], facts)
    case 'between':
      return stands('>=', node, [left, first, types[0]!], facts) && stands('<=', node, [left, second!, types[1]!], facts)
    default:
      return stands(node.operator, node, [left, first, types[0]!], facts)
  }
}

function looksInto(operator: CompareOperator, text: string, part: string): boolean {
  const [whole, wanted] = [fold(text), fold(part)]
  return operator === 'contains' ? whole.includes(wanted) : operator === 'starts with' ? whole.startsWith(wanted) : whole.endsWith(wanted)
}

function isIn(node: CompareNode, left: Value, items: readonly Value[], facts: Facts): boolean {
  const list = node.right[0]!.type
  const of = list.kind === 'list' ? list.of : list
  return items.some((item) => item !== null && stands('=', node, [left, item, of], facts))
}

/** Both are known here. */
function stands(operator: CompareOperator, node: CompareNode, [left, right, type]: [Value, Value, ExprType], facts: Facts): boolean {
  const sign = difference(node.as!, [left, node.left.type], [right, type], facts)
  if (sign === null) return false
  switch (operator) {
    case '<':
      return sign < 0
    case '<=':
      return sign <= 0
    case '>':
      return sign > 0
    case '>=':
      return sign >= 0
    default:
      return sign === 0
  }
}

/** Below, at or above zero; null when they cannot be told (different currencies). */
function difference(as: Comparison, [left, leftType]: [Value, ExprType], [right, rightType]: [Value, ExprType], facts: Facts): number | null {
  const amount = (value: Value): Exact => (isMoney(value) ? value.amount : (value as Exact))
  const day = (value: Value, type: ExprType): string | null => (type.kind === 'dateTime' ? localDate(value as string, facts.timeZone) : (value as string))
  switch (as) {
    case 'folded':
      return orderOfTexts(fold(left as string), fold(right as string))
    case 'money':
      return (left as MoneyValue).currency === (right as MoneyValue).currency ? amount(left).comparedTo(amount(right)) : null
    case 'amount':
      return amount(left).comparedTo(amount(right))
    case 'day': {
      const days = [day(left, leftType), day(right, rightType)] as const
      return days[0] === null || days[1] === null ? null : orderOfTexts(days[0], days[1])
    }
    case 'yesNo':
      return Number(left) - Number(right)
    default:
      return order(left, right)
  }
}

// ---- Arithmetic --------------------------------------------------------------------------------------------------

/** At 20 places, half away from zero; nothing divided by zero. */
export function quotient(a: Exact, b: Exact): Exact | null {
  return b.isZero() ? null : roundTo(a.times('1e21').divToInt(b).times('1e-21'), 20)
}

function calculated({ operator, left, right }: Extract<Typed, { kind: 'arithmetic' }>, facts: Facts): Value {
  const [a, b] = [valueIn(left, facts), valueIn(right, facts)]
  if (a === null || b === null) return null
  const kinds = `${left.type.kind} ${right.type.kind}`
  if (isExact(a) && isExact(b)) return numbers(operator, a, b)
  if (isMoney(a) || isMoney(b)) return moneyResult(operator, a, b)
  if (isExact(b)) return addDays(a as string, left.type, operator === '-' ? b.negated() : b)
  if (isExact(a)) return addDays(b as string, right.type, a)
  if (kinds === 'dateTime dateTime') return quotient(new Exact(Date.parse(a as string) - Date.parse(b as string)), new Exact(86_400_000))
  const days = [a, b].map((value, index) => ((index === 0 ? left : right).type.kind === 'dateTime' ? localDate(value as string, facts.timeZone) : (value as string)))
  return days[0] === null || days[1] === null ? null : new Exact(dayNumber(days[0]!) - dayNumber(days[1]!))
}

function numbers(operator: ArithmeticOperator, a: Exact, b: Exact): Exact | null {
  switch (operator) {
    case '+':
      return a.plus(b)
    case '-':
      return a.minus(b)
    case '*':
      return a.times(b)
    case '/':
      return quotient(a, b)
  }
}

/** Amounts of different currencies have no sum and no ratio; a number beside money is in its currency. */
function moneyResult(operator: ArithmeticOperator, a: Value, b: Value): Value {
  if (isMoney(a) && isMoney(b)) {
    if (a.currency !== b.currency) return null
    return operator === '/' ? quotient(a.amount, b.amount) : { amount: numbers(operator, a.amount, b.amount)!, currency: a.currency }
  }
  const currency = isMoney(a) ? a.currency : (b as MoneyValue).currency
  const amount = numbers(operator, isMoney(a) ? a.amount : (a as Exact), isMoney(b) ? b.amount : (b as Exact))
  return amount === null ? null : { amount, currency }
}

const scaled = (value: Value, by: Exact): Value => (isMoney(value) ? { amount: value.amount.times(by), currency: value.currency } : isExact(value) ? value.times(by) : null)
