/** Layouts as items: which there are, what each says, and the changes that make them be as they are on the screen. */
import { closestLayout, declaredLayouts, layoutId } from '../../contract/closest.ts'
import { clearable } from '../../contract/configuration.ts'
import type { Item, ItemChange, LayoutItem, OwnField } from '../../contract/configuration.ts'
import type { FieldCommon, FieldDefinition, ObjectDefinition } from '../../contract/definition.ts'
import type { LayoutBodies, LayoutKind } from '../../contract/layout.ts'
import { languages, type Text } from '../../contract/text.ts'
import { draftOf, isThere, itemOf, itemsOf, type Configuration, type Draft } from '../kernel/shaping/configuration.ts'
import { whole } from '../kernel/shaping/whole.ts'
import type { LayoutPlace } from '../kernel/shaping/whose.ts'
import type { Body } from './sheet/sheet.ts'

export const settingNames = ['shownWhen', 'required', 'requiredWhen', 'readOnlyWhen', 'default', 'help'] as const
/** What is set of a field beside its layout; it holds wherever the field is shown. */
export type FieldSettings = Partial<Pick<FieldCommon, (typeof settingNames)[number]>>
/** All that is being edited at once: the layout, and by id the fields whose settings are to be others. */
export interface Sheet {
  body: Body
  fields: Readonly<Record<string, FieldSettings>>
}

export const objectById = ({ objects }: Configuration, id: string): ObjectDefinition | null => objects.find((object) => object.id === id) ?? null

export const idOf = (object: ObjectDefinition, place: LayoutPlace): string => layoutId({ object: object.id, ...place })

/** Published layouts of the object, and places where only a draft is. */
export function placesOf(configuration: Configuration, object: ObjectDefinition): LayoutPlace[] {
  const published = itemsOf(configuration, 'layout').map(({ body }) => body as LayoutItem)
  const begun = configuration.drafts.filter(({ kind }) => kind === 'layout').map(({ body }) => body as unknown as LayoutItem)
  const reborn = configuration.items.filter((item) => item.kind === 'layout' && !isThere(item) && draftOf(configuration, 'layout', item.id) !== null).map((item) => item.body as LayoutItem)
  return [...published, ...begun, ...reborn].filter((layout) => layout.object === object.id)
}

export interface Standing {
  id: string
  item: Item<'layout'> | null
  published: boolean
  draft: Draft | null
  /** What one begins with and what a discarded draft goes back to. */
  basis: Body
}

export function standingOf(configuration: Configuration, object: ObjectDefinition, place: LayoutPlace): Standing {
  const id = idOf(object, place)
  const item = itemOf(configuration, 'layout', id)
  const published = item !== null && isThere(item)
  return { id, item, published, draft: draftOf(configuration, 'layout', id), basis: published ? (item.body as LayoutItem).body : closestBody(object, place) }
}

const columnsOnCard = 4

function closestBody(object: ObjectDefinition, { kind, role, type }: LayoutPlace): LayoutBodies[LayoutKind] {
  const closest = closestLayout(object.layouts ?? [], kind, { roles: role === null ? [] : [role], type })
  if (closest !== undefined) return closest.body
  const columns = object.list.columns.filter((path) => path !== object.nameField).slice(0, columnsOnCard)
  return { ...declaredLayouts(object), card: { fields: columns }, mobile: { columns } }[kind]
}

/** A draft as it waits on the server: the layout, the fields that are to change with it, and the version it began with. */
export interface KeptSheet extends Sheet {
  object: string
  kind: LayoutKind
  role: string | null
  type: string | null
  basedOn: number | null
}
export const keptOf = (object: ObjectDefinition, place: LayoutPlace, sheet: Sheet, basedOn: number | null): Record<string, unknown> => ({ object: object.id, ...place, ...sheet, basedOn })

export function begin(standing: Standing): { sheet: Sheet; basedOn: number | null } {
  const kept = standing.draft?.body as unknown as KeptSheet | undefined
  return { sheet: { body: kept?.body ?? standing.basis, fields: kept?.fields ?? {} }, basedOn: kept === undefined ? (standing.item?.version ?? null) : (kept.basedOn ?? null) }
}

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Is what is on the sheet other than what holds now? A layout for somebody apart is worth keeping even when it begins as a copy. */
export const differs = (sheet: Sheet, { basis }: Standing): boolean => !isSame(sheet.body, basis) || Object.keys(sheet.fields).length > 0

export function changesOf(configuration: Configuration, object: ObjectDefinition, { place, sheet, version, standing }: { place: LayoutPlace; sheet: Sheet; version: number | null; standing: Standing }): ItemChange[] {
  const isForAll = place.role === null && place.type === null
  const isLaid = !isSame(sheet.body, standing.basis) || (!standing.published && !isForAll)
  const layout: ItemChange = { kind: 'layout', id: standing.id, version, body: { object: object.id, ...place, body: finished(sheet.body) } }
  const fields = Object.entries(sheet.fields).flatMap(([id, settings]) => {
    const field = object.fields.find((one) => one.id === id)
    return field === undefined ? [] : [fieldChange(configuration, object, { field, settings })]
  })
  return [...(isLaid ? [layout] : []), ...fields]
}

/** Of a field of the program only what differs is said; one of the administrator's own is said whole. */
function fieldChange(configuration: Configuration, object: ObjectDefinition, { field, settings }: { field: FieldDefinition; settings: FieldSettings }): ItemChange {
  const kind = field.custom === true ? 'field' : 'fieldChange'
  const item = itemOf(configuration, kind, field.id)
  const before = item !== null && isThere(item) ? (item.body as OwnField) : { object: object.id }
  const body: Record<string, unknown> = { ...before, ...settings }
  for (const name of settingNames) {
    if (!(name in settings) || (settings[name] !== undefined && settings[name] !== '')) continue
    // What is declared by the program is taken away by saying so.
    if (kind === 'fieldChange' && (clearable as readonly string[]).includes(name)) body[name] = null
    else delete body[name]
  }
  return { kind, id: field.id, version: item?.version ?? null, body: finished(body) }
}

export const settingsOf = (field: FieldDefinition, { fields }: Sheet): FieldSettings => ({ ...Object.fromEntries(settingNames.map((name) => [name, field[name]])), ...fields[field.id] })

/** Settings that are again as they were are not to be changed. */
export function withSettings(sheet: Sheet, field: FieldDefinition, change: FieldSettings): Sheet {
  const next = { ...sheet.fields[field.id], ...change }
  const apart = Object.fromEntries(Object.entries(next).filter(([name, value]) => !isSame(value, field[name as keyof FieldSettings])))
  const { [field.id]: _, ...rest } = sheet.fields
  return { ...sheet, fields: Object.keys(apart).length === 0 ? rest : { ...rest, [field.id]: apart } }
}

/** Words in one language stand in the other too; what has none at all is not said. */
export function finished<V>(value: V): V {
  if (Array.isArray(value)) return value.map(finished) as V
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, isWords(inner) ? whole(inner) : finished(inner)] as const)
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined)) as V
}
const isWords = (value: unknown): value is Partial<Text> => typeof value === 'object' && value !== null && Object.keys(value).length > 0 && Object.keys(value).every((key) => (languages as readonly string[]).includes(key))
