/** Which object an item is about. Items of an object that was removed stay and wait for it, and come back with it. */
import type { Item, ItemBodies, ItemKind } from '../../../contract/configuration.ts'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { isThere } from './items.ts'
import { texts } from './texts.ts'

interface About<B> {
  kind: ItemKind
  id: string
  body: B
}

/** Its stable id; null for what stands by itself. */
export function objectOf({ kind, id, body }: About<ItemBodies[ItemKind]>): string | null {
  if (kind === 'objectChange') return id
  return 'object' in body && kind !== 'object' && kind !== 'choiceList' ? body.object : null
}

export function objectsThere(code: readonly ObjectDefinition[], items: readonly Item[]): ReadonlySet<string> {
  return new Set([...code.map(({ id }) => id), ...items.filter((item) => item.kind === 'object' && isThere(item)).map(({ id }) => id)])
}

/** `there`: ids of the objects that are there. What would be written about an object, or a field of the code, that is not there would be of no use and come up later, when nobody thinks of it. */
export function strayWrites(code: readonly ObjectDefinition[], there: ReadonlySet<string>, writes: readonly About<ItemBodies[ItemKind] | null>[]): Refusal[] {
  const fields = new Set(code.flatMap((object) => object.fields.map(({ id }) => id)))
  return writes.flatMap(({ kind, id, body }): Refusal[] => {
    if (body === null) return []
    const object = objectOf({ kind, id, body })
    if (object !== null && !there.has(object)) return [refusal('configuration.unknown_object', texts.unknownObject, { field: `${kind} ${id}`, values: { object } })]
    return kind === 'fieldChange' && !fields.has(id) ? [refusal('configuration.unknown_field', texts.unknownField, { field: `${kind} ${id}`, values: { field: id } })] : []
  })
}
