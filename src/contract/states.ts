/** States of a record and the moves between them: a choice field whose value changes only along its moves. */
import type { Text } from './text.ts'

export interface StateMachine {
  /** A choice field of the object: its values are the states. */
  field: string
  /** Where a new record begins when nothing else is said. */
  initial?: string
  /** States that records of a type may have; types not named may have all. */
  types?: readonly { type: string; states: readonly string[]; initial?: string }[]
  moves: readonly Move[]
}

export interface Move {
  key: string
  label: Text
  /** States it leads from; empty: from any. */
  from: readonly string[]
  to: string
  /** Types of record it is for; all when left out. */
  types?: readonly string[]
  /** Ids of roles that may make it; everyone who may change the record when left out. */
  roles?: readonly string[]
  /** Fields that must be filled for it; the form of the move asks for those that are not. */
  required?: readonly string[]
  /** Fields the form of the move offers besides; they may stay empty. */
  asks?: readonly string[]
  /** Condition over the record as it is to be. */
  when?: string
  /** Said when the condition does not hold. */
  whenNot?: Text
}

/** Moves of a record of this type that lead on from its state; one without a state yet may only make moves from any. */
export function movesFrom(machine: StateMachine, state: string | null, type: string | null): readonly Move[] {
  return machine.moves.filter((move) => {
    const leadsOn = state === move.to ? false : move.from.length === 0 || (state !== null && move.from.includes(state))
    return leadsOn && (move.types === undefined || (type !== null && move.types.includes(type))) && isStateOf(machine, move.to, type)
  })
}

/** May a record of this type be in the state at all? */
export function isStateOf(machine: StateMachine, state: string, type: string | null): boolean {
  const named = machine.types?.find((one) => one.type === type)
  return named === undefined || named.states.includes(state)
}

export const initialOf = (machine: StateMachine, type: string | null): string | null => machine.types?.find((one) => one.type === type)?.initial ?? machine.initial ?? null
