import type { ObjectDefinition } from '../../../contract/definition.ts'
import type { LayoutKind } from '../../../contract/layout.ts'
import type { Text } from '../../../contract/text.ts'
import { kindTexts } from '../../kernel/shaping/whoseTexts.ts'
import type { OptionDefinition } from '../../../fields/options.ts'
import { types } from '../../../fields/types.ts'
import type { Teller } from '../../kernel/ui/language.ts'
import { common } from '../../kernel/ui/texts.ts'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { objectNamed } from '../model.ts'
import { sayings } from './sayings.ts'

/** 'policy.expiry' → 'Polisa: Data wygaśnięcia'; what is said in words already stays. */
export function placeWords(configuration: Configuration, place: string, t: Teller): string {
  const [first = '', second = '', ...rest] = place.split('.')
  const object = objectNamed(configuration, first)
  if (object === null) return place
  const field = object.fields.find((one) => one.name === second)
  const words = field === undefined ? partWords(object, [second, ...rest], t) : [t(field.label), ...rest.map((one) => sayingOf(one, t))]
  const part = words.filter((one) => one !== '').join(', ')
  return part === '' ? t(object.label) : `${t(object.label)}: ${part}`
}

/** What a part of an object is called where it has a name of its own: a section, a view, a move, a rule, a screen. */
function partWords(object: ObjectDefinition, [kind = '', ...rest]: readonly string[], t: Teller): string[] {
  const [one = '', two, three = ''] = rest
  const labelOf = (all: readonly { key: string; label: Text }[] | undefined, key: string) => all?.find((each) => each.key === key)?.label
  const named = (words: Text | undefined): string[] => (words === undefined ? [] : [`„${t(words)}”`])
  if (kind === 'list') return one === 'views' ? [t(sayings.view), ...named(labelOf(object.list.views, two ?? ''))] : [t(sayings.listOfRecords)]
  if (kind === 'form') return [t(sayings.form), ...named(labelOf(object.form, one))]
  if (kind === 'refusedWhen') return [t(sayings.refusedWhen), ...named(object.refusedWhen?.find(({ key }) => key === one)?.say)]
  if (kind === 'states') return [t(sayings.states), ...named(object.fields.find(({ name }) => name === one)?.label), ...named(labelOf(object.states?.find(({ field }) => field === one)?.moves, three))]
  if (kind === 'layouts') return [t(sayings.layouts), one in kindTexts ? t(kindTexts[one as LayoutKind].name) : one]
  return [kind, ...rest].map((each) => sayingOf(each, t))
}

const options = new Map<string, Text>(Object.values(types).flatMap((type) => Object.entries(type.options as Record<string, OptionDefinition>).map(([name, { label }]) => [name, label] as const)))

/** What a part of an item is called on the screens. */
export const sayingOf = (key: string, t: Teller): string => {
  const words = (sayings as Record<string, Text>)[key] ?? options.get(key)
  return words === undefined ? key : t(words)
}

const unsaid = new Set(['object', 'position', 'formerNames', 'formerPlurals', 'formerReverses'])

export interface Apart {
  key: string
  label: string
  one: string
  other: string
}
/** What two bodies of an item say differently, in the order in which the screens show it. */
export function rowsApart(one: unknown, other: unknown, t: Teller): Apart[] {
  const [a, b] = [(one ?? {}) as Record<string, unknown>, (other ?? {}) as Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => !unsaid.has(key) && JSON.stringify(a[key]) !== JSON.stringify(b[key]))
    .map((key) => ({ key, label: sayingOf(key, t), one: valueWords(a[key], t), other: valueWords(b[key], t) }))
}

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'pl' in value && 'en' in value

export function valueWords(value: unknown, t: Teller): string {
  if (value === undefined || value === null || value === '') return '—'
  if (typeof value === 'boolean') return t(value ? common.yes : common.no)
  if (isText(value)) return t(value) === value.pl && value.pl === value.en ? value.pl : `${value.pl} / ${value.en}`
  if (Array.isArray(value)) return value.map((each) => entryWords(each, t)).join(', ') || '—'
  if (typeof value === 'object') return Object.entries(value).map(([key, each]) => (typeof each === 'string' ? each : `${sayingOf(key, t)}: ${valueWords(each, t)}`)).join(', ')
  return String(value)
}

function entryWords(entry: unknown, t: Teller): string {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  if ('label' in entry && isText(entry.label)) return `${t(entry.label)}${'archived' in entry && entry.archived === true ? ` (${t(sayings.archived)})` : ''}`
  return valueWords(entry, t)
}
