import { DragDropContext, type DragStart, type DropResult } from '@hello-pangea/dnd'
import { useState } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import type { Values } from '../../../../contract/definition.ts'
import { isProblem, sentenceAt } from '../../api/problem.ts'
import { changeRecord, useGroups } from '../../api/records.ts'
import type { FieldView } from '../../api/metadata.ts'
import { EmptyFace, RefusedFace } from '../../ui/faces.tsx'
import { useLanguage, useText } from '../../ui/language.ts'
import { refused } from '../../ui/notify.tsx'
import { styleNonce } from '../../ui/theme.ts'
import { boardFields, type ChoiceField } from '../list/boardFields.ts'
import { groupWhere } from '../list/groups.ts'
import { texts } from '../list/texts.ts'
import type { ListOf } from '../list/useList.ts'
import { windowOf } from '../list/useRowWindow.ts'
import { BoardColumn } from './BoardColumn.tsx'
import { MoveNeeds } from '../form/MoveNeeds.tsx'
import { neededFields } from '../form/needed.ts'
import { sent } from '../form/saving.ts'
import { typeOfRecord } from '../form/sections.ts'
import { machineOf, reachable } from '../form/states.ts'
import { ProblemError } from '../../api/problem.ts'
import style from './board.module.css'

/** Records as cards in columns by the value of a choice; a card moves by mouse, finger or keyboard. */
export function Board({ list }: { list: ListOf }) {
  const t = useText()
  const fields = boardFields(list.object)
  const on = fields.find((field) => field.name === list.shown.on) ?? fields[0]
  if (on === undefined) return <EmptyFace title={t(texts.board)}>{t(texts.noBoard)}</EmptyFace>
  return <BoardOf key={on.name} list={list} on={on} />
}

export interface Pending {
  row: RecordRow
  values: Values
  needs: readonly FieldView[]
  problem: ProblemError
}

function BoardOf({ list, on }: { list: ListOf; on: ChoiceField }) {
  const t = useText()
  const { object, request } = list
  const measured = list.columns.find((column) => column.field.type === 'money' && !column.path.includes('.')) ?? list.columns.find((column) => column.summable && !column.path.includes('.'))
  const groups = useGroups(object.name, { by: on.name, measures: ['count', ...(measured ? [`sum(${measured.path})`] : [])].join(','), where: request.where, search: request.search, archived: request.archived })
  const move = useMove(list, on)
  if (groups.isError) return <RefusedFace error={groups.error} onRetry={() => void groups.refetch()} />
  const found = new Map((groups.data?.groups ?? []).map((group) => [(group[on.name] ?? null) as string | null, group]))
  const values: (string | null)[] = [...(found.has(null) ? [null] : []), ...on.choices.filter((choice) => !choice.archived || found.has(choice.value)).map((choice) => choice.value)]
  return (
    <DragDropContext onDragStart={move.lift} onDragEnd={move.drop} nonce={styleNonce()} dragHandleUsageInstructions={t(dragHelp)}>
      <div className={style.board} role="group" aria-label={t(object.plural)} tabIndex={0}>
        {values.map((value) => (
          <BoardColumn key={value ?? ''} list={list} on={on} value={value} group={found.get(value)} measured={measured} closed={move.lifted !== null && !accepts(list.object, on, { row: move.lifted, value })} />
        ))}
      </div>
      {move.pending !== null && <MoveNeeds key={move.pending.problem.problem.trace} title={String(move.pending.row[object.nameField] ?? '')} record={{ ...move.pending.row, ...move.pending.values }} needs={move.pending.needs} problem={move.pending.problem} onDone={move.finish} />}
    </DragDropContext>
  )
}

/** A state takes only cards that a move leads to it; the place a card comes from always takes it back. */
function accepts(object: ObjectView, on: ChoiceField, { row, value }: { row: RecordRow; value: string | null }): boolean {
  const machine = machineOf(object, on.name)
  if (machine === undefined || row[on.name] === value) return true
  return value !== null && reachable(object, machine, row, typeOfRecord(object, row)).has(value)
}

const dragHelp = {
  pl: 'Spacja podnosi kartę, strzałki ją przenoszą, Spacja odkłada, Escape odwołuje.',
  en: 'Space lifts the card, arrows move it, Space drops it, Escape cancels.',
}

export const columnKey = (value: string | null): string => value ?? 'none'

/** The card goes over at once. A refusal that asks for more fields asks the person for just these; any other puts it back and says why. */
function useMove(list: ListOf, on: ChoiceField) {
  const language = useLanguage()
  const [pending, setPending] = useState<Pending | null>(null)
  const [lifted, setLifted] = useState<RecordRow | null>(null)
  const { object, request } = list
  const rowsOf = (value: string | null) => windowOf(object.name, columnRequest(list, on, value))

  async function send(row: RecordRow, values: Values): Promise<void> {
    try {
      await changeRecord(object.name, row.id, row.version, values)
    } catch (error) {
      const needs = neededFields(list.object, error, { [on.name]: values[on.name] })
      if (needs.length > 0) return setPending({ row, values, needs, problem: error as ProblemError })
      putBack()
      refused(isProblem(error, 422) ? new ProblemError({ ...error.problem, detail: sentenceAt(error, on.name, language) }) : error)
    }
  }
  const putBack = () => {
    for (const value of [null, ...on.choices.map((choice) => choice.value)]) void rowsOf(value).renew()
  }
  function lift({ source, draggableId }: DragStart): void {
    setLifted(rowsOf(source.droppableId === 'none' ? null : source.droppableId).find(draggableId)?.row ?? null)
  }
  function drop({ source, destination, draggableId }: DropResult): void {
    if (destination === null || destination.droppableId === source.droppableId) return
    const valueOf = (key: string) => (key === 'none' ? null : key)
    const from = rowsOf(valueOf(source.droppableId))
    const found = from.find(draggableId)
    if (found === null) return
    const value = valueOf(destination.droppableId)
    from.drop(draggableId)
    rowsOf(value).put({ ...found.row, [on.name]: value }, destination.index)
    void send(found.row, { [on.name]: value })
  }
  function finish(values: Values | null): void {
    const waiting = pending
    setPending(null)
    if (values === null || waiting === null) putBack()
    else void send(waiting.row, { ...waiting.values, ...sent(object, values) })
  }
  return { pending, lifted, lift, drop: (result: DropResult) => (setLifted(null), drop(result)), finish, request }
}

export function columnRequest({ object, request }: ListOf, on: ChoiceField, value: string | null) {
  const own = groupWhere(object, on.name, value)
  return { ...request, where: request.where === undefined ? own : `(${request.where}) and ${own}`, limit: 25 }
}
