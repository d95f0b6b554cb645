import { clearable } from '../../contract/configuration.ts'
import type { FieldChange, Item, ItemChange, OwnField, OwnObject, ObjectChange } from '../../contract/configuration.ts'
import type { FieldDefinition, ObjectDefinition } from '../../contract/definition.ts'
import { systemFields } from '../../contract/definition.ts'
import { becomes, isThere, itemOf, type Configuration } from '../kernel/shaping/configuration.ts'

export const objectById = ({ objects }: Configuration, id: string): ObjectDefinition | null => objects.find((object) => object.id === id) ?? null
export const objectNamed = ({ objects }: Configuration, name: string): ObjectDefinition | null => objects.find((object) => object.name === name) ?? null
export const fieldById = (object: ObjectDefinition, id: string): FieldDefinition | null => object.fields.find((field) => field.id === id) ?? null

/** The fields that are declared or made; what every record has besides is not shaped. */
export const shapedFields = (object: ObjectDefinition): readonly FieldDefinition[] => object.fields.filter((field) => !(systemFields as readonly string[]).includes(field.name))

export const targetOf = (field: FieldDefinition): string | null => ('target' in field ? field.target : null)

export interface LinkHere {
  object: ObjectDefinition
  field: FieldDefinition
}
export const linksTo = ({ objects }: Configuration, name: string): LinkHere[] =>
  objects.flatMap((object) => object.fields.filter((field) => targetOf(field) === name && !(systemFields as readonly string[]).includes(field.name)).map((field) => ({ object, field })))

/** What may be said of a field of the program's own. */
export const sayable = ['label', 'help', 'required', 'default', 'hidden', 'searchable', 'indexed', 'shownWhen', 'requiredWhen', 'readOnlyWhen', 'colors', 'choices'] as const

/** A field while it is being edited: what is said of it, without what is worked out. */
export type FieldDraft = Omit<Partial<OwnField>, 'type'> & Pick<OwnField, 'type'> & Record<string, unknown>

const workedOut = ['id', 'column', 'custom', 'computed'] as const

export function draftOf(field: FieldDefinition): FieldDraft {
  const draft: Record<string, unknown> = { ...field }
  for (const key of workedOut) delete draft[key]
  return draft as FieldDraft
}

/** The change that makes the field be as in the draft. Of a field of the program only what differs is said. */
export function fieldBecomes(configuration: Configuration, place: { object: ObjectDefinition; field: FieldDefinition | null }, draft: FieldDraft): ItemChange {
  const { object, field } = place
  if (field === null) return { kind: 'field', id: '', version: null, body: { ...tidy(draft), object: object.id, position: lastPosition(configuration, object) } }
  if (field.custom === true) {
    const said = itemOf(configuration, 'field', field.id)?.body
    const position = said?.position === undefined ? {} : { position: said.position }
    return becomes(configuration, 'field', field.id, { ...tidy(draft), object: object.id, ...position } as OwnField)
  }
  return becomes(configuration, 'fieldChange', field.id, changeOf(configuration, { object, field }, draft))
}

function changeOf(configuration: Configuration, { object, field }: { object: ObjectDefinition; field: FieldDefinition }, draft: FieldDraft): FieldChange {
  const item = itemOf(configuration, 'fieldChange', field.id)
  const said: Record<string, unknown> = { ...(item !== null && isThere(item) ? item.body : {}), object: object.id }
  for (const key of sayable) {
    const [before, after] = [(field as unknown as Record<string, unknown>)[key], draft[key]]
    if (JSON.stringify(before) === JSON.stringify(after)) continue
    // What is declared is taken away by saying so; what was only said before needs no more than silence.
    if (after === undefined || after === '') said[key] = (clearable as readonly string[]).includes(key) ? null : undefined
    else said[key] = after
  }
  return said as unknown as FieldChange
}

/** What is empty or not so is not said, but for a formula that is still to be written; values of a shared list come with the list. */
function tidy(draft: FieldDraft): Record<string, unknown> {
  const isSaid = (key: string, value: unknown) => value !== undefined && (value !== '' || key === 'formula') && value !== null && value !== false && !(key === 'choices' && draft.list !== undefined)
  return Object.fromEntries(Object.entries(draft).filter(([key, value]) => isSaid(key, value) && !(workedOut as readonly string[]).includes(key)))
}

const lastPosition = ({ positions }: Configuration, object: ObjectDefinition): number => Math.max(100_000, ...object.fields.map(({ id }) => positions[id] ?? 0)) + 10

/** The changes that put the field before another one, or at the end; where there is no number left between two, all get new ones. */
export function fieldMoves(configuration: Configuration, object: ObjectDefinition, fields: readonly FieldDefinition[], at: number): ItemChange[] {
  const place = (field: FieldDefinition | undefined, otherwise: number) => (field === undefined ? otherwise : (configuration.positions[field.id] ?? otherwise))
  const before = place(fields[at - 1], -1_000)
  const after = place(fields[at + 1], before + 20)
  const middle = (before + after) / 2
  if (before < middle && middle < after) return [placed(configuration, object, fields[at]!, middle)]
  return fields.map((field, index) => placed(configuration, object, field, index * 10))
}

function placed(configuration: Configuration, object: ObjectDefinition, field: FieldDefinition, position: number): ItemChange {
  if (field.custom === true) return becomes(configuration, 'field', field.id, { ...itemOf(configuration, 'field', field.id)!.body, position })
  const item = itemOf(configuration, 'fieldChange', field.id)
  return becomes(configuration, 'fieldChange', field.id, { ...(item !== null && isThere(item) ? item.body : {}), object: object.id, position })
}

/** Says of an object what is given, and keeps what was said before. */
export function objectBecomes(configuration: Configuration, object: ObjectDefinition, said: Partial<Omit<OwnObject, keyof ObjectChange>> & ObjectChange): ItemChange {
  if (object.custom === true) {
    const item = itemOf(configuration, 'object', object.id)!
    const next: Record<string, unknown> = { ...item.body, ...said }
    for (const [key, value] of Object.entries(said)) if (value === null || value === undefined) delete next[key]
    return becomes(configuration, 'object', object.id, next as unknown as OwnObject)
  }
  const item = itemOf(configuration, 'objectChange', object.id)
  return becomes(configuration, 'objectChange', object.id, { ...(item !== null && isThere(item) ? item.body : {}), ...said })
}

/** Removed less than thirty days ago: they can be brought back with their values. */
export const removedItems = ({ items }: Configuration): Item[] => items.filter((item) => !isThere(item))
