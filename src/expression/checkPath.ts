/** What a dotted name leads to. */
import type { Checker } from './check.ts'
import type { Collection, LinkStep, NamePart, Node, Path, Place, ScopeField, Typed } from './language.ts'
import { nearest } from './nearest.ts'
import { fault } from './texts.ts'
import type { Text } from '../contract/text.ts'

/** One value; the person himself; or many records, perhaps with the rest of the name still to be read in their own scope. */
export type Resolved = { kind: 'value'; path: Path; place: Place } | { kind: 'me' } | { kind: 'many'; collection: Collection; rest: readonly NamePart[]; place: NamePart }

interface Walk {
  root: 'record' | 'me'
  object: string
  links: LinkStep[]
  labels: Text[]
  places: Place[]
}

export function resolve(checker: Checker, node: Extract<Node, { kind: 'path' }>): Resolved {
  const first = node.names[0]!
  const own = first.name === 'this' && node.names.length > 1
  const me = first.name === 'me'
  const names = own || me ? node.names.slice(1) : node.names
  if (names.length === 0) return { kind: 'me' }
  const walk: Walk = { root: me ? 'me' : 'record', object: me ? 'user' : checker.object, links: [], labels: [], places: [] }
  for (let index = 0; ; index++) {
    const found = step(checker, walk, names, index)
    if (found !== null) return found
  }
}

/** Follows one name: a link is gone along (null), anything else ends the walk. */
function step(checker: Checker, walk: Walk, names: readonly NamePart[], index: number): Resolved | null {
  const name = names[index]!
  const rest = names.slice(index + 1)
  const field = fieldAt(checker, walk, name)
  walk.places.push({ at: name.at, length: name.length })
  if (field === null) return related(checker, walk, name, rest)
  walk.labels.push(field.label ?? { pl: name.name, en: name.name })
  const target = field.target ?? (field.type.kind === 'record' ? field.type.object : null)
  if (rest.length === 0) return valueAt(walk, name, field, null)
  const called = field.name ?? name.name
  if (field.type.kind === 'record' && name.name !== 'id') {
    walk.links.push({ object: walk.object, field: called, target: target! })
    walk.object = target!
    return null
  }
  if (field.type.kind === 'list' && field.type.of.kind === 'record') {
    const via = { kind: 'links', object: walk.object, field: called } as const
    return { kind: 'many', collection: { root: walk.root, links: walk.links, via, object: field.type.of.object, labels: walk.labels, places: walk.places }, rest, place: name }
  }
  return partAt(walk, name, field, rest)
}

function fieldAt({ scope }: Checker, walk: Walk, name: NamePart): ScopeField | null {
  if (walk.root === 'me' && walk.links.length === 0) {
    const own = scope.me?.(name.name)
    if (own !== null && own !== undefined) return own
  }
  const field = scope.field(walk.object, name.name)
  // Whatever the scope calls it, an id is the record itself: compared with records, held as uuid.
  return field !== null && name.name === 'id' ? { ...field, type: { kind: 'record', object: walk.object } } : field
}

function related({ scope }: Checker, walk: Walk, name: NamePart, rest: readonly NamePart[]): Resolved {
  const reverse = scope.reverse(walk.object, name.name)
  if (reverse === null) fault('unknown_field', name, { name: name.name, near: nearest(name.name, scope.names(walk.object)) ?? 'none' })
  const labels = [...walk.labels, reverse.label ?? { pl: name.name, en: name.name }]
  const via = { kind: 'reverse', object: reverse.object, field: reverse.link } as const
  return { kind: 'many', collection: { root: walk.root, links: walk.links, via, object: reverse.object, labels, places: walk.places }, rest, place: name }
}

function partAt(walk: Walk, name: NamePart, field: ScopeField, rest: readonly NamePart[]): Resolved {
  const [part, beyond] = rest as [NamePart, NamePart?]
  const parts = field.parts ?? {}
  if (Object.keys(parts).length === 0) fault('not_a_link', name, { name: name.name, next: part.name })
  const found = Object.hasOwn(parts, part.name) ? parts[part.name]! : null
  if (found === null) fault('unknown_field', part, { name: part.name, near: nearest(part.name, Object.keys(parts)) ?? 'none' })
  if (beyond !== undefined) fault('not_a_link', part, { name: part.name, next: beyond.name })
  walk.labels.push(found.label ?? { pl: part.name, en: part.name })
  return valueAt(walk, name, { type: found.type, ...(field.name === undefined ? {} : { name: field.name }) }, part.name)
}

function valueAt(walk: Walk, name: NamePart, { name: called = name.name, type, choices }: ScopeField, part: string | null): Resolved {
  const path: Path = { root: walk.root, links: walk.links, object: walk.object, field: called, part, type, labels: walk.labels, places: walk.places, ...(choices === undefined ? {} : { choices }) }
  return { kind: 'value', path, place: name }
}

export function valuePath(resolved: Resolved, place: Place): Typed {
  if (resolved.kind === 'me') return { kind: 'me', type: { kind: 'record', object: 'user' }, ...place }
  if (resolved.kind === 'many') fault('many_records', resolved.place, { name: resolved.place.name })
  return { kind: 'path', path: resolved.path, type: resolved.path.type, ...place }
}
