/** Stable ids of items: readable, made from the first name, and the same on every installation that takes over a configuration. */
import { layoutId } from '../../../contract/closest.ts'
import type { ItemBodies, ItemKind, LayoutItem, OwnField, OwnObject } from '../../../contract/configuration.ts'

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
