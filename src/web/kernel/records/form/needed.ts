import type { Values } from '../../../../contract/definition.ts'
import type { ObjectView } from '../../../../contract/records.ts'
import { fieldOf, type FieldView } from '../../api/metadata.ts'
import { isProblem } from '../../api/problem.ts'

/** Fields that a refusal names besides those that were moved, as far as this person may fill them in. */
export function neededFields(object: ObjectView, error: unknown, moved: Values): FieldView[] {
  if (!isProblem(error, 422)) return []
  const names = new Set((error.problem.fields ?? []).map((field) => field.field.split('.')[0]!))
  return [...names].filter((name) => !(name in moved)).map((name) => fieldOf(object, name)).filter((field): field is FieldView => field !== null && field.access === 'write')
}
