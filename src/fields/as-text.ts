/** Reading and writing a field of any type as text; the one place where the types' registers meet values of unknown type. */
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import { isRefusal } from '../contract/refusal.ts'
import type { Refusal } from '../contract/refusal.ts'
import type { FieldType, Manner } from './field.ts'
import { typeOf as registeredType } from './types.ts'

type AnyType = FieldType<FieldTypeName, unknown>

const typeOf = (field: FieldDefinition): AnyType => registeredType(field) as unknown as AnyType

/** What a person reads. Links, which the types know only by id, are read by their names. */
export function asText(value: unknown, field: FieldDefinition, manner: Manner): string {
  if (value === null || value === undefined) return ''
  if (field.type === 'link') return nameOf(value)
  if (field.type === 'links') return (value as unknown[]).map(nameOf).join(', ')
  return typeOf(field).show(value, field, manner)
}

/** What was typed, as a value; or why it is not one. */
export function fromText(text: string, field: FieldDefinition, manner: Manner): { value: unknown } | { refusal: Refusal } {
  const read = typeOf(field).read(text, field, manner)
  return isRefusal(read) ? { refusal: read } : { value: read }
}

export function sameValue(a: unknown, b: unknown, field: FieldDefinition): boolean {
  const id = (value: unknown) => (value !== null && typeof value === 'object' && 'id' in value ? value.id : value)
  if (field.type === 'link') return (id(a) ?? null) === (id(b) ?? null)
  if (field.type === 'links') return JSON.stringify(((a ?? []) as unknown[]).map(id)) === JSON.stringify(((b ?? []) as unknown[]).map(id))
  return typeOf(field).same(a ?? null, b ?? null)
}

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : ''
}
