/** Which screens can be laid out, and for whom a layout is. */
import type { ChoiceValue, ObjectDefinition } from '../../../contract/definition.ts'
import type { LayoutKind } from '../../../contract/layout.ts'
import { useList } from '../api/records.ts'
import { useText, type Teller } from '../ui/language.ts'
import { whoseTexts as texts } from './whoseTexts.ts'

export interface LayoutPlace {
  kind: LayoutKind
  role: string | null
  type: string | null
}

export interface RoleName {
  id: string
  name: string
}
const most = 200

export function useRoles(): readonly RoleName[] {
  const rows = useList('role', { columns: ['name', 'isAdministrator'], order: 'name', limit: most }).data?.rows ?? []
  return rows.filter((row) => row.isAdministrator !== true).map((row) => ({ id: row.id, name: String(row.name) }))
}

export function typesOf({ fields, typeField }: ObjectDefinition): readonly ChoiceValue[] {
  const field = fields.find(({ name }) => name === typeField)
  return field?.type === 'choice' ? field.choices.filter((choice) => choice.archived !== true) : []
}

/** Whom a layout is for, in words: 'Dla wszystkich', 'Rola: Handlowiec', 'Handlowiec · Serwis'. */
export function useWhom(object: ObjectDefinition): (place: LayoutPlace) => string {
  const t = useText()
  const roles = useRoles()
  return (place) => whomOf(place, { roles, types: typesOf(object), t })
}

function whomOf({ role, type }: LayoutPlace, { roles, types, t }: { roles: readonly RoleName[]; types: readonly ChoiceValue[]; t: Teller }): string {
  const roleName = role === null ? null : (roles.find(({ id }) => id === role)?.name ?? t(texts.goneRole))
  const label = types.find(({ value }) => value === type)?.label
  const typeName = type === null ? null : label === undefined ? type : t(label)
  if (roleName !== null && typeName !== null) return t(texts.both, { role: roleName, type: typeName })
  return roleName !== null ? t(texts.forRole, { role: roleName }) : typeName !== null ? t(texts.forType, { type: typeName }) : t(texts.forEveryone)
}
