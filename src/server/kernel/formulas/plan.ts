/** The calculated fields of a registry: what each mentions, how its value is kept, and in which order they follow from one another. */
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { Typed } from '../../../expression/language.ts'
import { mentionsOf, type Hop, type Mentioned } from '../../../expression/mentions.ts'
import type { Registry } from '../metadata/registry.ts'
import { isSystemField } from '../metadata/system-fields.ts'
import { understoodFormula } from './check.ts'

/**
 * live: computed in the query. own: kept in a column, computed in the write from the record's own values.
 * followed: kept in a column, set right after the writes it depends on.
 */
export type FormulaKind = 'live' | 'own' | 'followed'

export interface Formula {
  object: string
  field: FieldDefinition
  typed: Typed
  mentions: Mentioned
  kind: FormulaKind
  /** Followed, and another value tomorrow. */
  daily: boolean
}

/** Records whose change may change the formula's value: those of `object`, `hops` away from the record that has the formula. */
export interface Source {
  object: string
  hops: readonly Hop[]
  /** Fields that matter; null: any change. */
  fields: ReadonlySet<string> | null
}

export interface FormulaPlan {
  /** In an order in which each comes after those it mentions. */
  all: readonly Formula[]
  of(object: string, field: string): Formula | null
  /** Computed in the write, in their order. */
  own(object: string): readonly Formula[]
  /** Followed formulas and where a change of this object reaches them from. */
  followers(object: string): readonly { formula: Formula; source: Source }[]
}

const plans = new WeakMap<Registry, FormulaPlan>()

/** Formulas that are not understood, or go in a circle, are left out: they are faults of the declaration. */
export function formulasOf(registry: Registry): FormulaPlan {
  let plan = plans.get(registry)
  if (plan === undefined) plans.set(registry, (plan = planOf(registry)))
  return plan
}

const keyOf = (object: string, field: string): string => `${object}.${field}`

function planOf(registry: Registry): FormulaPlan {
  const all = inOrder(registry)
  const byKey = new Map(all.map((formula) => [keyOf(formula.object, formula.field.name), formula]))
  const own = Map.groupBy(all.filter(({ kind }) => kind === 'own'), ({ object }) => object)
  const followers = Map.groupBy(
    all.filter(({ kind }) => kind === 'followed').flatMap((formula) => sourcesOf(formula).map((source) => ({ formula, source }))),
    ({ source }) => source.object,
  )
  return {
    all,
    of: (object, field) => byKey.get(keyOf(object, field)) ?? null,
    own: (object) => own.get(object) ?? [],
    followers: (object) => followers.get(object) ?? [],
  }
}

interface Bare {
  object: string
  field: FieldDefinition
  typed: Typed
  mentions: Mentioned
}

/** Every formula that is understood, by 'object.field'. */
export function readFormulas(registry: Registry): Map<string, Bare> {
  const found = new Map<string, Bare>()
  for (const object of registry.objects.values()) {
    for (const field of object.fields) {
      const { typed } = field.formula === undefined ? {} : understoodFormula(registry, object.name, field)
      if (typed !== undefined) found.set(keyOf(object.name, field.name), { object: object.name, field, typed, mentions: mentionsOf(typed) })
    }
  }
  return found
}

/** The formulas that this one mentions. */
export const mentionedFormulas = ({ mentions }: Pick<Bare, 'mentions'>, among: ReadonlyMap<string, Bare>): string[] =>
  [...new Set(mentions.fields.map(({ object, field }) => keyOf(object, field)).filter((key) => among.has(key)))]

function inOrder(registry: Registry): Formula[] {
  const bare = readFormulas(registry)
  const made = new Map<string, Formula | null>()
  const make = (key: string): Formula | null => {
    const known = made.get(key)
    if (known !== undefined) return known
    made.set(key, null) // met again before it is made: a circle
    const one = bare.get(key)!
    const below = mentionedFormulas(one, bare).map(make)
    if (below.includes(null)) return null
    const kind = kindOf(registry, one, below as Formula[])
    const formula: Formula = { ...one, kind, daily: kind === 'followed' && one.mentions.today }
    made.delete(key)
    made.set(key, formula) // after those it mentions
    return formula
  }
  for (const key of bare.keys()) make(key)
  return [...made.values()].filter((formula) => formula !== null)
}

function kindOf(registry: Registry, { field: { notKept }, mentions }: Bare, below: readonly Formula[]): FormulaKind {
  const { fields, me, now, today, zone, rates } = mentions
  if (me || now || notKept === true || below.some(({ kind }) => kind === 'live')) return 'live'
  // Rates are known to the database alone.
  if (rates || fields.some(({ hops }) => hops.length > 0)) return 'followed'
  // From the record alone it costs next to nothing, and what changes with the day or with every write is not worth keeping.
  if (today || fields.some(({ field }) => isSystemField(field) && field !== 'owner')) return 'live'
  // The write knows neither the installation's time zone nor, yet, the number it will give.
  const isLate = zone || below.some(({ kind }) => kind === 'followed') || fields.some(({ object, field }) => registry.field(object, field)?.type === 'autoNumber')
  return isLate ? 'followed' : 'own'
}

const changesAlways = new Set(['updatedAt', 'updatedBy', 'version'])

function sourcesOf({ object, mentions }: Formula): Source[] {
  const sources = new Map<string, { object: string; hops: readonly Hop[]; fields: Set<string> | null }>()
  const at = (hops: readonly Hop[]) => {
    const last = hops.at(-1)
    const where = last === undefined ? object : last.kind === 'reverse' ? last.object : last.target
    const key = JSON.stringify(hops)
    const known = sources.get(key) ?? { object: where, hops, fields: new Set<string>() }
    sources.set(key, known)
    return known
  }
  at([])
  for (const { hops, field } of mentions.fields) {
    const source = at(hops)
    if (changesAlways.has(field)) source.fields = null
    else source.fields?.add(field)
  }
  return [...sources.values()]
}
