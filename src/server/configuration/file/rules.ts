/** A configuration as files: pure. Readable, with the same text for the same configuration, so that version control shows what was changed and nothing else. */
import { itemKinds, type ItemKind } from '../../../contract/configuration.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { fileTexts as texts } from './texts.ts'

/** Raised when an older program could not read what this one writes. */
export const format = 1

export interface Entry {
  /** A kind of item, or the name of a part ('roles', 'views'). */
  kind: string
  id: string
  body: Record<string, unknown>
}

/** Path within the folder → text. */
export type Files = ReadonlyMap<string, string>

export function filesOf(entries: readonly Entry[], header: { program: string }): Files {
  const files = new Map([['configuration.json', textOf({ format, program: header.program })]])
  for (const [file, some] of Map.groupBy(entries, fileOf)) files.set(file, textOf(contentOf(some)))
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** One file for all that is said of an object, one for each list, role and object's views. */
function fileOf({ kind, id, body }: Entry): string {
  if (kind === 'object' || kind === 'objectChange') return `objects/${id}.json`
  if (kind === 'field' || kind === 'fieldChange' || kind === 'layout') return `objects/${String(body.object)}.json`
  return `${kind === 'choiceList' ? 'lists' : kind}/${kind === 'views' ? String(body.object) : id}.json`
}

function contentOf(entries: readonly Entry[]): Record<string, unknown> {
  const content: Record<string, Record<string, unknown>> = {}
  for (const { kind, id, body } of [...entries].sort(byKindAndId)) (content[kind] ??= {})[id] = body
  return content
}

const byKindAndId = (a: Entry, b: Entry): number => itemKinds.indexOf(a.kind as ItemKind) - itemKinds.indexOf(b.kind as ItemKind) || (a.id < b.id ? -1 : 1)

/** What a reader looks for comes first; the rest by the alphabet. */
const first = ['format', 'program', 'id', 'kind', 'object', 'name', 'value', 'key', 'label', 'plural', 'type', 'help']

function textOf(value: unknown): string {
  return `${JSON.stringify(ordered(value), null, 2)}\n`
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  const rank = (key: string) => (first.includes(key) ? first.indexOf(key) : first.length)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]))
}

/** The entries, or what is wrong with the files; `field` of a refusal is the file. */
export function entriesOf(files: Files): { entries: Entry[]; refusals: readonly Refusal[] } {
  const refusals: Refusal[] = []
  const entries: Entry[] = []
  const header = files.get('configuration.json')
  if (header === undefined) refusals.push(refusal('configuration.no_header', texts.noHeader, { field: 'configuration.json' }))
  for (const [file, text] of files) {
    const content = parsed(file, text, refusals)
    if (content === null) continue
    if (file === 'configuration.json') {
      const given = content.format
      if (typeof given !== 'number' || given > format) refusals.push(refusal('configuration.newer', texts.newer, { field: file, values: { program: String(content.program ?? '?') } }))
      continue
    }
    for (const [kind, bodies] of Object.entries(content)) entries.push(...entriesIn(file, kind, bodies, refusals))
  }
  return { entries, refusals }
}

function parsed(file: string, text: string, refusals: Refusal[]): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
    refusals.push(refusal('configuration.bad_file', texts.badFile, { field: file, values: { file, reason: '{}' } }))
  } catch (error) {
    refusals.push(refusal('configuration.bad_file', texts.badFile, { field: file, values: { file, reason: error instanceof Error ? error.message : '' } }))
  }
  return null
}

function entriesIn(file: string, kind: string, bodies: unknown, refusals: Refusal[]): Entry[] {
  if (!isObject(bodies)) {
    refusals.push(refusal('configuration.bad_file', texts.badFile, { field: file, values: { file, reason: kind } }))
    return []
  }
  return Object.entries(bodies).flatMap(([id, body]): Entry[] => {
    if (isObject(body)) return [{ kind, id, body }]
    refusals.push(refusal('configuration.bad_file', texts.badFile, { field: file, values: { file, reason: `${kind} ${id}` } }))
    return []
  })
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

/** Words that were in use are only ever added to: files that know fewer of them ask for nothing. */
const remembered = new Set(['formerNames', 'formerPlurals', 'formerReverses'])

function differs(name: string, here: unknown, wanted: unknown): boolean {
  if (!remembered.has(name)) return textOf(here) !== textOf(wanted)
  const known = Array.isArray(here) ? here : []
  return Array.isArray(wanted) && wanted.some((word) => !known.includes(word))
}

export interface Difference {
  kind: string
  id: string
  /** What would have to be done here to be as the files say. */
  does: 'add' | 'change' | 'remove'
  /** Of a change: which of its properties. */
  properties: readonly string[]
}

/** From what is here to what the files say. `whole`: what the files do not name goes. */
export function differences(here: readonly Entry[], wanted: readonly Entry[], whole: boolean): Difference[] {
  const key = ({ kind, id }: Entry) => `${kind} ${id}`
  const now = new Map(here.map((entry) => [key(entry), entry]))
  const named = new Set(wanted.map(key))
  const found = wanted.flatMap((entry): Difference[] => {
    const before = now.get(key(entry))
    if (before === undefined) return [{ kind: entry.kind, id: entry.id, does: 'add', properties: [] }]
    const properties = [...new Set([...Object.keys(before.body), ...Object.keys(entry.body)])].filter((name) => differs(name, before.body[name] ?? null, entry.body[name] ?? null))
    return properties.length === 0 ? [] : [{ kind: entry.kind, id: entry.id, does: 'change', properties }]
  })
  const gone = whole ? here.filter((entry) => !named.has(key(entry))).map(({ kind, id }): Difference => ({ kind, id, does: 'remove', properties: [] })) : []
  return [...found, ...gone].sort((a, b) => byKindAndId(a as never, b as never))
}
