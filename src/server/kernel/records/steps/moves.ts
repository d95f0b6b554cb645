/** States change only along their moves: is there one, may this person make it, and is all there that it asks for? */
import { refusal, type Refusal } from '../../../../contract/refusal.ts'
import { initialOf, isStateOf, movesFrom, type Move, type StateMachine } from '../../../../contract/states.ts'
import type { Text } from '../../../../contract/text.ts'
import type { Who } from '../../access/who.ts'
import { filledIn } from '../filled-in.ts'
import type { Layout } from '../layout.ts'
import { texts } from '../texts.ts'
import { isProgram, type Draft, type Question, type Writing } from '../writing.ts'

/** What the program writes (imports of new records, demo data, consequences, undo) may begin and end in any state. */
export function moves(writing: Writing, draft: Draft): Draft {
  const { layout, options } = writing
  const machines = layout.object.states ?? []
  if (machines.length === 0 || options.asProgram === true || isProgram(writing.ctx)) return draft
  const judged = machines.map((machine) => judge(writing, draft, machine))
  const [refused, questions] = [judged.flatMap((one) => one.refusals), judged.flatMap((one) => one.question ?? [])]
  return refused.length + questions.length === 0 ? draft : { ...draft, refusals: [...draft.refusals, ...refused], questions: [...(draft.questions ?? []), ...questions] }
}

interface Judgement {
  refusals: readonly Refusal[]
  /** What only the database can answer. */
  question?: Question
}

const fine: Judgement = { refusals: [] }

function judge(writing: Writing, draft: Draft, machine: StateMachine): Judgement {
  const { layout, options } = writing
  const [type, state] = [typeOf(layout, draft.after), text(draft.after[machine.field])]
  const isNew = draft.before === null
  const before = isNew ? initialOf(machine, type) : text(draft.before!.values[machine.field])
  const typeChanged = !isNew && typeOf(layout, draft.before!.values) !== type
  if (state === before && !(isNew || typeChanged)) return fine
  if (state !== null && !isStateOf(machine, state, type)) return { refusals: [notOfType(layout, machine, { state, type: type!, byType: state === before })] }
  if (state === before || (isNew && options.anyState === true)) return fine
  // A record from before there were states begins where a new one does; where nothing is said, anywhere.
  if (before === null && [null, state].includes(initialOf(machine, type))) return fine
  return alongMove(writing, draft, machine, { before, state, type })
}

function alongMove(writing: Writing, draft: Draft, machine: StateMachine, { before, state, type }: { before: string | null; state: string | null; type: string | null }): Judgement {
  const labels = { from: labelOf(writing.layout, machine, before), to: labelOf(writing.layout, machine, state) }
  const no = (sentence: Text): Judgement => ({ refusals: [refusal('move_not_allowed', filledIn(sentence, labels), { field: machine.field })] })
  const leading = movesFrom(machine, before, type).filter((move) => move.to === state)
  if (leading.length === 0) return no(texts.noSuchMove)
  const his = leading.filter((move) => mayMake(writing.ctx.who, move))
  if (his.length === 0) return no(texts.moveOfOthers)
  const complete = his.filter((move) => missingFor(draft, move).length === 0)
  if (complete.length === 0) return { refusals: missingFor(draft, his[0]!).map((field) => refusal('required', texts.required, { field })) }
  if (complete.some((move) => move.when === undefined)) return fine
  return { refusals: [], question: { anyOf: complete.map((move) => ({ condition: move.when!, otherwise: whyNot(machine, move) })) } }
}

/** Administrators make any move there is. */
export const mayMake = (who: Who, { roles }: Move): boolean => who.all || roles === undefined || roles.some((role) => who.roles.includes(role))

export const missingFor = ({ after }: Pick<Draft, 'after'>, { required }: Move): string[] => (required ?? []).filter((field) => isEmpty(after[field]))

export const whyNot = (machine: StateMachine, move: Move): Refusal =>
  refusal('move_condition', move.whenNot === undefined ? filledIn(texts.moveCondition, { move: move.label }) : filledIn(move.whenNot, {}), { field: machine.field })

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Said at the field that the person changed: the type, or the state. */
function notOfType(layout: Layout, machine: StateMachine, { state, type, byType }: { state: string; type: string; byType: boolean }): Refusal {
  const labels = { state: labelOf(layout, machine, state), type: labelOf(layout, { field: layout.object.typeField! }, type) }
  return refusal('state_not_of_type', filledIn(byType ? texts.typeLacksState : texts.stateNotOfType, labels), { field: byType ? layout.object.typeField! : machine.field })
}

export const typeOf = ({ object }: Layout, values: Readonly<Record<string, unknown>>): string | null => (object.typeField === undefined ? null : text(values[object.typeField]))

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function labelOf(layout: Layout, { field }: Pick<StateMachine, 'field'>, value: string | null): Text {
  const definition = layout.field(field)?.definition
  const choices = definition !== undefined && 'choices' in definition ? definition.choices : []
  return value === null ? texts.noState : (choices.find((choice) => choice.value === value)?.label ?? { pl: value, en: value })
}
