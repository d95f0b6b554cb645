import type { ObjectView } from '../../../../contract/records.ts'
import type { FieldView } from '../../api/metadata.ts'

export type ChoiceField = FieldView & { type: 'choice' | 'choices' }

/** Fields whose values can be columns of a board, one choice each; states first, for a board is mostly of these. */
export function boardFields(object: ObjectView): ChoiceField[] {
  const states = new Set(object.states?.map((machine) => machine.field))
  const fields = object.fields.filter((field): field is ChoiceField => field.type === 'choice' && !field.hidden && field.choices.length <= 24)
  return [...fields.filter(({ name }) => states.has(name)), ...fields.filter(({ name }) => !states.has(name))]
}
