/** An expression as a sentence for people: chips of the filter bar, "why may he see this", explanations of rules. */
import type { ChoiceValue } from '../contract/definition.ts'
import { say, type Language, type Text } from '../contract/text.ts'
import { localText } from './calendar.ts'
import { aggregates, comparisons, days, words } from './describeTexts.ts'
import type { Collection, Path, Typed } from './language.ts'
import type { ExprValue } from './types.ts'

export interface DescribeOptions {
  /** A record's name, for rules that speak of one; null when the reader may not know it. */
  nameOf?(object: string, id: string): string | null
  /** For moments; left out: UTC. */
  timeZone?: string
}

interface Voice extends DescribeOptions {
  language: Language
}

export function describe(typed: Typed, language: Language, options: DescribeOptions = {}): string {
  return told(typed, { ...options, language })
}

type Compare = Extract<Typed, { kind: 'compare' }>

function told(typed: Typed, voice: Voice): string {
  const { language } = voice
  switch (typed.kind) {
    case 'constant':
      return value(typed.value, typed, voice, [])
    case 'localTime':
      return typed.value.replace('T', ' ')
    case 'today':
    case 'now':
    case 'me':
      return say(words[typed.kind], language)
    case 'path':
      return typed.type.kind === 'yesNo' ? say(words.yes, language, { left: pathText(typed.path, voice) }) : pathText(typed.path, voice)
    case 'and':
    case 'or':
      return typed.parts.map((part) => (part.kind === 'and' || part.kind === 'or' ? `(${told(part, voice)})` : told(part, voice))).join(say(words[typed.kind], language))
    case 'not':
      return typed.of.kind === 'path' ? say(words.no, language, { left: pathText(typed.of.path, voice) }) : say(words.not, language, { of: told(typed.of, voice) })
    case 'compare':
      return compared(typed, voice)
    case 'list':
      return typed.items.map((item) => told(item, voice)).join(', ')
    case 'minus':
      return `−${told(typed.of, voice)}`
    case 'arithmetic':
      return calculated(typed, voice)
    case 'join':
      return typed.parts.map((part) => told(part, voice)).join(' & ')
    case 'call':
      return called(typed, voice)
    case 'aggregate':
      return related(typed, voice)
  }
}

function called({ definition: { name, reads }, args }: Extract<Typed, { kind: 'call' }>, voice: Voice): string {
  if (reads === undefined) return `${name}(${args.map((arg) => told(arg, voice)).join('; ')})`
  const choices = args[0]?.kind === 'path' ? (args[0].path.choices ?? []) : []
  const [left, right] = args.map((arg) => side(arg, voice, choices))
  return say(reads, voice.language, { left: left ?? '', right: right ?? '' })
}

function compared({ operator, negated, left, right, as }: Compare, voice: Voice): string {
  const isDay = as === 'date' || as === 'dateTime' || as === 'day' || as === 'time'
  const { plain, negated: opposite } = (isDay ? days[operator] : undefined) ?? comparisons[operator]
  const choices = left.kind === 'path' ? (left.path.choices ?? []) : []
  const [first, second] = right.map((each) => side(each, voice, choices))
  const subject = left.kind === 'path' ? pathText(left.path, voice) : told(left, voice)
  return say(negated ? opposite : plain, voice.language, { left: subject, right: first ?? '', second: second ?? '' })
}

function side(typed: Typed, voice: Voice, choices: readonly ChoiceValue[]): string {
  if (typed.kind === 'list') return typed.items.map((item) => side(item, voice, choices)).join(', ')
  if (typed.kind === 'path') return pathText(typed.path, voice)
  return typed.kind === 'constant' ? value(typed.value, typed, voice, choices) : told(typed, voice)
}

function value(given: ExprValue, { type }: Typed, voice: Voice, choices: readonly ChoiceValue[]): string {
  const { language } = voice
  if (given === null) return say(words.nothing, language)
  if (typeof given === 'boolean') return say(words[given ? 'true' : 'false'], language)
  if (typeof given === 'object') return 'amount' in given ? `${number(given.amount, language)} ${given.currency}` : ''
  const text = String(given)
  switch (type.kind) {
    case 'number':
      return number(text, language)
    case 'choice':
      return label(choices, text)?.[language] ?? text
    case 'record':
      return voice.nameOf?.(type.object, text) ?? say(words.someone, language)
    case 'date':
      return date(text, language)
    case 'time':
      return text
    case 'dateTime':
      return localText(text, voice.timeZone ?? 'UTC')
    default:
      return label(choices, text)?.[language] ?? (language === 'pl' ? `„${text}”` : `“${text}”`)
  }
}

const label = (choices: readonly ChoiceValue[], value: string): Text | undefined => choices.find((choice) => choice.value === value)?.label

function number(text: string, language: Language): string {
  const [whole, fraction] = text.split('.') as [string, string?]
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, language === 'pl' ? '\u00a0' : ',')
  return fraction === undefined ? grouped : `${grouped}${language === 'pl' ? ',' : '.'}${fraction}`
}

const date = (text: string, language: Language): string => [text.slice(8), text.slice(5, 7), text.slice(0, 4)].join(language === 'pl' ? '.' : '/')

function pathText({ labels, root }: Path, { language }: Voice): string {
  const text = labels.map((each) => each[language]).join(' › ')
  return root === 'me' ? say(words.mine, language, { left: text }) : text
}

function calculated({ operator, left, right }: Extract<Typed, { kind: 'arithmetic' }>, voice: Voice): string {
  const shifted = left.kind === 'today' && right.kind === 'constant' && typeof right.value === 'string' && /^\d{1,6}$/.test(right.value)
  if (shifted && (operator === '+' || operator === '-')) return say(operator === '-' ? words.daysAgo : words.inDays, voice.language, { days: Number(right.value) })
  const sign = { '+': '+', '-': '−', '*': '×', '/': '÷' }[operator]
  const inner = (typed: Typed): string => (typed.kind === 'arithmetic' ? `(${told(typed, voice)})` : told(typed, voice))
  return `${inner(left)} ${sign} ${inner(right)}`
}

function related({ name, collection, value: of, where, by }: Extract<Typed, { kind: 'aggregate' }>, voice: Voice): string {
  const { language } = voice
  const many = collectionText(collection, voice) + (of === null ? '' : ` › ${told(of, voice)}`)
  const order = by === null || by === of ? '' : say(words.by, language, { by: told(by, voice) })
  const condition = where === null ? '' : say(words.where, language, { where: told(where, voice) })
  return say(aggregates[name], language, { of: `${many}${order}${condition}` })
}

function collectionText({ labels, root }: Collection, { language }: Voice): string {
  const text = labels.map((each) => each[language]).join(' › ')
  return root === 'me' ? say(words.mine, language, { left: text }) : text
}
