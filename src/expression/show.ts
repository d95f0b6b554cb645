/** The canonical text of a tree: parse(show(tree)) is the same tree, and show(parse(text)) the tidy form of what was typed. */
import type { CompareOperator, Node } from './language.ts'

/** Words that cannot begin a path as they are; `this.` before them makes them names. */
const reserved = new Set(['and', 'or', 'not', 'in', 'has', 'contains', 'starts', 'ends', 'between', 'is', 'empty', 'true', 'false', 'today', 'now', 'any', 'all', 'where', 'by', 'with'])

const tightness = { or: 1, and: 2, not: 3, compare: 4, join: 5, sum: 6, product: 7, minus: 8, value: 9 } as const

function tightnessOf(node: Node): number {
  switch (node.kind) {
    case 'or':
    case 'and':
    case 'not':
    case 'compare':
    case 'join':
    case 'minus':
      return tightness[node.kind]
    case 'arithmetic':
      return node.operator === '+' || node.operator === '-' ? tightness.sum : tightness.product
    default:
      return tightness.value
  }
}

export function show(node: Node): string {
  switch (node.kind) {
    case 'or':
    case 'and':
      return node.parts.map((part) => inside(part, tightness[node.kind] + 1)).join(` ${node.kind} `)
    case 'not':
      return `not ${inside(node.of, tightness.not)}`
    case 'compare':
      return showCompare(node)
    case 'join':
      return node.parts.map((part) => inside(part, tightness.sum)).join(' & ')
    case 'arithmetic':
      return `${inside(node.left, tightnessOf(node))} ${node.operator} ${inside(node.right, tightnessOf(node) + 1)}`
    case 'minus':
      return `-${inside(node.of, tightness.minus)}`
    case 'list':
      return `(${node.items.map(show).join(', ')})`
    case 'call':
      return showCall(node)
    case 'path':
      return showPath(node.names.map((part) => part.name))
    default:
      return showValue(node)
  }
}

const inside = (node: Node, atLeast: number): string => (tightnessOf(node) < atLeast ? `(${show(node)})` : show(node))

/** `!=`, `not in`, `is not empty`: the operator as it is written. */
export function operatorText(operator: CompareOperator, negated: boolean): string {
  if (!negated) return operator
  return operator === '=' ? '!=' : operator === 'is empty' ? 'is not empty' : `not ${operator}`
}

function showCompare(node: Extract<Node, { kind: 'compare' }>): string {
  const operator = operatorText(node.operator, node.negated)
  const left = inside(node.left, tightness.join)
  // not (a < b): only words and = have a negated form of their own.
  if (node.negated && ['<', '<=', '>', '>='].includes(node.operator)) return `not ${show({ ...node, negated: false })}`
  return [left, operator, node.right.map((right) => inside(right, tightness.join)).join(' and ')].filter((part) => part !== '').join(' ')
}

function showCall({ name, args, by, where }: Extract<Node, { kind: 'call' }>): string {
  const order = by === null ? '' : ` by ${inside(by, tightness.join)}`
  const condition = where === null ? '' : ` where ${show(where)}`
  return `${name}(${args.map(show).join(', ')}${order}${condition})`
}

export function showPath(names: readonly string[]): string {
  return `${reserved.has(names[0]!.toLowerCase()) ? 'this.' : ''}${names.join('.')}`
}

type Value = Exclude<Node, { kind: 'or' | 'and' | 'not' | 'compare' | 'join' | 'arithmetic' | 'minus' | 'list' | 'call' | 'path' }>

function showValue(node: Value): string {
  switch (node.kind) {
    case 'number':
      return grouped(node.value)
    case 'money':
      return `${grouped(node.amount)} ${node.currency}`
    case 'text':
      return `'${node.value.replaceAll("'", "''")}'`
    case 'yesNo':
      return String(node.value)
    case 'date':
    case 'time':
    case 'dateTime':
      return node.value
    default:
      return node.kind
  }
}

/** 10 000, but 2026: from five digits on. */
function grouped(number: string): string {
  const [whole, fraction] = number.split('.') as [string, string?]
  const spaced = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ' ')
  return fraction === undefined ? spaced : `${spaced}.${fraction}`
}
