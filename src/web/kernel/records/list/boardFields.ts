import type { ObjectView } from '../../../../contract/records.ts'
import type { FieldView } from '../../api/metadata.ts'

export type ChoiceField = FieldView & { type: 'choice' | 'choices' }

/** Fields whose values can be columns of a board: one choice each. */
export const boardFields = (object: ObjectView): ChoiceField[] => object.fields.filter((field): field is ChoiceField => field.type === 'choice' && !field.hidden && field.choices.length <= 24)
