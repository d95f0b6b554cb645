import { SegmentedControl, Select } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import type { RecordRow } from '../../../../contract/records.ts'
import { useGroups, type Group } from '../../api/records.ts'
import { useCarrying, type Carried } from '../../ui/carrying.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import { useStable } from '../../ui/stable.ts'
import { MoveNeeds } from '../form/MoveNeeds.tsx'
import { nameOf } from '../name.ts'
import { boardFields, type ChoiceField, type LinkField } from '../list/boardFields.ts'
import { texts as listTexts } from '../list/texts.ts'
import type { ListOf } from '../list/useList.ts'
import { groupsRequest, keyOf, takes, useChoiceColumns, useLinkColumns, type BoardColumn, type Within } from './columns.ts'
import { Column } from './Column.tsx'
import { Ends } from './Ends.tsx'
import { Total } from './Sums.tsx'
import { texts } from './texts.ts'
import { useBoardPage } from './useBoardPage.ts'
import { endsFor, useMove } from './useMove.ts'
import style from './board.module.css'

/** Records as cards in columns by the value of a choice or by what a link leads to; a card moves by mouse, finger or keyboard. */
export function Board({ list }: { list: ListOf }) {
  const t = useText()
  const fields = boardFields(list.object)
  const on = fields.find((field) => field.name === list.shown.on) ?? fields[0]
  if (on === undefined) return <EmptyFace title={t(listTexts.board)}>{t(listTexts.noBoard)}</EmptyFace>
  return on.type === 'link' ? <ByLink key={on.name} list={list} on={on} /> : <ByChoice key={on.name} list={list} on={on} />
}

function ByChoice({ list, on }: { list: ListOf; on: ChoiceField }) {
  const groups = useGroups(list.object.name, groupsRequest(list, on, null))
  const columns = useChoiceColumns(list.object, on, groups.data?.groups ?? [])
  if (groups.isError) return <RefusedFace error={groups.error} onRetry={() => void groups.refetch()} />
  return <BoardOf list={list} on={on} columns={columns} within={null} groups={groups.data?.groups ?? []} isAsked />
}

function ByLink({ list, on }: { list: ListOf; on: LinkField }) {
  const t = useText()
  const isAsked = useBoardPage(list, on)
  const { columns, within, pending, error, again } = useLinkColumns(list, on, isAsked)
  const groups = useGroups(list.object.name, groupsRequest(list, on, within), { enabled: isAsked && !pending })
  const wrong = error ?? groups.error
  if (wrong) return <RefusedFace error={wrong} onRetry={() => (again(), void groups.refetch())} />
  const known = !pending && columns.length > 0
  return (
    <>
      <div className={style.bar}>
        {within !== null && <WithinSwitch within={within} onChoose={(id) => list.move({ in: id })} />}
        {known && <Total list={list} groups={groups.data?.groups ?? []} />}
      </div>
      {pending ? <div className={style.padded}><Waiting lines={6} /></div>
        : known ? <BoardOf key={within?.chosen.id} list={list} on={on} columns={columns} within={within} groups={groups.data?.groups ?? []} isAsked={isAsked} />
        : <EmptyFace title={t(texts.noColumns)}>{t(texts.noColumnsWhy, { what: t(on.label) })}</EmptyFace>}
    </>
  )
}

/** A few stand side by side; more of them are a list to choose from. */
function WithinSwitch({ within, onChoose }: { within: Within; onChoose(id: string): void }) {
  if (within.offered.length < 2) return null
  if (within.offered.length > 4) return <Select aria-label={within.label} data={within.offered.map(({ id, name }) => ({ value: id, label: name }))} value={within.chosen.id} allowDeselect={false} onChange={(id) => id !== null && onChoose(id)} w={240} />
  return <div className={style.within}><SegmentedControl size="xs" aria-label={within.label} data={within.offered.map(({ id, name }) => ({ value: id, label: name }))} value={within.chosen.id} onChange={onChoose} /></div>
}

interface BoardProps {
  list: ListOf
  on: ChoiceField | LinkField
  columns: readonly BoardColumn[]
  within: Within | null
  groups: readonly Group[]
  /** The whole board has been asked for: columns may ask for more by themselves. */
  isAsked: boolean
}

function BoardOf({ list, on, columns, within, groups, isAsked }: BoardProps) {
  const t = useText()
  const { object } = list
  const around = useRef<HTMLDivElement>(null)
  const move = useMove(list, on, columns)
  const [said, setSaid] = useState('')
  const places = (row: RecordRow) => [...columns.filter((column) => takes(object, on, { row, column })).map(({ key }) => key), ...endsFor(list, row).map(({ key }) => key)]
  const placeName = (key: string | null, row: RecordRow) => columns.find((one) => one.key === key)?.label ?? endsFor(list, row).map(({ key: own, move: { label } }) => (own === key ? t(label) : '')).join('')
  const tell = (step: 'lifted' | 'moved' | 'put' | 'cancelled', { what, to }: Carried<RecordRow>) => setSaid(t(texts[step], { name: nameOf(object, what), place: placeName(to, what) }))
  const fromOf = (row: RecordRow) => keyOf(row[on.name])
  const carrying = useCarrying<RecordRow>({ around, places, from: fromOf, onSay: tell, onPut: (row, to) => move.put(row, columns.find(({ key }) => key === fromOf(row))!, to) })
  const { carried } = carrying
  const begins = useMemo((): Values => (within === null ? {} : { [within.link]: within.chosen }), [within])
  const open = carried === null ? null : new Set(places(carried.what))
  const dismiss = useStable(move.dismiss)
  const { press, keys, leave } = carrying
  // Each of the acts stays the same; so does their bundle, and cards that did not change are not drawn again.
  const hands = useMemo(() => ({ press, keys, leave, dismiss }), [press, keys, leave, dismiss])
  return (
    <div className={style.frame}>
      <div ref={around} className={style.board} role="group" aria-label={t(object.plural)} tabIndex={0} data-carrying={carried?.by}>
        <span id={liftHelp} className="sd-unseen">{t(texts.help)}</span>
        {columns.map((column) => (
          <Column
            key={column.key} list={list} on={on} column={column} group={groups.find((group) => keyOf(group[on.name]) === column.key)} begins={begins} isAsked={isAsked}
            hands={hands} carriedId={carried?.what.id} isOver={carried?.to === column.key && fromOf(carried.what) !== column.key} closed={open !== null && !open.has(column.key)} refusals={move.refusals}
          />
        ))}
      </div>
      {carried !== null && <Ends ends={endsFor(list, carried.what)} over={carried.to} />}
      {carried?.by === 'pointer' && <div ref={carrying.ghost} className={style.carried} aria-hidden>{nameOf(object, carried.what)}</div>}
      <div className="sd-unseen" role="status" aria-live="assertive">{said}</div>
      {move.waiting !== null && (
        <MoveNeeds
          key={move.waiting.problem?.problem.trace} title={[move.waiting.title && t(move.waiting.title), nameOf(object, move.waiting.row)].filter(Boolean).join(': ')}
          record={{ ...move.waiting.row, ...move.waiting.values }} needs={move.waiting.needs} free={move.waiting.free} problem={move.waiting.problem} onDone={move.finish}
        />
      )}
    </div>
  )
}

export const liftHelp = 'board-lift-help'
