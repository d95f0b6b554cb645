/** The text cut into words. Everything that can be said about a single word (numbers, dates, quotes) is settled here. */
import { isDate, isTime } from './calendar.ts'
import type { Place } from './language.ts'
import { limits } from './limits.ts'
import { fault } from './texts.ts'

export type Token = Place & { text: string } & (
    | { kind: 'number'; value: string; /** Could be the digits after a decimal comma. */ digitsOnly: boolean; suffix: string }
    | { kind: 'text'; value: string }
    | { kind: 'date' | 'time' | 'dateTime'; value: string }
    | { kind: 'name' }
    | { kind: 'sign' }
    | { kind: 'end' }
  )

const spaces = /[\s\u00a0\u200b\ufeff]+/y
const moment = /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?)?(?![\p{L}\p{N}_])/uy
const clock = /\d{1,2}:\d{2}(?![\p{L}\p{N}_:])/uy
const digits = /(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?([kKM]?)(?![\p{L}\p{N}_.])/uy
const digitsLook = /[\d.,\p{L}_]+/uy
const word = /[\p{L}_][\p{L}\p{N}_]*/uy
const sign = /!=|<>|<=|>=|==|&&|\|\||[=<>+\-*/&(),;.≠≤≥×÷−$€£]/y

const sameAs: Readonly<Record<string, string>> = { '<>': '!=', '==': '=', '≠': '!=', '≤': '<=', '≥': '>=', '×': '*', '÷': '/', '−': '-' }
const wordFor: Readonly<Record<string, string>> = { '&&': 'and', '||': 'or', '!': 'not', '{': '(', '}': ')', '[': '(', ']': ')', '%': '/ 100', '^': '*' }

export function tokensOf(text: string): Token[] {
  if (text.length > limits.characters) fault('too_long', { at: 0, length: text.length }, { length: text.length, limit: limits.characters })
  if (text.includes('\0') || !text.isWellFormed()) fault('forbidden_character', { at: 0, length: text.length })
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    at += lengthOf(spaces, text, at)
    if (at >= text.length) break
    const token = tokenAt(text, at)
    tokens.push(token)
    at += token.length
  }
  tokens.push({ kind: 'end', text: '', at: text.length, length: 0 })
  return tokens
}

function tokenAt(text: string, at: number): Token {
  const first = text[at]!
  if (first === "'" || first === '"') return quoted(text, at, first)
  if (first >= '0' && first <= '9') return momentAt(text, at) ?? numberAt(text, at)
  const wordLength = lengthOf(word, text, at)
  if (wordLength > 0) return { kind: 'name', text: text.slice(at, at + wordLength), at, length: wordLength }
  const signLength = lengthOf(sign, text, at)
  const written = text.slice(at, at + Math.max(1, signLength))
  const instead = wordFor[written]
  if (instead !== undefined) fault('use_word', { at, length: written.length }, { sign: written, word: instead })
  if (signLength === 0) fault('unknown_sign', { at, length: 1 }, { sign: String.fromCodePoint(text.codePointAt(at)!) })
  return { kind: 'sign', text: sameAs[written] ?? written, at, length: signLength }
}

function quoted(text: string, at: number, quote: string): Token {
  let end = at + 1
  for (;;) {
    end = text.indexOf(quote, end)
    if (end === -1) fault('unclosed_text', { at, length: text.length - at }, { quote })
    if (text[end + 1] !== quote) break
    end += 2
  }
  const value = text.slice(at + 1, end).replaceAll(quote + quote, quote)
  return { kind: 'text', value, text: text.slice(at, end + 1), at, length: end + 1 - at }
}

function momentAt(text: string, at: number): Token | null {
  const dayLength = lengthOf(moment, text, at)
  const clockLength = dayLength > 0 ? 0 : lengthOf(clock, text, at)
  const length = dayLength + clockLength
  if (length === 0) return null
  const written = text.slice(at, at + length)
  const place = { at, length }
  const [day, hour] = clockLength > 0 ? [null, written.padStart(5, '0')] : (written.split('T') as [string, string?])
  if (day !== null && !isDate(day)) fault('no_such_date', place, { written: day })
  if (hour !== undefined && !isTime(hour)) fault('no_such_time', place, { written: hour })
  const kind = day === null ? 'time' : hour === undefined ? 'date' : 'dateTime'
  return { kind, value: kind === 'time' ? hour! : written, text: written, ...place }
}

function numberAt(text: string, at: number): Token {
  const length = lengthOf(digits, text, at)
  if (length === 0) {
    const looked = lengthOf(digitsLook, text, at)
    fault('bad_number', { at, length: looked }, { written: text.slice(at, at + looked) })
  }
  const written = text.slice(at, at + length)
  const suffix = /[kKM]$/.test(written) ? written.slice(-1) : ''
  const value = written.replace(/[^\d.]/g, '')
  return { kind: 'number', value, suffix, digitsOnly: /^\d+[kKM]?$/.test(written), text: written, at, length }
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}
