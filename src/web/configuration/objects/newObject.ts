import type { ItemChange, OwnObject } from '../../../contract/configuration.ts'
import type { AccessKind, ObjectDefinition } from '../../../contract/definition.ts'
import type { Text } from '../../../contract/text.ts'
import { nameFrom } from '../parts/names.ts'
import { whole } from '../../kernel/shaping/whole.ts'
import type { LevelName } from './grants.ts'

/** A new object while it is being described. */
export interface NewObject {
  label: Partial<Text>
  plural: Partial<Text>
  /** '': as proposed. */
  name: string
  icon: string
  nameLabel: Partial<Text>
  numbered: boolean
  pattern: string
  gapless: boolean
  access: AccessKind['kind']
  belongsTo: string | null
  archivable: boolean
  inNavigation: boolean
  given: Readonly<Record<string, LevelName>>
}

export const nothingYet: NewObject = {
  label: {}, plural: {}, name: '', icon: 'folder', nameLabel: { pl: 'Nazwa', en: 'Name' }, numbered: false, pattern: '{yyyy}/{nnn}', gapless: false, access: 'owned', belongsTo: null, archivable: true, inNavigation: true, given: {},
}

export const proposedName = ({ label }: NewObject, objects: readonly ObjectDefinition[]): string => nameFrom(label.en?.trim() || label.pl || '', objects.map((object) => object.name))
export const nameOf = (made: NewObject, objects: readonly ObjectDefinition[]): string => made.name || proposedName(made, objects)

/** The object with the field it is known by and, where it belongs to another, the link to it: one change. */
export function changesFor(made: NewObject, objects: readonly ObjectDefinition[]): ItemChange[] {
  const name = nameOf(made, objects)
  const nameField = nameFrom(made.nameLabel.en?.trim() || made.nameLabel.pl || 'name') || 'name'
  const target = made.access === 'follows' ? objects.find((object) => object.name === made.belongsTo) : undefined
  const link = target === undefined ? null : nameFrom(target.name, [nameField])
  const item = (kind: ItemChange['kind'], body: unknown): ItemChange => ({ kind, id: '', version: null, body })
  const object: OwnObject = {
    name, label: whole(made.label)!, plural: whole(made.plural) ?? whole(made.label)!, icon: made.icon, nameField, timeline: true,
    access: link === null ? (made.access === 'shared' ? { kind: 'shared' } : { kind: 'owned' }) : { kind: 'follows', links: [link] },
    // Only the name is laid out, so that the fields added later stand on the list too, the link first.
    list: { columns: [nameField], order: made.numbered ? `-${nameField}` : nameField }, form: [],
    ...(made.archivable ? { archivable: true } : {}), ...(made.inNavigation ? { navigation: { group: 'knowledge' as const, order: 500 } } : {}),
  }
  const known = { object: name, name: nameField, label: whole(made.nameLabel) ?? { pl: 'Nazwa', en: 'Name' }, searchable: true, position: 100_000 }
  return [
    item('object', object),
    item('field', made.numbered ? { ...known, type: 'autoNumber', pattern: made.pattern, ...(made.gapless ? { gapless: true } : {}) } : { ...known, type: 'text', required: true }),
    ...(link === null ? [] : [item('field', { object: name, name: link, label: target!.label, type: 'link', target: target!.name, reverse: whole(made.plural) ?? whole(made.label)!, required: true, onDelete: 'cascade', position: 100_010 })]),
  ]
}
