/**
 * Text to tree, by operator precedence: or · and · not · comparison · & · + - · * / · minus · value.
 * Never throws and never runs out of stack: length, nesting and height are bounded first.
 */
import type { Literal, NamePart, Node, Problem } from './language.ts'
import { comparison } from './parseCompare.ts'
import { numberLiteral } from './parseNumber.ts'
import { built, closeBracket, deeper, isSign, isWord, peek, placeFrom, seen, semicolonLists, take, type Reader } from './reader.ts'
import { fault, Fault } from './texts.ts'
import { tokensOf, type Token } from './tokens.ts'

export type Parsed = { tree: Node; problem?: undefined } | { problem: Problem; tree?: undefined }

export function parse(text: string): Parsed {
  try {
    const tokens = tokensOf(text)
    if (tokens.length === 1) fault('nothing_written', { at: 0, length: text.length })
    const reader: Reader = { tokens, next: 0, depth: 0, commaDivides: false, semicolons: semicolonLists(tokens), heights: new WeakMap() }
    const tree = readOr(reader)
    const rest = peek(reader)
    if (rest.kind !== 'end') fault('unexpected', rest, { found: rest.text })
    return { tree }
  } catch (error) {
    if (error instanceof Fault) return { problem: error.problem }
    throw error
  }
}

// ---- From the loosest to the tightest ----------------------------------------------------------------------------

export const readOr = (reader: Reader): Node => readChain(reader, 'or', readAnd)
const readAnd = (reader: Reader): Node => readChain(reader, 'and', readNot)

function readChain(reader: Reader, kind: 'and' | 'or', readPart: (reader: Reader) => Node): Node {
  const start = peek(reader)
  const parts = [readPart(reader)]
  while (isWord(peek(reader), kind)) {
    take(reader)
    parts.push(readPart(reader))
  }
  if (parts.length === 1) return parts[0]!
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]))
  return built(reader, { kind, parts: flat, ...placeFrom(reader, start) }, flat)
}

function readNot(reader: Reader): Node {
  const start = peek(reader)
  if (!isWord(start, 'not')) return comparison(reader)
  take(reader)
  const of = deeper(reader, () => readNot(reader))
  return built(reader, { kind: 'not', of, ...placeFrom(reader, start) }, [of])
}

export function readJoin(reader: Reader): Node {
  const start = peek(reader)
  const parts = [readSum(reader)]
  while (isSign(peek(reader), '&')) {
    take(reader)
    parts.push(readSum(reader))
  }
  if (parts.length === 1) return parts[0]!
  const flat = parts.flatMap((part) => (part.kind === 'join' ? part.parts : [part]))
  return built(reader, { kind: 'join', parts: flat, ...placeFrom(reader, start) }, flat)
}

const readSum = (reader: Reader): Node => readArithmetic(reader, ['+', '-'], readProduct)
const readProduct = (reader: Reader): Node => readArithmetic(reader, ['*', '/'], readMinus)

function readArithmetic(reader: Reader, operators: readonly ('+' | '-' | '*' | '/')[], readPart: (reader: Reader) => Node): Node {
  const start = peek(reader)
  let left = readPart(reader)
  while (isSign(peek(reader), ...operators)) {
    const operator = take(reader).text as '+' | '-' | '*' | '/'
    const right = readPart(reader)
    left = built(reader, { kind: 'arithmetic', operator, left, right, ...placeFrom(reader, start) }, [left, right])
  }
  return left
}

function readMinus(reader: Reader): Node {
  const start = peek(reader)
  if (!isSign(start, '-')) return readValue(reader)
  take(reader)
  const of = deeper(reader, () => readMinus(reader))
  return built(reader, { kind: 'minus', of, ...placeFrom(reader, start) }, [of])
}

// ---- Values ------------------------------------------------------------------------------------------------------

const notNames = ['and', 'or', 'not', 'in', 'has', 'contains', 'starts', 'ends', 'between', 'is']

function readValue(reader: Reader): Node {
  const start = peek(reader)
  if (start.kind === 'number' || isSign(start, '$', '€', '£')) return numberLiteral(reader)
  if (isSign(start, '(')) return readBrackets(reader)
  if (start.kind === 'sign' || start.kind === 'end' || isWord(start, ...notNames)) fault('expected_value', start, seen(start))
  take(reader)
  if (start.kind !== 'name') return { kind: start.kind, value: start.value, at: start.at, length: start.length } as Node
  const constant = constants[start.text.toLowerCase()]
  if (constant !== undefined && !isSign(peek(reader), '.', '(')) return { ...constant, at: start.at, length: start.length }
  return isSign(peek(reader), '(') ? readCall(reader, start) : readPath(reader, start)
}

const constants: Readonly<Record<string, Literal | { kind: 'today' } | { kind: 'now' }>> = {
  __proto__: null as never,
  true: { kind: 'yesNo', value: true },
  false: { kind: 'yesNo', value: false },
  empty: { kind: 'empty' },
  today: { kind: 'today' },
  now: { kind: 'now' },
}

function readBrackets(reader: Reader): Node {
  const open = take(reader)
  const before = reader.commaDivides
  reader.commaDivides = false
  const inside = deeper(reader, () => readOr(reader))
  reader.commaDivides = before
  const close = peek(reader)
  if (isSign(close, ',', ';')) fault('list_not_here', close)
  closeBracket(reader, open)
  return inside
}

/** `this.in`, `this.empty`: fields that share a name with a word of the language. */
export function readPath(reader: Reader, first: Token): Node {
  const names: NamePart[] = [{ name: first.text, at: first.at, length: first.length }]
  while (isSign(peek(reader), '.')) {
    take(reader)
    const token = peek(reader)
    if (token.kind !== 'name') fault('expected_name', token)
    take(reader)
    names.push({ name: token.text, at: token.at, length: token.length })
  }
  return { kind: 'path', names, ...placeFrom(reader, first) }
}

function readCall(reader: Reader, named: Token): Node {
  const open = take(reader)
  const args: Node[] = []
  let where: Node | null = null
  let by: Node | null = null
  if (!isSign(peek(reader), ')')) args.push(...readItems(reader))
  for (;;) {
    const word = peek(reader)
    if (where === null && isWord(word, 'where')) {
      take(reader)
      where = deeper(reader, () => readOr(reader))
    } else if (by === null && isWord(word, 'by')) {
      take(reader)
      by = deeper(reader, () => readJoin(reader))
    } else break
  }
  closeBracket(reader, open)
  const inside = [...args, ...(where === null ? [] : [where]), ...(by === null ? [] : [by])]
  return built(reader, { kind: 'call', name: named.text.toUpperCase(), args, where, by, ...placeFrom(reader, named) }, inside)
}

/** What stands between brackets, divided by `;` or `,`. The opening bracket has just been taken. */
export function readItems(reader: Reader): Node[] {
  const before = reader.commaDivides
  reader.commaDivides = !reader.semicolons.has(reader.next - 1)
  const items = [deeper(reader, () => readOr(reader))]
  while (isSign(peek(reader), ',', ';')) {
    take(reader)
    items.push(deeper(reader, () => readOr(reader)))
  }
  reader.commaDivides = before
  return items
}
