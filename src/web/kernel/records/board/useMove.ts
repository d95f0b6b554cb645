import { useState } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import type { RecordRow } from '../../../../contract/records.ts'
import type { Text } from '../../../../contract/text.ts'
import type { Move } from '../../../../contract/states.ts'
import { movesFrom } from '../../../../contract/states.ts'
import { fieldOf, type FieldView } from '../../api/metadata.ts'
import { isProblem, sentenceAt, type ProblemError } from '../../api/problem.ts'
import { changeRecord } from '../../api/records.ts'
import { useLanguage } from '../../ui/language.ts'
import { asked, neededFields } from '../form/needed.ts'
import { sent } from '../form/saving.ts'
import { typeOfRecord } from '../form/sections.ts'
import { machineOf } from '../form/states.ts'
import type { ChoiceField, LinkField } from '../list/boardFields.ts'
import type { ListOf } from '../list/useList.ts'
import { windowOf } from '../list/useRowWindow.ts'
import { cardsRequest, type BoardColumn } from './columns.ts'

/** A move that waits for what it needs. */
export interface Waiting {
  row: RecordRow
  /** Of the move; of a card that only changes its column there is none. */
  title: Text | null
  values: Values
  needs: readonly FieldView[]
  /** Those of the needs that may stay empty. */
  free: readonly string[]
  problem: ProblemError | null
}

/** Moves that end what a card stands for: won, lost. Each is a place to put it. */
export function endsFor({ object }: ListOf, row: RecordRow): { key: string; field: string; move: Move }[] {
  const machine = object.board?.ends === undefined ? undefined : machineOf(object, object.board.ends)
  if (machine === undefined || fieldOf(object, machine.field)?.access !== 'write') return []
  const state = typeof row[machine.field] === 'string' ? (row[machine.field] as string) : null
  return movesFrom(machine, state, typeOfRecord(object, row)).map((move) => ({ key: `move ${move.key}`, field: machine.field, move }))
}

/** The card goes over at once. A refusal that asks for more asks the person for just that; any other puts the card back and is said at it. */
export function useMove(list: ListOf, on: ChoiceField | LinkField, columns: readonly BoardColumn[]) {
  const language = useLanguage()
  const { object } = list
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({})
  const rowsOf = (column: BoardColumn) => windowOf(object.name, cardsRequest(list, on, column))
  const putBack = () => columns.forEach((column) => void rowsOf(column).renew())
  const say = (id: string, sentence: string | null) => setRefusals(({ [id]: _, ...others }) => (sentence === null ? others : { ...others, [id]: sentence }))

  async function send(row: RecordRow, values: Values, begun: Pick<Waiting, 'title' | 'free'>): Promise<void> {
    try {
      await changeRecord(object.name, row.id, row.version, values)
    } catch (error) {
      const needs = neededFields(object, error, Object.fromEntries(Object.entries(values).filter(([name]) => name === on.name || name === object.board?.ends)))
      if (needs.length > 0) return setWaiting({ ...begun, row, values, needs, problem: error as ProblemError })
      putBack()
      say(row.id, sentenceAt(error, isProblem(error, 422) ? on.name : '', language))
    }
  }
  function put(row: RecordRow, from: BoardColumn, to: string): void {
    say(row.id, null)
    const end = endsFor(list, row).find(({ key }) => key === to)
    const column = columns.find(({ key }) => key === to)
    if (end !== undefined) return finishWith(row, end)
    if (column === undefined) return
    rowsOf(from).drop(row.id)
    rowsOf(column).put({ ...row, [on.name]: column.shown }, 0)
    void send(row, { [on.name]: column.value }, { title: null, free: [] })
  }
  function finishWith(row: RecordRow, { field, move }: { field: string; move: Move }): void {
    const { needs, free } = asked(object, move, row)
    const begun = { title: move.label, free }
    if (needs.length > 0) setWaiting({ ...begun, row, values: { [field]: move.to }, needs, problem: null })
    else void send(row, { [field]: move.to }, begun)
  }
  function finish(values: Values | null): void {
    setWaiting(null)
    if (values === null || waiting === null) putBack()
    else void send(waiting.row, { ...waiting.values, ...sent(object, values) }, waiting)
  }
  return { waiting, refusals, put, finish, dismiss: (id: string) => say(id, null) }
}
