/** Fields that every object has, as definitions, so that queries treat them like any other. */
import { systemFields, type FieldDefinition, type ObjectDefinition } from '../../../contract/definition.ts'
import type { Text } from '../../../contract/text.ts'

type SystemField = (typeof systemFields)[number] | 'deletedBy'

const labels: Record<SystemField, Text> = {
  id: { pl: 'Identyfikator', en: 'Identifier' },
  version: { pl: 'Wersja', en: 'Version' },
  createdAt: { pl: 'Utworzono', en: 'Created' },
  createdBy: { pl: 'Utworzył(a)', en: 'Created by' },
  updatedAt: { pl: 'Zmieniono', en: 'Changed' },
  updatedBy: { pl: 'Zmienił(a)', en: 'Changed by' },
  deletedAt: { pl: 'Usunięto', en: 'Deleted' },
  deletedBy: { pl: 'Usunął/usunęła', en: 'Deleted by' },
  owner: { pl: 'Opiekun', en: 'Owner' },
  archivedAt: { pl: 'Zarchiwizowano', en: 'Archived' },
}

const types: Record<SystemField, 'text' | 'number' | 'dateTime' | 'link'> = {
  id: 'text', version: 'number', createdAt: 'dateTime', createdBy: 'link', updatedAt: 'dateTime', updatedBy: 'link',
  deletedAt: 'dateTime', deletedBy: 'link', owner: 'link', archivedAt: 'dateTime',
}

/** The system fields of this object: `owner` (may be written) where it is owned, under the name the object gives it, `archivedAt` where it is archivable. */
export function systemFieldsOf(object: ObjectDefinition): readonly FieldDefinition[] {
  const names = [...systemFields, 'deletedBy'] as const
  return names
    .filter((name) => (name !== 'owner' || object.access.kind === 'owned') && (name !== 'archivedAt' || object.archivable === true))
    .map((name) => systemField(object, name))
}

function systemField(object: ObjectDefinition, name: SystemField): FieldDefinition {
  const label = name === 'owner' ? (object.ownerLabel ?? labels.owner) : labels[name]
  const common = { id: `${object.id}.${name}`, name, label, readOnly: name !== 'owner' }
  const type = types[name]
  if (type === 'link') return { ...common, type, target: 'user', ...(name === 'owner' ? { indexed: true, ...(object.ownerDefault && { default: object.ownerDefault }) } : {}) }
  return type === 'number' ? { ...common, type, decimals: 0 } : { ...common, type }
}

export const isSystemField = (name: string): boolean => name in types
