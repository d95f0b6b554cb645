import type { FieldDefinition } from '../../../contract/definition.ts'
import { fold } from '../../../expression/fold.ts'
import { functions } from '../../../expression/functions/functions.ts'
import { typeOf } from '../../../fields/types.ts'
import { isLink } from '../api/metadata.ts'
import type { Teller } from '../ui/language.ts'
import type { Surroundings } from './scope.ts'
import { aggregateHelp, texts } from './texts.ts'

/** One thing that may stand where the caret is. */
export interface Offer {
  /** What is written. */
  word: string
  label: string
  about?: string
  kind: 'field' | 'many' | 'function'
  /** Where the caret goes, counted from the end of what is written. */
  back?: number
}
export interface Completion {
  /** Where the word begun stands. */
  from: number
  to: number
  offers: readonly Offer[]
}

const most = 40
const wordBefore = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]*)*$/u

/** Fields over links, collections and functions that fit what is written before the caret. null inside a text and where nothing fits. */
export function completionAt(text: string, caret: number, { around, t }: { around: Surroundings; t: Teller }): Completion | null {
  const before = text.slice(0, caret)
  if (isInText(before)) return null
  const word = wordBefore.exec(before)?.[0] ?? ''
  const steps = word.split('.')
  const begun = steps.pop()!
  const start = collectionAround(before.slice(0, before.length - word.length), around) ?? around.object
  const place = follow(around, start, steps)
  if (place === null) return null
  const offers = [...(place.object === null ? [] : fieldOffers(around, place.object, t)), ...(place.parts ?? []).map(([name, label]): Offer => ({ word: name, label: t(label), kind: 'field' })), ...(steps.length === 0 ? functionOffers(t) : [])]
  const fitting = ranked(offers, begun)
  const isWhole = fitting.length === 1 && fitting[0]!.word === begun
  return fitting.length === 0 || isWhole ? null : { from: caret - begun.length, to: caret, offers: fitting.slice(0, most) }
}

const isInText = (before: string): boolean => (before.match(/'/g)?.length ?? 0) % 2 === 1

function ranked(offers: readonly Offer[], begun: string): Offer[] {
  const wanted = fold(begun)
  const rank = ({ word, label }: Offer) => (fold(word).startsWith(wanted) ? 0 : fold(label).startsWith(wanted) ? 1 : fold(`${word} ${label}`).includes(wanted) ? 2 : 3)
  return offers.map((offer, at) => ({ offer, at, rank: rank(offer) })).filter((one) => one.rank < 3).sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ offer }) => offer)
}

function follow(around: Surroundings, start: string, steps: readonly string[]): { object: string | null; parts?: [string, { pl: string; en: string }][] } | null {
  let object = start
  for (const [at, step] of steps.entries()) {
    const field = around.fields(object).find((one) => one.name === step)
    const many = around.collections(object).find(({ names }) => names.includes(step))
    if (field !== undefined && isLink(field)) object = field.target
    else if (field === undefined && many !== undefined) object = many.object
    else {
      const parts = field === undefined ? undefined : typeOf(field).parts?.(field)
      return parts === undefined || at < steps.length - 1 ? null : { object: null, parts: Object.entries(parts).map(([name, part]) => [name, part.label]) }
    }
  }
  return { object }
}

/** Inside COUNT(policies where …) it is the policies that are spoken of. */
function collectionAround(before: string, around: Surroundings): string | null {
  let depth = 0
  for (let at = before.length - 1; at >= 0; at--) {
    if (before[at] === ')') depth++
    else if (before[at] === '(' && depth-- === 0) {
      depth = 0
      const name = /([A-Z]+)\s*$/i.exec(before.slice(0, at))?.[1]?.toUpperCase()
      const path = /^\s*([\p{L}_][\p{L}\p{N}_.]*)\s*(?:,|;|\bwhere\b|\bby\b)/u.exec(before.slice(at + 1))?.[1]
      if (name === undefined || !(name in aggregateHelp) || path === undefined) continue
      const outer = collectionAround(before.slice(0, at), around) ?? around.object
      const steps = path.split('.')
      for (let last = steps.length; last > 0; last--) {
        const reached = follow(around, outer, steps.slice(0, last))
        if (reached?.object != null && reached.object !== outer) return reached.object
      }
    }
  }
  return null
}

function fieldOffers(around: Surroundings, object: string, t: Teller): Offer[] {
  const about = (field: FieldDefinition) => (isLink(field) ? t(texts.leadsOn, { object: t(around.label(field.target)) }) : t(typeOf(field).about.label))
  return [
    ...around.fields(object).map((field): Offer => ({ word: field.name, label: t(field.label), about: about(field), kind: 'field' })),
    ...around.collections(object).map((many): Offer => ({ word: many.names[0]!, label: t(many.label), about: t(texts.many), kind: 'many' })),
  ]
}

function functionOffers(t: Teller): Offer[] {
  const words = (['today', 'now', 'me'] as const).map((word): Offer => ({ word, label: t(texts[word]), kind: 'function' }))
  const aggregates = Object.entries(aggregateHelp).map(([name, help]): Offer => ({ word: `${name}()`, label: t(help.help), about: help.example, kind: 'function', back: 1 }))
  const known = new Set(Object.keys(aggregateHelp))
  const others = [...functions.values()].filter(({ name }) => !known.has(name)).map((one): Offer => ({ word: `${one.name}()`, label: t(one.help), about: one.example, kind: 'function', back: 1 }))
  return [...words, ...aggregates, ...others]
}
