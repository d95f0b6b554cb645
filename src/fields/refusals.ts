import { refusal, type Refusal } from '../contract/refusal.ts'
import type { Text, TextValues } from '../contract/text.ts'
import { expected, sentences, type Sentence } from './texts.ts'

/** The refusal with this code; texts among its facts are cut short and made harmless, since they come from outside. */
export function no(code: Sentence, values?: TextValues): Refusal {
  if (values === undefined) return refusal(code, sentences[code])
  const facts: TextValues = {}
  for (const [fact, value] of Object.entries(values)) facts[fact] = typeof value === 'string' && !fact.startsWith('allowed') ? quoted(value) : value
  return refusal(code, sentences[code], { values: facts })
}

/** A refusal whose facts are words of the product and so differ by language: they are put into the sentences at once. */
export function noWith(code: Sentence, facts: Record<string, Text>, values: TextValues = {}): Refusal {
  const text = { pl: fill(sentences[code].pl, facts, 'pl'), en: fill(sentences[code].en, facts, 'en') }
  const base = no(code, values)
  return refusal(code, text, { values: base.values })
}

export const wrongKind = (kind: keyof typeof expected): Refusal => noWith('value.type', { expected: expected[kind] })

/** Moves a refusal to a part of the value: 'value' of entry 1 → '1.value'. The caller puts the field's name before it. */
export const at = (part: string | number, inner: Refusal): Refusal => ({ ...inner, field: inner.field === undefined ? String(part) : `${part}.${inner.field}` })

/** A value as a sentence may quote it: at most 60 characters, nothing invisible. */
export function quoted(text: string): string {
  const head = text.slice(0, 61).toWellFormed().replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '·')
  return text.length > 60 ? `${head.slice(0, 59)}…` : head
}

function fill(sentence: string, facts: Record<string, Text>, language: keyof Text): string {
  let text = sentence
  for (const [fact, words] of Object.entries(facts)) text = text.replaceAll(`{${fact}}`, () => escapeForIcu(words[language]))
  return text
}

// The sentence goes through ICU MessageFormat afterwards, to which a brace is the start of an argument.
const escapeForIcu = (text: string): string => text.replace(/'/g, "''").replace(/[{}]/g, "'$&'")
