import type { ChoiceValue, FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import type { Move, StateMachine } from '../../../contract/states.ts'
import { shapedFields } from '../model.ts'
import { nameFrom } from '../parts/names.ts'
import type { Teller } from '../../kernel/ui/language.ts'
import { whole } from '../../kernel/shaping/whole.ts'

/** An object may have several fields with states: of the sale, and of its payment. */
export interface Shape {
  typeField: string | null
  machines: readonly StateMachine[]
}

export const shapeOf = (object: ObjectDefinition): Shape => ({ typeField: object.typeField ?? null, machines: object.states ?? [] })

export type ChoiceField = FieldDefinition & { choices: readonly ChoiceValue[] }
export const choiceFields = (object: ObjectDefinition): ChoiceField[] => shapedFields(object).filter((field) => field.type === 'choice' && field.hidden !== true) as unknown as ChoiceField[]
export const asData = (fields: readonly ChoiceField[], t: Teller): { value: string; label: string }[] => fields.map(({ name, label }) => ({ value: name, label: t(label) }))
export const currentValues = (field: ChoiceField | undefined): readonly ChoiceValue[] => field?.choices.filter((choice) => choice.archived !== true) ?? []

/** What a field's states begin as: in the order of its values, from the first one on. */
export const freshMachine = (field: ChoiceField): StateMachine => {
  const states = currentValues(field)
  return { field: field.name, ...(states[0] === undefined ? {} : { initial: states[0].value }), moves: movesInOrder(states) }
}

export const freshMove = (states: readonly ChoiceValue[]): Move => ({ key: '', label: { pl: '', en: '' }, from: [], to: states.at(-1)?.value ?? '' })

/** From each state to the next one. */
export const movesInOrder = (states: readonly ChoiceValue[]): Move[] => states.slice(1).map(({ value, label }, at) => ({ key: value, label, from: [states[at]!.value], to: value }))

/** One move to each state from any other: forbids nothing. */
export const everyMove = (states: readonly ChoiceValue[]): Move[] => states.map(({ value, label }) => ({ key: value, label, from: [], to: value }))

/** As it is sent: each move with a key of its own, and nothing empty. */
export const settledShape = ({ typeField, machines }: Shape) => ({ typeField, states: machines.map((machine) => ({ ...machine, moves: withKeys(machine.moves) })) })

function withKeys(moves: readonly Move[]): Move[] {
  const keys: string[] = moves.map(({ key }) => key).filter((key) => key !== '')
  return moves.map((move) => {
    const label = whole(move.label) ?? { pl: move.to, en: move.to }
    const key = move.key || nameFrom(label.en, keys) || nameFrom(`move ${keys.length + 1}`, keys)
    keys.push(key)
    const said = Object.entries({ ...move, key, label, whenNot: whole(move.whenNot) }).filter(([name, value]) => value !== undefined && value !== '' && (name === 'from' || !Array.isArray(value) || value.length > 0))
    return Object.fromEntries(said) as unknown as Move
  })
}
