import type { ObjectView } from '../../../../contract/records.ts'
import { fieldOf, type FieldView } from '../../api/metadata.ts'

export type ChoiceField = FieldView & { type: 'choice' | 'choices' }
export type LinkField = FieldView & { type: 'link' }

/** Fields whose values can be columns of a board: the link a board was declared with, then choices, states first, for a board is mostly of these. */
export function boardFields(object: ObjectView): (ChoiceField | LinkField)[] {
  const states = new Set(object.states?.map((machine) => machine.field))
  const fields = object.fields.filter((field): field is ChoiceField => field.type === 'choice' && !field.hidden && field.choices.length <= 24)
  const link = object.board === undefined ? null : fieldOf(object, object.board.by)
  return [...(link?.type === 'link' ? [link as LinkField] : []), ...fields.filter(({ name }) => states.has(name)), ...fields.filter(({ name }) => !states.has(name))]
}
