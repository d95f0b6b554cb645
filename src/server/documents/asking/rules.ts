/** One expression of a template: what it may mention, and what of it must be known of a record before the rest is worked out. */
import { check, type Checked } from '../../../expression/check.ts'
import { insideOf, lookedUpBy } from '../../../expression/inside.ts'
import type { Node, Path, Scope, Typed } from '../../../expression/language.ts'
import type { ExprType } from '../../../expression/types.ts'
import type { Rights } from '../../kernel/access/field-access.ts'
import { scopeOf } from '../../kernel/query/scope.ts'
import { isRows, type FactName } from '../facts/rules.ts'
import { labels } from './texts.ts'

/** What the expressions of one kind of record ask of each. */
export interface Questions {
  /** Null: rows that are no records. */
  object: string | null
  names: Readonly<Record<string, FactName>>
  expressions: Typed[]
  columns: string[]
}

export type Leaf = { from: 'own' | 'our'; index: number } | { from: 'fact'; name: string }

/** How a marker's value comes about. */
export interface Understood {
  typed: Typed
  leaves: Map<Typed, Leaf>
  /** Shown as lists show it: a link by the name of what it leads to, a picture. */
  column: Leaf | null
}

/** The firm that issues documents: {{our.name}}. What stands on its letterhead anybody may read. */
export const ourName = 'our'
export const sellerObject = 'company'
/** Stands for the record itself while it is checked: only of it facts and the letterhead can be asked, not of what it leads to. */
const own = '#own'

export const checkIn = (rights: Rights, at: Questions, tree: Node, expected?: ExprType): Checked => {
  const checked = check(tree, scopeOfRecord(rights, at), expected)
  return checked.typed === undefined ? checked : { typed: named(checked.typed, at.object ?? own) }
}

function scopeOfRecord(rights: Rights, { object, names }: Questions): Scope {
  const base = scopeOf(rights, object ?? sellerObject, 'person')
  const real = (of: string) => (of === own ? object : of)
  const hasSeller = rights.registry.objects.has(sellerObject)
  return {
    ...base,
    object: own,
    field(of, name) {
      const at = real(of)
      const field = at === null || !rights.registry.objects.has(at) ? null : base.field(at, name)
      if (field !== null || of !== own) return field
      const fact = Object.hasOwn(names, name) ? names[name]! : null
      if (fact !== null && !isRows(fact)) return { type: fact.type, label: fact.label, ...(fact.choices === undefined ? {} : { choices: fact.choices }) }
      return name === ourName && hasSeller ? { type: { kind: 'record', object: sellerObject }, target: sellerObject, label: labels.our } : null
    },
    reverse: (of, name) => (real(of) === null ? null : base.reverse(real(of)!, name)),
    names: (of) => [...(real(of) === null ? [] : base.names(real(of)!)), ...(of === own ? [...Object.keys(names), ...(hasSeller ? [ourName] : [])] : [])],
  }
}

/** The same with the record's own object in place of its stand-in. Functions are the program's own and are left alone. */
function named<T>(part: T, object: string): T {
  if (Array.isArray(part)) return part.map((each) => named(each as unknown, object)) as T
  if (typeof part !== 'object' || part === null) return (part === own ? object : part) as T
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, key === 'definition' ? (value as unknown) : named(value as unknown, object)])) as T
}

/** Adds to the questions what this expression needs. `asIs`: a picture, which the language knows only by its name. */
export function ask(rights: Rights, { at, our }: { at: Questions; our: Questions }, typed: Typed, asIs: boolean): Understood {
  const leaves = new Map<Typed, Leaf>()
  if (typed.kind === 'path' && typed.path.part === null && typed.path.root === 'record' && (asIs || isRecord(typed.type))) {
    const names = [...typed.path.links.map(({ field }) => field), typed.path.field]
    if (isOurs(rights, at, typed.path)) return { typed, leaves, column: { from: 'our', index: added(our.columns, names.slice(1).join('.')) } }
    if (!isFact(rights, at, typed.path)) return { typed, leaves, column: { from: 'own', index: added(at.columns, names.join('.')) } }
  }
  const isPlain = at.object !== null && leavesOf(typed).every((leaf) => leaf.kind !== 'path' || !(isFact(rights, at, leaf.path) || isOurs(rights, at, leaf.path)))
  if (isPlain) leaves.set(typed, { from: 'own', index: added(at.expressions, typed) })
  else for (const leaf of leavesOf(typed)) leaves.set(leaf, leafFor(rights, { at, our }, leaf))
  return { typed, leaves, column: null }
}

const isRecord = (type: ExprType): boolean => type.kind === 'record' || (type.kind === 'list' && type.of.kind === 'record')

const added = <T>(list: T[], item: T): number => (list.includes(item) ? list.indexOf(item) : list.push(item) - 1)

function leafFor(rights: Rights, { at, our }: { at: Questions; our: Questions }, leaf: Typed): Leaf {
  if (leaf.kind === 'path' && isFact(rights, at, leaf.path)) return { from: 'fact', name: leaf.path.field }
  if (leaf.kind === 'path' && isOurs(rights, at, leaf.path)) return { from: 'our', index: added(our.expressions, { ...leaf, path: { ...leaf.path, links: leaf.path.links.slice(1) } }) }
  return { from: 'own', index: added(at.expressions, leaf) }
}

/** A field of that name goes before: a document never shows one thing where the record's page shows another. */
const isGiven = (rights: Rights, { object }: Questions, name: string): boolean => object === null || scopeOf(rights, object, 'person').field(object, name) === null
const isFact = (rights: Rights, at: Questions, { root, links, field }: Path): boolean => root === 'record' && links.length === 0 && Object.hasOwn(at.names, field) && isGiven(rights, at, field)
export const isOurs = (rights: Rights, at: Questions, { root, links }: Pick<Path, 'root' | 'links'>): boolean => root === 'record' && links[0]?.field === ourName && isGiven(rights, at, ourName)

/** What only the database, or whoever gives the facts, knows. */
export function leavesOf(typed: Typed): Typed[] {
  const isLeaf = typed.kind === 'path' || typed.kind === 'aggregate' || lookedUpBy(typed) !== null
  return isLeaf ? [typed] : insideOf(typed).flatMap(leavesOf)
}

/** The expression with what is known put in. */
export function withValues(typed: Typed, valueOf: (leaf: Typed) => Typed | null): Typed {
  const known = valueOf(typed)
  if (known !== null) return known
  const inside = (each: Typed) => withValues(each, valueOf)
  switch (typed.kind) {
    case 'and':
    case 'or':
    case 'join':
      return { ...typed, parts: typed.parts.map(inside) }
    case 'not':
    case 'minus':
      return { ...typed, of: inside(typed.of) }
    case 'compare':
      return { ...typed, left: inside(typed.left), right: typed.right.map(inside) }
    case 'list':
      return { ...typed, items: typed.items.map(inside) }
    case 'arithmetic':
      return { ...typed, left: inside(typed.left), right: inside(typed.right) }
    case 'call':
      return { ...typed, args: typed.args.map(inside) }
    default:
      return typed
  }
}
