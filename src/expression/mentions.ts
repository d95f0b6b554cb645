/** All that an expression mentions, and how one gets there: for who may see it and what it follows from. */
import { insideOf, lookedUpBy } from './inside.ts'
import type { Collection, LinkStep, Place, Typed } from './language.ts'

/** A step from record to record, over a field of `object`. link, links: it leads on to `target`; reverse: it leads back, and `object` is `target`. */
export interface Hop {
  kind: 'link' | 'links' | 'reverse'
  object: string
  field: string
  target: string
}

export interface Mention extends Place {
  object: string
  field: string
  part: string | null
  /** From the person asking, or from the record. */
  root: 'record' | 'me'
  /** From the record the expression is about to the record that has the field. */
  hops: readonly Hop[]
}

export interface Mentioned {
  fields: readonly Mention[]
  today: boolean
  now: boolean
  me: boolean
  /** A moment counts as a day somewhere: the value may depend on the time zone. */
  zone: boolean
  /** Rates of currencies: the value changes with them. */
  rates: boolean
  /** Working days are counted: the value changes with the country's holidays. */
  workdays: boolean
}

interface Gathering {
  fields: Mention[]
  today: boolean
  now: boolean
  me: boolean
  zone: boolean
  rates: boolean
  workdays: boolean
}

interface Standing {
  root: 'record' | 'me'
  hops: readonly Hop[]
}

export function mentionsOf(typed: Typed): Mentioned {
  const found: Gathering = { fields: [], today: false, now: false, me: false, zone: false, rates: false, workdays: false }
  gather(found, typed, { root: 'record', hops: [] })
  const seen = new Set<string>()
  const fields = found.fields.filter((one) => {
    const key = `${one.at} ${one.object}.${one.field}.${one.part ?? ''} ${one.hops.length}`
    return !seen.has(key) && seen.add(key) !== undefined
  })
  return { ...found, fields }
}

function gather(found: Gathering, typed: Typed, at: Standing): void {
  if (typed.type.kind === 'dateTime' || typed.kind === 'localTime') found.zone = true
  if (typed.kind === 'today' || typed.kind === 'now' || typed.kind === 'me') found[typed.kind] = true
  if (lookedUpBy(typed) === 'rates') found.rates = true
  if (typed.kind === 'call' && typed.definition.countsWorkdays === true) found.workdays = true
  if (typed.kind === 'path') {
    const { root, links, object, field, part, places = [] } = typed.path
    const reached = along(found, { root, links, places }, at)
    found.fields.push({ object, field, part, ...reached, ...place(places, links.length, typed) })
  }
  if (typed.kind === 'aggregate') {
    const members = throughCollection(found, typed.collection, { typed, at })
    for (const inner of [typed.value, typed.where, typed.by]) if (inner !== null) gather(found, inner, members)
  }
  for (const inner of insideOf(typed)) gather(found, inner, at)
}

/** Mentions each link on the way and gives where one stands at its end. */
function along(found: Gathering, { root, links, places }: { root: 'record' | 'me'; links: readonly LinkStep[]; places: readonly Place[] }, at: Standing): Standing {
  if (root === 'me') found.me = true
  let standing: Standing = root === 'me' ? { root: 'me', hops: [] } : at
  links.forEach(({ object, field, target }, index) => {
    found.fields.push({ object, field, part: null, ...standing, ...place(places, index) })
    standing = { root: standing.root, hops: [...standing.hops, { kind: 'link', object, field, target }] }
  })
  return standing
}

function throughCollection(found: Gathering, { root, links, via, object, places }: Collection, { typed, at }: { typed: Place; at: Standing }): Standing {
  const one = along(found, { root, links, places }, at)
  const hop: Hop = { kind: via.kind, object: via.object, field: via.field, target: object }
  const many: Standing = { root: one.root, hops: [...one.hops, hop] }
  // The way back is a field of the many, the way there one of the record.
  found.fields.push({ object: via.object, field: via.field, part: null, ...(via.kind === 'links' ? one : many), ...place(places, links.length, typed) })
  return many
}

const place = (places: readonly Place[], index: number, otherwise: Place = { at: 0, length: 0 }): Place => {
  const { at, length } = places[index] ?? otherwise
  return { at, length }
}
