/** Types of record, states and moves: what they name must be there. */
import type { ObjectDefinition } from '../../../contract/definition.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import type { Move, StateMachine } from '../../../contract/states.ts'
import type { Text } from '../../../contract/text.ts'
import { systemFieldsOf } from './system-fields.ts'
import { faultTexts as texts } from './texts.ts'

export function stateFaults(object: ObjectDefinition): Refusal[] {
  const types = valuesOf(object, object.typeField)
  if (object.typeField !== undefined && types === null) return [fault(object, 'typeField', texts.notChoice, { name: object.typeField })]
  return (object.states ?? []).flatMap((machine, index, all) => {
    const again = all.findIndex(({ field }) => field === machine.field) < index
    return again ? [fault(object, `states.${machine.field}`, texts.statesTwice, { name: machine.field })] : machineFaults(object, machine, types ?? [])
  })
}

function machineFaults(object: ObjectDefinition, machine: StateMachine, types: readonly string[]): Refusal[] {
  const at = `states.${machine.field}`
  const states = valuesOf(object, machine.field)
  if (states === null) return [fault(object, at, texts.notChoice, { name: machine.field })]
  const unknownStates = (place: string, named: readonly (string | undefined)[]) =>
    named.filter((state) => state !== undefined && !states.includes(state)).map((state) => fault(object, place, texts.unknownState, { value: state! }))
  const unknownTypes = (place: string, named: readonly string[]) => named.filter((type) => !types.includes(type)).map((type) => fault(object, place, texts.unknownType, { value: type }))
  const keys = machine.moves.map(({ key }) => key)
  return [
    ...unknownStates(`${at}.initial`, [machine.initial]),
    ...archivedInitials(object, machine).map((state) => fault(object, `${at}.initial`, texts.initialArchived, { value: state })),
    ...(machine.types ?? []).flatMap((one) => [...unknownTypes(`${at}.types.${one.type}`, [one.type]), ...unknownStates(`${at}.types.${one.type}`, [...one.states, one.initial]), ...strayInitial(object, `${at}.types.${one.type}`, one)]),
    ...[...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map((key) => fault(object, `${at}.moves.${key}`, texts.doubledMove, { value: key })),
    ...machine.moves.flatMap((move) => {
      const place = `${at}.moves.${move.key}`
      return [...unknownStates(place, [...move.from, move.to]), ...unknownTypes(place, move.types ?? []), ...moveFaults(object, place, move)]
    }),
  ]
}

/** What is no longer offered is no beginning for new records. */
function archivedInitials(object: ObjectDefinition, { field, initial, types }: StateMachine): string[] {
  const definition = object.fields.find((one) => one.name === field)
  const archived = definition?.type === 'choice' ? definition.choices.filter((choice) => choice.archived === true).map(({ value }) => value) : []
  return archived.filter((state) => state === initial || types?.some((one) => one.initial === state) === true)
}

/** A type begins in one of its own states. */
const strayInitial = (object: ObjectDefinition, at: string, { states, initial }: { states: readonly string[]; initial?: string }): Refusal[] =>
  initial === undefined || states.includes(initial) ? [] : [fault(object, at, texts.initialNotOfType, { value: initial })]

function moveFaults(object: ObjectDefinition, at: string, { required = [], asks = [], roles }: Move): Refusal[] {
  const fields = new Set([...object.fields, ...systemFieldsOf(object)].map((field) => field.name))
  const missing = [...required, ...asks].filter((name) => !fields.has(name)).map((name) => refusal('metadata.unknown_field', texts.unknownField, { field: `${object.name}.${at}`, values: { path: name, name, object: object.name } }))
  return (roles ?? []).every((role) => typeof role === 'string' && role !== '') ? missing : [...missing, fault(object, at, texts.badRole, {})]
}

/** Values of a choice field; null: there is no such field, or it is none. */
function valuesOf(object: ObjectDefinition, name: string | undefined): string[] | null {
  const field = object.fields.find((one) => one.name === name)
  return field?.type === 'choice' ? field.choices.map(({ value }) => value) : null
}

const fault = (object: ObjectDefinition, at: string, text: Text, values: Record<string, string>): Refusal => refusal('metadata.bad_states', text, { field: `${object.name}.${at}`, values })
