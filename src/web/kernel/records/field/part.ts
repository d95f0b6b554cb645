import type { ChoiceValue, FieldDefinition } from '../../../../contract/definition.ts'
import type { ExprType, ExprValue } from '../../../../expression/types.ts'
import { typeOf } from '../../../../fields/types.ts'

/** A part of a field (addresses.city, turnover.amount) as a field of its own, so that it is shown and filtered like one. */
export function partField(field: FieldDefinition, part: string): FieldDefinition | null {
  const found = typeOf(field).parts?.(field)[part]
  if (found === undefined) return null
  return fieldOfType(found.type, { id: `${field.id}.${part}`, name: `${field.name}.${part}`, label: found.label }, choicesOfPart(field, part))
}

const choicesOfPart = (field: FieldDefinition, part: string): readonly ChoiceValue[] => (part === 'kind' && 'kinds' in field ? field.kinds : [])

/** A field for a bare type of the expression language: results of formulas, parts. */
export function fieldOfType(type: ExprType, named: Pick<FieldDefinition, 'id' | 'name' | 'label'>, choices: readonly ChoiceValue[] = []): FieldDefinition | null {
  if (type.kind === 'choice') return { ...named, type: 'choice', choices: choices.length > 0 ? choices : type.values.map((value) => ({ value, label: { pl: value, en: value } })) }
  if (type.kind === 'record') return { ...named, type: 'link', target: type.object }
  if (type.kind === 'list') return fieldOfType(type.of, named, choices)
  if (type.kind === 'empty') return null
  return { ...named, type: type.kind } as FieldDefinition
}

/** The value of a part, out of a whole record's value. */
export function partValue(field: FieldDefinition, value: unknown, part: string): ExprValue {
  return typeOf(field).partValue?.(value ?? null, part) ?? null
}
