/** Comparisons: what may be compared with what, and as what. */
import { checkNode, type Checker } from './check.ts'
import { coerce } from './checkCoerce.ts'
import type { CompareOperator, Node, Typed } from './language.ts'
import { fault } from './texts.ts'
import type { ExprType } from './types.ts'
import { comparisonOf, unify, yesNoType, type Comparison } from './unify.ts'

type CompareNode = Extract<Node, { kind: 'compare' }>
interface Sides {
  left: Typed
  right: readonly Typed[]
  as: Comparison | null
  operator?: CompareOperator
}

export function compare(checker: Checker, node: CompareNode): Typed {
  const left = checkNode(checker, node.left)
  const sides = sidesOf(checker, node, left)
  return { kind: 'compare', operator: node.operator, negated: node.negated, ...sides, type: yesNoType, at: node.at, length: node.length }
}

function sidesOf(checker: Checker, node: CompareNode, left: Typed): Sides {
  switch (node.operator) {
    case 'is empty':
      return { left, right: [], as: null }
    case 'contains':
    case 'starts with':
    case 'ends with':
      return looksInto(checker, node, left)
    case 'has':
    case 'has any':
    case 'has all':
      return asksList(checker, node, left)
    case 'in':
      return isIn(checker, node, left)
    default:
      return sameKind(checker, node, left)
  }
}

function sameKind(checker: Checker, node: CompareNode, given: Typed): Sides {
  const rights = node.right.map((right) => checkNode(checker, right))
  if (node.operator === '=') {
    if (rights[0]!.type.kind === 'empty') return { left: given, right: [], as: null, operator: 'is empty' }
    if (given.type.kind === 'empty') return { left: rights[0]!, right: [], as: null, operator: 'is empty' }
  }
  const left = coerce(given, rights[0]!.type, rights[0])
  const right = rights.map((each) => coerce(each, left.type, left))
  const kinds = right.map((each, index) => agreed(node.operator, left, each, index === 0 ? node : each))
  if (kinds.length === 2 && kinds[0] !== kinds[1]) fault('mixed_kinds', node, { left: right[0]!.type.kind, right: right[1]!.type.kind })
  return { left, right, as: kinds[0]! }
}

/** How the two are compared, or a fault in words that fit. */
function agreed(operator: CompareOperator, left: Typed, right: Typed, place: { at: number; length: number }): Comparison {
  const as = comparisonOf(operator, left.type, right.type)
  if (as !== null) return as
  const list = [left, right].find((side) => side.type.kind === 'list')
  if (list !== undefined) fault('use_has', list)
  if (left.type.kind === 'record' && right.type.kind === 'record' && left.type.object !== right.type.object) fault('other_object', place, { left: left.type.object, right: right.type.object })
  if (operator !== '=' && comparisonOf('=', left.type, right.type) !== null) fault('no_order', place, { operator, found: left.type.kind })
  return fault('cannot_compare', place, { left: left.type.kind, right: right.type.kind })
}

function looksInto(checker: Checker, node: CompareNode, left: Typed): Sides {
  const right = checkNode(checker, node.right[0]!)
  const { operator } = node
  const isTexts = left.type.kind === 'text' || (left.type.kind === 'list' && left.type.of.kind === 'text')
  if (!isTexts) fault('not_text', left, { operator, found: left.type.kind })
  if (right.type.kind !== 'text' && right.type.kind !== 'empty') fault('expected_kind', right, { expected: 'text', found: right.type.kind })
  return { left, right: [right], as: null }
}

function asksList(checker: Checker, node: CompareNode, left: Typed): Sides {
  const { operator } = node
  if (left.type.kind !== 'list') fault('not_a_list', left, { operator, found: left.type.kind })
  const { of } = left.type
  if (operator === 'has') {
    const value = coerce(checkNode(checker, node.right[0]!), of, left)
    return { left, right: [value], as: listed(operator, of, value) }
  }
  const right = listOf(checker, node.right[0]!, of, left)
  const as = listed(operator, of, right)
  return { left, right: [right], as }
}

/** Members of a list are compared as they are, so that the database's index on the list can serve. */
function listed(operator: CompareOperator, of: ExprType, value: Typed): Comparison {
  const type = value.type.kind === 'list' && of.kind !== 'list' ? value.type.of : value.type
  if (type.kind === 'empty') return 'exact'
  const as = comparisonOf('=', of, type)
  if (as === null || as === 'amount' || as === 'day' || as === 'money') fault('cannot_compare', value, { left: of.kind, right: type.kind, operator })
  return as
}

function isIn(checker: Checker, node: CompareNode, left: Typed): Sides {
  if (left.type.kind === 'list') fault('use_has', left)
  const right = listOf(checker, node.right[0]!, left.type, left)
  const of = (right.type as Extract<ExprType, { kind: 'list' }>).of
  const as = of.kind === 'empty' ? 'exact' : comparisonOf('=', left.type, of)
  if (as === null) {
    if (left.type.kind === 'record' && of.kind === 'record') fault('other_object', right, { left: left.type.object, right: of.object })
    fault('cannot_compare', right, { left: left.type.kind, right: of.kind })
  }
  return { left, right: [right], as }
}

/** A list in brackets, a value that is a list, or one value alone. */
function listOf(checker: Checker, node: Node, member: ExprType, near: Typed): Typed {
  const { at, length } = node
  if (node.kind !== 'list') {
    const typed = coerce(checkNode(checker, node), member, near)
    return typed.type.kind === 'list' ? typed : { kind: 'list', items: [typed], type: { kind: 'list', of: typed.type }, at, length }
  }
  const items = node.items.map((item) => coerce(checkNode(checker, item), member, near))
  // `in (me.regions)`: brackets around what is a list itself.
  if (items.length === 1 && items[0]!.type.kind === 'list') return items[0]!
  let of: ExprType = { kind: 'empty' }
  for (const item of items) {
    if (item.type.kind === 'list') fault('expected_kind', item, { expected: member.kind, found: 'list' })
    const both = unify(of, item.type)
    if (both === null) {
      if (comparisonOf('=', member, item.type) === null) fault('cannot_compare', item, { left: member.kind, right: item.type.kind })
      fault('mixed_kinds', item, { left: of.kind, right: item.type.kind })
    }
    of = both
  }
  return { kind: 'list', items, type: { kind: 'list', of }, at, length }
}
