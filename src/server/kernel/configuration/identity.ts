/** Stable ids of items: readable, made from the first name, and the same on every installation that takes over a configuration. */
import { layoutId } from '../../../contract/closest.ts'
import type { ItemBodies, ItemChange, ItemKind, LayoutItem, OwnField, OwnObject } from '../../../contract/configuration.ts'

type Body = ItemBodies[ItemKind]

/**
 * For the changes one after another, objects before what belongs to them: of an object made in the same change the others know only the
 * name, and its id is another where an object that was removed still has that one.
 */
export function identifying(isTaken: (kindAndId: string) => boolean): (change: ItemChange, body: Body | null) => { id: string; body: Body | null } {
  const made = new Map<string, string>()
  return ({ kind, id }, given) => {
    if (id !== '' || given === null) return { id, body: given }
    const body = 'object' in given ? { ...given, object: made.get(given.object) ?? given.object } : given
    const own = idOf(kind, body, isTaken)
    if (kind === 'object') made.set((body as OwnObject).name, own)
    return { id: own, body }
  }
}

/** `isTaken` knows 'kind id' of all that is there, and of what was removed and still has its columns. */
export function idOf(kind: ItemKind, body: ItemBodies[ItemKind], isTaken: (kindAndId: string) => boolean): string {
  const first = firstId(kind, body)
  if (kind === 'layout') return first
  let id = first
  for (let n = 2; isTaken(`${kind} ${id}`); n++) id = `${first}${n}`
  return id
}

/** Unless something else has it already. */
export function firstId(kind: ItemKind, body: ItemBodies[ItemKind]): string {
  if (kind === 'object') return (body as OwnObject).name
  if (kind === 'field') return `${(body as OwnField).object}.${(body as OwnField).name}`
  if (kind === 'layout') return layoutId(body as LayoutItem)
  return wordOf((body as { label?: { en: string } }).label?.en ?? kind)
}

/** 'Loss reasons' → lossReasons */
function wordOf(words: string): string {
  const [first = 'list', ...rest] = words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '')
  return (first + rest.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')).slice(0, 40)
}
