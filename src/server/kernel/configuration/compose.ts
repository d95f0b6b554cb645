/** The declarations of the code and the administrator's items put together: pure, the same everywhere. */
import type { ChoiceList, FieldChange, Item, ItemBodies, ItemKind, ObjectChange, OwnField, OwnObject } from '../../../contract/configuration.ts'
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { snakeCase } from '../metadata/naming.ts'
import { isThere } from './items.ts'
import { tidied } from './tidy.ts'

/** The room that the administrator's objects count to. */
export const ownRoom = 'configuration'

export function compose(code: readonly ObjectDefinition[], items: readonly Item[]): ObjectDefinition[] {
  const there = items.filter(isThere)
  const parts = partsOf(there)
  const withFields = bareObjects(code, there).map((object) => ({ ...object, fields: placedFields(object, parts).map(({ field }) => withList(field, parts.lists)) }))
  const layouts = Map.groupBy(ofKind(there, 'layout'), ({ body }) => body.object)
  return tidied(withFields.map((object) => {
    const mine = layouts.get(object.id)
    return mine === undefined ? object : { ...object, layouts: [...(object.layouts ?? []), ...mine.map(({ body: { object: _, ...layout } }) => layout)] }
  }))
}

/** Where each field stands among those of its object, by its id: one put between two others gets a number between theirs. */
export function positionsOf(code: readonly ObjectDefinition[], items: readonly Item[]): Record<string, number> {
  const there = items.filter(isThere)
  const parts = partsOf(there)
  return Object.fromEntries(bareObjects(code, there).flatMap((object) => placedFields(object, parts).map(({ field, position }) => [field.id, position])))
}

/** Without the administrator's fields. */
function bareObjects(code: readonly ObjectDefinition[], there: readonly Item[]): ObjectDefinition[] {
  const changes = new Map(ofKind(there, 'objectChange').map(({ id, body }) => [id, body]))
  return [...code, ...ofKind(there, 'object').map(({ id, body }) => ownObject(id, body, code))].map((object) => changed(object, changes.get(object.id)))
}

const partsOf = (there: readonly Item[]): Parts => ({
  lists: new Map(ofKind(there, 'choiceList').map(({ id, body }) => [id, body])),
  fields: ofKind(there, 'field'),
  fieldChanges: new Map(ofKind(there, 'fieldChange').map(({ id, body }) => [id, body])),
})

interface Body<K extends ItemKind> {
  id: string
  body: ItemBodies[K]
}

function ofKind<K extends ItemKind>(items: readonly Item[], kind: K): Body<K>[] {
  return items.filter((item) => item.kind === kind) as unknown as Body<K>[]
}

/** What is said replaces what was declared; null takes it away. */
function changed(object: ObjectDefinition, change: ObjectChange | undefined): ObjectDefinition {
  if (change === undefined) return object
  const next: Record<string, unknown> = { ...object }
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete next[key]
    else next[key] = value
  }
  return next as unknown as ObjectDefinition
}

function ownObject(id: string, body: OwnObject, code: readonly ObjectDefinition[]): ObjectDefinition {
  return { ...body, id, name: freeName(body.name, code.map((object) => object.name)), table: `x_${snakeCase(id)}`, room: ownRoom, custom: true, fields: [] }
}

interface Parts {
  lists: ReadonlyMap<string, ChoiceList>
  fields: readonly Body<'field'>[]
  fieldChanges: ReadonlyMap<string, FieldChange>
}

function placedFields(object: ObjectDefinition, { fields, fieldChanges }: Parts): { field: FieldDefinition; position: number }[] {
  const taken = object.fields.map((field) => field.name)
  const declared = object.fields.map((field, index) => {
    const { object: _, position = index * 10, ...change } = fieldChanges.get(field.id) ?? { object: object.id }
    return { field: saidOf(field, change), position }
  })
  const own = fields.filter(({ body }) => body.object === object.id).map(({ id, body }, index) => {
    const { object: _, position = 100_000 + index, ...field } = body
    return { field: ownField(id, field, taken), position }
  })
  return [...declared, ...own].sort((a, b) => a.position - b.position)
}

/** null takes away. What the program requires, and the values it knows, stay: a value that is left out is no longer offered. */
function saidOf(field: FieldDefinition, change: Partial<FieldChange>): FieldDefinition {
  const { choices, ...rest } = change
  const next = Object.fromEntries(Object.entries({ ...field, ...rest }).filter(([, value]) => value !== null)) as unknown as FieldDefinition
  if (field.required === true) Object.assign(next, { required: true })
  if (choices === undefined || !('choices' in field)) return next
  const named = new Set(choices.map(({ value }) => value))
  return { ...next, choices: [...choices, ...field.choices.filter(({ value }) => !named.has(value)).map((choice) => ({ ...choice, archived: true }))] } as FieldDefinition
}

function ownField(id: string, field: Omit<OwnField, 'object' | 'position'>, taken: readonly string[]): FieldDefinition {
  return { ...field, id, name: freeName(field.name, taken), column: `x_${snakeCase(id.slice(id.indexOf('.') + 1))}`, custom: true } as FieldDefinition
}

/** A choice whose list is not there has no values, which the checker names. */
function withList(field: FieldDefinition, lists: Parts['lists']): FieldDefinition {
  if (field.type !== 'choice' && field.type !== 'choices') return field
  const shared = field.list === undefined ? undefined : lists.get(field.list)
  return { ...field, choices: shared?.choices ?? (field.list === undefined ? field.choices : undefined) ?? [] }
}

/** An upgrade may bring a name that the administrator has used: his then steps aside, and keeps its table and column. */
function freeName(name: string, taken: readonly string[]): string {
  let free = name
  for (let n = 2; taken.includes(free); n++) free = `${name}${n}`
  return free
}
