/** Which characters a text may hold. Everything a person or program writes comes through here. */
import type { Refusal } from '../contract/refusal.ts'
import { no, wrongKind } from './refusals.ts'

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/
const lineBreaks = /\r\n|[\n\r\u0085\u2028\u2029]/g

/** One line of text: line breaks and tabs become spaces, ends are trimmed; '' when nothing is left. */
export function oneLine(json: unknown, max: number): string | Refusal {
  const text = clean(json)
  if (typeof text !== 'string') return text
  return short(text.replace(/[\t\n\r\u0085\u2028\u2029]+/g, ' ').trim(), max)
}

/** Text of many lines: one kind of line break, no white space at the end; '' when only white space is left. */
export function manyLines(json: unknown, max: number): string | Refusal {
  const text = clean(json)
  if (typeof text !== 'string') return text
  return short(text.replace(lineBreaks, '\n').replace(/^\s*\n/, '').trimEnd(), max)
}

export const isRefused = <V>(value: V | Refusal): value is Refusal => typeof value === 'object' && value !== null && 'code' in value && 'text' in value

/** Spaces of every kind made ordinary, ends trimmed: what typed numbers, dates and words go through before they are understood. */
export const plainSpaces = (text: string): string => text.replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000\ufeff]+/g, ' ').trim()

function clean(json: unknown): string | Refusal {
  if (typeof json !== 'string') return wrongKind('text')
  const found = control.exec(json)
  if (found !== null) return no('text.control', { sign: `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` })
  if (!json.isWellFormed()) return no('text.broken')
  return json.normalize('NFC')
}

function short(text: string, max: number): string | Refusal {
  if (text.length <= max) return text
  const length = [...text].length
  return length <= max ? text : no('text.too_long', { length, max })
}
