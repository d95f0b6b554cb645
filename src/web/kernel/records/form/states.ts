import type { FieldDefinition, Values } from '../../../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { initialOf, isStateOf, movesFrom, type StateMachine } from '../../../../contract/states.ts'
import { typeOfRecord } from './sections.ts'

export const machineOf = (object: ObjectView, field: string): StateMachine | undefined => object.states?.find((machine) => machine.field === field)

const stateIn = (values: Values, field: string): string | null => (typeof values[field] === 'string' ? (values[field] as string) : null)

/** States that a move of this person's leads to from where the record stands, and the one it stands in. */
export function reachable(object: ObjectView, machine: StateMachine, from: Values | null, type: string | null): ReadonlySet<string> {
  const start = from === null ? initialOf(machine, type) : stateIn(from, machine.field)
  const begins = initialOf(machine, type)
  const anywhere = start === null && begins === null ? valuesOf(object, machine) : []
  const found = [...(start === null ? [begins, ...anywhere] : [start]), ...movesFrom(machine, start, type).map((move) => move.to)]
  return new Set(found.filter((state) => state !== null))
}

function valuesOf(object: ObjectView, machine: StateMachine): string[] {
  const field = object.fields.find(({ name }) => name === machine.field)
  return field?.type === 'choice' ? field.choices.map(({ value }) => value) : []
}

/** The field as it is offered here: of a state only those that moves lead to. Others keep their names, for the one that is there. */
export function offeredField<F extends FieldDefinition>(object: ObjectView, field: F, { from, values }: { from: RecordRow | null; values: Values }): F {
  const machine = field.type === 'choice' ? machineOf(object, field.name) : undefined
  if (machine === undefined || field.type !== 'choice') return field
  const type = typeOfRecord(object, values)
  const open = reachable(object, machine, from, type)
  // A state is never taken away: only a record that never had one may stay without.
  return { ...field, required: field.required === true || open.size > 0, choices: field.choices.map((choice) => (choice.value === from?.[field.name] || (open.has(choice.value) && isStateOf(machine, choice.value, type)) ? choice : { ...choice, archived: true })) }
}

/** Values of a new record with its states at their beginning; one that only stood at the beginning of another type follows the type. */
export function withInitialStates(object: ObjectView, values: Values, before: Values = {}): Values {
  const states = (object.states ?? []).flatMap((machine): [string, string][] => {
    const [was, initial] = [initialOf(machine, typeOfRecord(object, before)), initialOf(machine, typeOfRecord(object, values))]
    const state = stateIn(values, machine.field)
    return initial !== null && (state === null || state === was) ? [[machine.field, initial]] : []
  })
  return states.length === 0 ? values : { ...values, ...Object.fromEntries(states) }
}
