/** One comparison: what may stand after a value. */
import type { CompareOperator, Node } from './language.ts'
import { fault } from './texts.ts'
import { readItems, readJoin } from './parse.ts'
import { built, closeBracket, isSign, isWord, peek, placeFrom, seen, take, type Reader } from './reader.ts'

interface Found {
  operator: CompareOperator
  negated: boolean
}

export function comparison(reader: Reader): Node {
  const start = peek(reader)
  const left = readJoin(reader)
  const found = operatorAt(reader)
  if (found === null) return left
  const right = rightSide(reader, found.operator)
  const node = built(reader, { kind: 'compare', ...found, left, right, ...placeFrom(reader, start) }, [left, ...right])
  const after = peek(reader)
  if (isSign(after, '=', '!=', '<', '<=', '>', '>=') || isWord(after, 'in', 'has', 'contains', 'between', 'is', 'starts', 'ends')) fault('chained', after)
  return node
}

const wordOperators = ['in', 'has', 'contains', 'starts', 'ends', 'between'] as const

function operatorAt(reader: Reader): Found | null {
  const token = peek(reader)
  if (isSign(token, '=', '<', '<=', '>', '>=', '!=')) {
    take(reader)
    return token.text === '!=' ? { operator: '=', negated: true } : { operator: token.text as CompareOperator, negated: false }
  }
  if (isWord(token, 'is')) return isEmptyAt(reader)
  const negated = isWord(token, 'not') && isWord(peek(reader, 1), ...wordOperators)
  if (negated) take(reader)
  const word = peek(reader)
  if (!isWord(word, ...wordOperators)) return null
  take(reader)
  return { operator: withSecondWord(reader, word.text.toLowerCase()), negated }
}

function isEmptyAt(reader: Reader): Found {
  take(reader)
  const negated = isWord(peek(reader), 'not')
  if (negated) take(reader)
  const word = peek(reader)
  if (isWord(word, 'null')) fault('use_word', word, { sign: word.text, word: 'empty' })
  if (!isWord(word, 'empty')) fault('expected_sign', word, { sign: 'empty', ...seen(word) })
  take(reader)
  return { operator: 'is empty', negated }
}

function withSecondWord(reader: Reader, word: string): CompareOperator {
  const second = peek(reader)
  // `has any` as such, but `has anything` and `has any.name` speak of a field.
  if (word === 'has' && isWord(second, 'any', 'all') && !isSign(peek(reader, 1), '.')) {
    take(reader)
    return second.text.toLowerCase() === 'any' ? 'has any' : 'has all'
  }
  if (word === 'starts' || word === 'ends') {
    if (!isWord(second, 'with')) fault('expected_sign', second, { sign: 'with', ...seen(second) })
    take(reader)
    return word === 'starts' ? 'starts with' : 'ends with'
  }
  return word as CompareOperator
}

function rightSide(reader: Reader, operator: CompareOperator): Node[] {
  if (operator === 'is empty') return []
  if (operator === 'in' || operator === 'has any' || operator === 'has all') return [listOrValue(reader)]
  const first = readJoin(reader)
  if (operator !== 'between') return [first]
  const and = peek(reader)
  if (!isWord(and, 'and')) fault('expected_sign', and, { sign: 'and', ...seen(and) })
  take(reader)
  return [first, readJoin(reader)]
}

function listOrValue(reader: Reader): Node {
  const open = peek(reader)
  if (!isSign(open, '(')) return readJoin(reader)
  take(reader)
  if (isSign(peek(reader), ')')) fault('empty_list', open)
  const items = readItems(reader)
  closeBracket(reader, open)
  return built(reader, { kind: 'list', items, ...placeFrom(reader, open) }, items)
}
