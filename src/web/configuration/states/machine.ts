import type { ChoiceValue, FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import type { Move, StateMachine } from '../../../contract/states.ts'
import { shapedFields } from '../model.ts'
import { nameFrom } from '../parts/names.ts'
import { whole } from '../../kernel/shaping/whole.ts'

export interface Shape {
  typeField: string | null
  machine: StateMachine | null
}

/** The screens shape one machine of states; an object of the program may have more, which stay as they are. */
export const shapeOf = (object: ObjectDefinition): Shape => ({ typeField: object.typeField ?? null, machine: object.states?.[0] ?? null })

export type ChoiceField = FieldDefinition & { choices: readonly ChoiceValue[] }
export const choiceFields = (object: ObjectDefinition): ChoiceField[] => shapedFields(object).filter((field) => field.type === 'choice' && field.hidden !== true) as unknown as ChoiceField[]
export const currentValues = (field: ChoiceField | undefined): readonly ChoiceValue[] => field?.choices.filter((choice) => choice.archived !== true) ?? []

export const freshMove = (states: readonly ChoiceValue[]): Move => ({ key: '', label: { pl: '', en: '' }, from: [], to: states.at(-1)?.value ?? '' })

/** One move to each state from any other: a beginning that forbids nothing. */
export const everyMove = (states: readonly ChoiceValue[]): Move[] => states.map(({ value, label }) => ({ key: value, label, from: [], to: value }))

/** As it is sent: each move with a key of its own, and nothing empty. */
export function settledShape({ typeField, machine }: Shape, object: ObjectDefinition) {
  const others = object.states?.slice(1) ?? []
  const states = machine === null ? others : [{ ...machine, moves: withKeys(machine.moves) }, ...others]
  return { typeField, states }
}

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
