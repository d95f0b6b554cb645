import type { Values } from '../../../../contract/definition.ts'
import type { ObjectView } from '../../../../contract/records.ts'
import type { Move } from '../../../../contract/states.ts'
import { fieldOf, type FieldView } from '../../api/metadata.ts'
import { isProblem } from '../../api/problem.ts'

/** Fields that a refusal names besides those that were moved, as far as this person may fill them in. */
export function neededFields(object: ObjectView, error: unknown, moved: Values): FieldView[] {
  if (!isProblem(error, 422)) return []
  const names = new Set((error.problem.fields ?? []).map((field) => field.field.split('.')[0]!))
  return [...names].filter((name) => !(name in moved)).map((name) => fieldOf(object, name)).filter((field): field is FieldView => field !== null && field.access === 'write')
}

/** What the form of a move shows before the server is asked: what it needs and is empty, and what it offers besides. Nothing, where nothing is asked. */
export function asked(object: ObjectView, { required = [], asks = [] }: Pick<Move, 'required' | 'asks'>, record: Values): { needs: FieldView[]; free: string[] } {
  const isEmpty = (name: string) => record[name] === null || record[name] === undefined || record[name] === ''
  const free = asks.filter((name) => !required.includes(name))
  const needs = [...required.filter(isEmpty), ...free].map((name) => fieldOf(object, name)).filter((field): field is FieldView => field !== null && field.access === 'write')
  return { needs, free }
}
