/**
 * What the administrator made, as plain data: items of a few kinds, each with a stable id, composed with the declarations of the
 * code into the one registry. The same items are rows in the database and entries of a configuration file.
 */
import type { ChoiceValue, FieldCommon, FieldDefinition, ObjectDefinition } from './definition.ts'
import type { LayoutDefinition } from './layout.ts'
import type { RefusedWhen } from './refusedWhen.ts'
import type { StateMachine } from './states.ts'
import type { Text } from './text.ts'

/** What may be said of any object, the code's too. What is left out stays as declared. */
export interface ObjectChange {
  label?: Text
  plural?: Text
  formerPlurals?: readonly string[]
  icon?: string
  hidden?: boolean
  typeField?: string | null
  states?: readonly StateMachine[]
  refusedWhen?: readonly RefusedWhen[]
  ownerDefault?: FieldCommon['default'] | null
  duplicateKeys?: ObjectDefinition['duplicateKeys']
  navigation?: ObjectDefinition['navigation'] | null
}

/** An object of the administrator's own: everything an ObjectDefinition has but its fields, which are items themselves. */
export type OwnObject = Omit<ObjectDefinition, 'id' | 'fields' | 'rules' | 'actions' | 'layouts' | 'custom' | 'room' | 'indexes' | 'table'>

/** A field of the administrator's own, on any object. `id`, `column` and `computed` are worked out. */
export type OwnField = FieldDefinition & { object: string; position?: number }

/** What is declared of a field and can be taken away. */
export const clearable = ['help', 'default', 'shownWhen', 'requiredWhen', 'readOnlyWhen', 'colors'] as const

/** What may be said of a field declared in code: never its type, and what the program requires stays required. null takes away what was declared. */
export interface FieldChange extends Partial<Pick<FieldCommon, 'label' | 'required' | 'hidden' | 'searchable' | 'indexed'>>, Partial<{ [K in (typeof clearable)[number]]: FieldCommon[K] | null }> {
  object: string
  position?: number
  /** Values added, relabelled, coloured, reordered, archived; those of the code cannot go. */
  choices?: readonly ChoiceValue[]
}

export interface ChoiceList {
  label: Text
  choices: readonly ChoiceValue[]
}

export type LayoutItem = LayoutDefinition & { object: string }

/** Body of an item by its kind. Its id: of an object or a field, their stable id; of a layout `object.kind[.role][.type]`; of a list of choices its name. */
export interface ItemBodies {
  object: OwnObject
  objectChange: ObjectChange
  field: OwnField
  fieldChange: FieldChange
  choiceList: ChoiceList
  layout: LayoutItem
}
export type ItemKind = keyof ItemBodies
/** In the order in which they build on each other. */
export const itemKinds: readonly ItemKind[] = ['choiceList', 'object', 'objectChange', 'field', 'fieldChange', 'layout']

export type Item<K extends ItemKind = ItemKind> = K extends ItemKind ? { kind: K; id: string; version: number; body: ItemBodies[K]; removedAt?: string | null } : never

/** `version` is the one the administrator saw: null for a new item. `body` null removes it. */
export type ItemChange = { kind: ItemKind; id: string; version: number | null; body: unknown }
