/** Several phones, mails or addresses in one field: the first is the main one, the same value stands once. */
import type { ChoiceValue } from '../contract/definition.ts'
import type { Refusal } from '../contract/refusal.ts'
import { choiceFrom, labelOf, labelsOf, unknownChoice } from './choice/labels.ts'
import { isRefused, oneLine } from './characters.ts'
import type { Manner } from './field.ts'
import { at, no, wrongKind } from './refusals.ts'
import type { expected } from './texts.ts'

export const maxEntries = 100
const maxNoteLength = 200

export interface Entry {
  kind: string
  note?: string
}

interface EntryShape<V extends Entry> {
  expected: keyof typeof expected
  /** Keys besides kind and note. */
  keys: readonly string[]
  /** The entry without kind and note from its JSON; null when it is empty and to be left out. */
  accept(json: Record<string, unknown>): Omit<V, keyof Entry> & { note?: string } | null | Refusal
  /** By what two entries are the same. */
  identity(entry: V): string
}

export function acceptEntries<V extends Entry>(json: unknown, kinds: readonly ChoiceValue[], shape: EntryShape<V>): V[] | null | Refusal {
  if (json === null || json === undefined || json === '') return null
  if (!Array.isArray(json)) return wrongKind(shape.expected)
  if (json.length > maxEntries) return no('value.too_many', { count: json.length, max: maxEntries })
  const entries = new Map<string, V>()
  for (const [index, each] of json.entries()) {
    const entry = acceptEntry(each, kinds, shape)
    if (isRefused(entry)) return at(index, entry)
    if (entry === null) continue
    const twin = entries.get(shape.identity(entry))
    if (twin === undefined) entries.set(shape.identity(entry), entry)
    else if (twin.note === undefined && entry.note !== undefined) twin.note = entry.note
  }
  return entries.size === 0 ? null : [...entries.values()]
}

function acceptEntry<V extends Entry>(json: unknown, kinds: readonly ChoiceValue[], shape: EntryShape<V>): V | null | Refusal {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return wrongKind(shape.expected)
  const { kind: givenKind, note: givenNote, ...rest } = json as Record<string, unknown>
  const unknown = Object.keys(rest).find((key) => !shape.keys.includes(key))
  if (unknown !== undefined) return no('value.unknown_key', { key: unknown, allowed: ['kind', ...shape.keys, 'note'].join(', ') })
  const kind = givenKind === undefined || givenKind === null || givenKind === '' ? kinds[0]?.value : givenKind
  if (typeof kind !== 'string') return at('kind', wrongKind('text'))
  if (!labelsOf(kinds).byValue.has(kind)) return at('kind', unknownChoice(kind, kinds, 'entry.kind'))
  const value = shape.accept(rest)
  if (value === null || isRefused(value)) return value
  const note = oneLine(givenNote ?? '', maxNoteLength)
  if (isRefused(note)) return at('note', note)
  const whole = [note, value.note ?? ''].filter((text) => text !== '').join(', ')
  return { kind, ...value, ...(whole === '' ? {} : { note: whole }) } as unknown as V
}

/** '+48 601 234 567; +48 22 123 45 67 (biuro: po 16)': in brackets the kind, unless it is the usual one, and the note. */
export function showEntries<V extends Entry>(entries: readonly V[], kinds: readonly ChoiceValue[], manner: Manner, show: (entry: V) => string): string {
  return entries
    .map((entry) => {
      const kind = entry.kind === kinds[0]?.value && entry.note === undefined ? '' : labelOf(entry.kind, kinds, manner.language)
      const aside = [kind, entry.note ?? ''].filter((text) => text !== '').join(': ')
      return aside === '' ? show(entry) : `${show(entry)} (${aside})`
    })
    .join('; ')
}

/** The entries of a text, split at ; | and lines, each with the kind and note found in brackets behind or before a colon. */
export function readEntries(text: string, kinds: readonly ChoiceValue[]): { value: string; kind?: string; note?: string }[] {
  return text
    .split(/[;|\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [, value = piece, aside] = /^(.*\S)\s*\(([^()]*\p{L}[^()]*)\)$/u.exec(piece) ?? []
      if (aside !== undefined) return { value, ...kindAndNote(aside, kinds) }
      const [, before, after] = /^([^:]{1,60}):\s*(.+)$/.exec(piece) ?? []
      const kind = before === undefined ? null : choiceFrom(before, kinds)
      return kind === null ? { value: piece } : { value: after!, kind }
    })
}

function kindAndNote(aside: string, kinds: readonly ChoiceValue[]): { kind?: string; note?: string } {
  const place = aside.indexOf(':')
  const word = place < 0 ? aside : aside.slice(0, place)
  const kind = choiceFrom(word, kinds)
  if (kind === null) return { note: aside.trim() }
  const note = place < 0 ? '' : aside.slice(place + 1).trim()
  return note === '' ? { kind } : { kind, note }
}

/** JSON Schema of such a list. */
export const entriesSchema = (kinds: readonly ChoiceValue[], properties: Record<string, unknown>, required: readonly string[]): Record<string, unknown> => ({
  type: 'array',
  maxItems: maxEntries,
  items: {
    type: 'object',
    properties: { kind: { type: 'string', enum: kinds.map((kind) => kind.value) }, ...properties, note: { type: 'string', maxLength: maxNoteLength } },
    required,
    additionalProperties: false,
  },
})
