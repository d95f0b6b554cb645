/** Going through the words of a text, with the bounds that keep any text from using up the stack. */
import type { Node, Place } from './language.ts'
import { limits } from './limits.ts'
import { fault } from './texts.ts'
import type { Token } from './tokens.ts'

export interface Reader {
  readonly tokens: readonly Token[]
  next: number
  depth: number
  /** Inside a list whose items a comma divides; elsewhere `1,5` is one number. */
  commaDivides: boolean
  readonly semicolons: ReadonlySet<number>
  readonly heights: WeakMap<Node, number>
}

// ---- Reading tokens ----------------------------------------------------------------------------------------------

export const peek = (reader: Reader, ahead = 0): Token => reader.tokens[Math.min(reader.next + ahead, reader.tokens.length - 1)]!
export const isSign = (token: Token, ...signs: string[]): boolean => token.kind === 'sign' && signs.includes(token.text)
export const isWord = (token: Token, ...words: string[]): boolean => token.kind === 'name' && words.includes(token.text.toLowerCase())

export function take(reader: Reader): Token {
  const token = peek(reader)
  if (token.kind !== 'end') reader.next++
  return token
}

/** For messages: what stands there instead. */
export const seen = (token: Token): { found: string; ends: string } => ({ found: token.text, ends: token.kind === 'end' ? 'yes' : 'no' })

export function takeSign(reader: Reader, sign: string): Token {
  const token = peek(reader)
  if (!isSign(token, sign)) fault('expected_sign', token, { sign, ...seen(token) })
  return take(reader)
}

const taken = (reader: Reader): Token => reader.tokens[reader.next - 1]!
export const placeFrom = (reader: Reader, start: Place): Place => ({ at: start.at, length: taken(reader).at + taken(reader).length - start.at })

/** Every node that has others inside goes through here, so that no tree is higher than the limit. */
export function built<N extends Node>(reader: Reader, node: N, inside: readonly Node[]): N {
  const height = 1 + Math.max(0, ...inside.map((each) => reader.heights.get(each) ?? 1))
  if (height > limits.depth) fault('too_deep', node, { limit: limits.depth })
  reader.heights.set(node, height)
  return node
}

/** Reads something inside brackets or after a prefix, one level deeper. */
export function deeper<T>(reader: Reader, read: () => T): T {
  reader.depth++
  if (reader.depth > limits.depth) fault('too_deep', peek(reader), { limit: limits.depth })
  const result = read()
  reader.depth--
  return result
}

export function closeBracket(reader: Reader, open: Token): void {
  const close = peek(reader)
  if (close.kind === 'end') fault('unclosed_bracket', open)
  takeSign(reader, ')')
}

/** Brackets (by token number) whose items are divided by semicolons, so that their commas are decimal. */
export function semicolonLists(tokens: readonly Token[]): Set<number> {
  const lists = new Set<number>()
  const open: number[] = []
  tokens.forEach((token, index) => {
    if (token.kind !== 'sign') return
    if (token.text === '(') open.push(index)
    else if (token.text === ')') open.pop()
    else if (token.text === ';' && open.length > 0) lists.add(open.at(-1)!)
  })
  return lists
}
