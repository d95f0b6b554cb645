/** Calls of functions: how many arguments, of which kinds. */
import { checkNode, digitsOf, type Checker } from './check.ts'
import { coerce } from './checkCoerce.ts'
import { checkTree } from './checkTree.ts'
import type { FunctionDefinition, Parameter } from './functions/definition.ts'
import { functions } from './functions/functions.ts'
import { lookedUpBy } from './inside.ts'
import type { Node, Typed } from './language.ts'
import { limits } from './limits.ts'
import { nearest } from './nearest.ts'
import { fault } from './texts.ts'
import type { ExprType } from './types.ts'
import { dateType, emptyType, unify } from './unify.ts'

type CallNode = Extract<Node, { kind: 'call' }>

export function call(checker: Checker, node: CallNode): Typed {
  const name = { at: node.at, length: node.name.length }
  const definition = functions.get(node.name)
  if (definition === undefined) fault('unknown_function', name, { name: node.name.slice(0, 60), near: nearest(node.name, [...functions.keys()]) ?? 'none' })
  const extra = node.where ?? node.by
  if (extra !== null) fault('only_in_aggregate', extra, { word: node.where === null ? 'by' : 'where' })
  const parameters = parametersFor(definition, node.args.length)
  if (parameters === null) fault('argument_count', name, { name: definition.name, ...counts(definition, node.args.length) })
  return checkedCall(checker, definition, parameters, node)
}

function checkedCall(checker: Checker, definition: FunctionDefinition, parameters: readonly Parameter[], node: CallNode): Typed {
  const given = node.args.map((arg) => checkNode(checker, arg))
  const agreed = new Map<string, ExprType>()
  given.forEach((arg, index) => {
    const { same: letter, member } = parameters[index]!
    if (letter !== undefined && !member) agreed.set(letter, together(agreed.get(letter) ?? emptyType, arg, definition.result === letter))
  })
  const written = given.map((arg, index) => argument(arg, parameters[index]!, agreed))
  const left = definition.parameters[written.length]
  const args = left?.otherwise === undefined ? written : [...written, { kind: left.otherwise, type: dateType, at: node.at, length: node.length } as const]
  const type = typeof definition.result === 'string' ? agreed.get(definition.result)! : definition.result
  const typed: Typed = { kind: 'call', definition, args, type, at: node.at, length: node.length }
  if (lookedUpBy(typed) === 'trees') checkTree(checker, args)
  const digits = Math.max(0, ...args.map((arg) => digitsOf(checker, arg))) + (definition.moreDigits ?? 0)
  if (digits > limits.calculatedDigits) fault('too_large', node)
  checker.digits.set(typed, digits)
  return typed
}

/** A choice and a text written out: as results any text will do, compared with the choice it must be one of its values. */
function together(before: ExprType, arg: Typed, isResult: boolean): ExprType {
  const same = before.kind === 'choice' && isResult ? arg : coerce(arg, before)
  const both = unify(before, same.type) ?? (arg.type.kind === 'date' && before.kind === 'text' ? arg.type : null)
  if (both === null) fault('mixed_kinds', arg, { left: before.kind, right: arg.type.kind })
  return both
}

function argument(given: Typed, { takes, same, member, whole, currency }: Parameter, agreed: ReadonlyMap<string, ExprType>): Typed {
  const common = same === undefined ? kindWanted(takes) : agreed.get(same)
  const wanted = member && common?.kind === 'list' ? common.of : common
  const arg = wanted === undefined || (wanted.kind === 'choice' && !member) ? given : coerce(given, wanted)
  const { kind } = arg.type
  if (arg.type.kind === 'record' && wanted?.kind === 'record' && arg.type.object !== wanted.object) fault('other_object', arg, { left: wanted.object, right: arg.type.object })
  if (same !== undefined && wanted !== undefined && unify(arg.type, wanted) === null) fault('mixed_kinds', arg, { left: wanted.kind, right: kind })
  if (takes !== 'any' && kind !== 'empty' && !takes.includes(kind) && !(kind === 'choice' && takes.includes('text'))) fault('expected_kind', arg, { expected: takes[0]!, found: kind })
  if (currency === true) knownCurrency(arg)
  if (whole !== undefined && !isWhole(arg, whole)) fault('whole_number', arg, whole)
  return arg
}

const currencies = Intl.supportedValuesOf('currency')

/** One that comes from a field is looked up when it is computed, and comes to nothing when nobody knows it. */
function knownCurrency(arg: Typed): void {
  if (arg.kind !== 'constant' || typeof arg.value !== 'string' || currencies.includes(arg.value)) return
  fault('unknown_currency', arg, { written: arg.value.slice(0, 20), near: nearest(arg.value, currencies) ?? 'none' })
}

/** Texts written out may stand for dates where a date is wanted. */
function kindWanted(takes: Parameter['takes']): ExprType | undefined {
  if (takes === 'any' || takes.includes('text')) return undefined
  return takes.includes('date') ? { kind: 'date' } : takes.includes('dateTime') ? { kind: 'dateTime' } : undefined
}

function isWhole(arg: Typed, { from, to }: { from: number; to: number }): boolean {
  const negative = arg.kind === 'minus'
  const constant = negative ? arg.of : arg
  if (constant.kind !== 'constant' || constant.type.kind !== 'number') return false
  const number = Number(constant.value) * (negative ? -1 : 1)
  return Number.isInteger(number) && number >= from && number <= to
}

/** The parameters `count` arguments fall on, groups repeated as often as needed; null when they do not fit. */
export function parametersFor({ parameters }: FunctionDefinition, count: number): readonly Parameter[] | null {
  const group = parameters.filter((parameter) => parameter.repeated)
  if (group.length === 0) {
    const least = parameters.filter((parameter) => !parameter.optional).length
    return count >= least && count <= parameters.length ? parameters.slice(0, count) : null
  }
  const start = parameters.findIndex((parameter) => parameter.repeated)
  const after = parameters.slice(start + group.length)
  const left = count - start
  const extra = left % group.length
  if (left < group.length || extra > after.length) return null
  const times = (left - extra) / group.length
  return [...parameters.slice(0, start), ...Array.from({ length: times }, () => group).flat(), ...after.slice(0, extra)]
}

function counts({ parameters }: FunctionDefinition, given: number): { least: number; most: string | number; given: number } {
  const least = parameters.filter((parameter) => !parameter.optional).length
  const most = parameters.some((parameter) => parameter.repeated) ? 'more' : parameters.length === least ? 'same' : String(parameters.length)
  return { least, most, given }
}
