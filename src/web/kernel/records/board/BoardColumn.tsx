import { Draggable, Droppable } from '@hello-pangea/dnd'
import { Skeleton, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, type UIEvent } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { Tag } from '../../../../fields/tag.tsx'
import type { Group } from '../../api/records.ts'
import { createNew } from '../../shell/create.ts'
import { Go } from '../../ui/Go.tsx'
import { useLanguage, useText } from '../../ui/language.ts'
import { countText } from '../../ui/number.ts'
import { toRecord } from '../../ui/links.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { machineOf, reachable } from '../form/states.ts'
import type { ChoiceField } from '../list/boardFields.ts'
import type { Column } from '../list/columns.ts'
import { columnLabel } from '../list/columnLabel.ts'
import { Measure } from '../list/Measure.tsx'
import { texts } from '../list/texts.ts'
import type { ListOf } from '../list/useList.ts'
import { useRowWindow } from '../list/useRowWindow.ts'
import { columnKey, columnRequest } from './Board.tsx'
import style from './board.module.css'

interface ColumnProps {
  list: ListOf
  on: ChoiceField
  value: string | null
  group: Group | undefined
  measured: Column | undefined
  /** The lifted card may not be put here. */
  closed: boolean
}

/** One value of the choice: its count, its sum, its cards. */
export function BoardColumn(props: ColumnProps) {
  const { list, on, value } = props
  const t = useText()
  const choice = on.choices.find((one) => one.value === value)
  const label = choice === undefined ? t(texts.noValue) : t(choice.label)
  return (
    <section className={style.column} data-closed={props.closed || undefined} aria-label={label}>
      <header className={style.columnHead}>
        <h2 className={style.columnName}>{choice?.color ? <Tag color={choice.color}>{label}</Tag> : label}</h2>
        <Sum {...props} />
      </header>
      <CardList {...props} />
      {list.object.can.create && mayBegin(list.object, on, value) && (
        <UnstyledButton className={style.add} onClick={() => void createNew(list.object.name, value === null ? {} : { [on.name]: value })}>
          <IconPlus size={14} stroke={1.8} aria-hidden /> {t(texts.addCard)}
        </UnstyledButton>
      )}
    </section>
  )
}

/** A new record begins in its first state, or in one that a move leads to from there. */
function mayBegin(object: ObjectView, on: ChoiceField, value: string | null): boolean {
  const machine = machineOf(object, on.name)
  const types = [null, ...(machine?.types ?? []).map(({ type }) => type)]
  return machine === undefined || (value !== null && types.some((type) => reachable(object, machine, null, type).has(value)))
}

function Sum({ group, measured }: ColumnProps) {
  const language = useLanguage()
  return (
    <span className={style.columnSum}>
      {countText(Number(group?.count ?? 0), language)}
      {measured !== undefined && group !== undefined && <> · <Measure column={measured} value={group[`sum_${measured.path}`]} whole /></>}
    </span>
  )
}

/** The cards, loaded as one scrolls down. */
function CardList({ list, on, value, closed }: ColumnProps) {
  const rows = useRowWindow(list.object.name, columnRequest(list, on, value))
  const waiting = rows.face() === 'waiting'
  const fixed = on.access !== 'write' || on.readOnly === true
  useEffect(() => {
    if (waiting) rows.reach(0, 0)
  }, [waiting, rows])
  const scroll = (event: UIEvent<HTMLDivElement>) => {
    const { scrollTop, clientHeight, scrollHeight } = event.currentTarget
    if (scrollTop + clientHeight > scrollHeight - 400) rows.reach(Math.max(0, rows.size() - 1), rows.size())
  }
  return (
    <Droppable droppableId={columnKey(value)} isDropDisabled={fixed || closed}>
      {(drop, at) => (
        <div ref={drop.innerRef} {...drop.droppableProps} className={style.cards} data-over={at.isDraggingOver || undefined} onScroll={scroll}>
          {waiting && [0, 1, 2].map((one) => <Skeleton key={one} height={92} radius="lg" />)}
          {Array.from({ length: rows.size() }, (_, index) => {
            const row = rows.row(index)
            return row === undefined ? null : <Card key={row.id} list={list} on={on} row={row} index={index} fixed={fixed} />
          })}
          {drop.placeholder}
        </div>
      )}
    </Droppable>
  )
}

function Card({ list, on, row, index, fixed }: { list: ListOf; on: ChoiceField; row: RecordRow; index: number; fixed: boolean }) {
  const { object, columns } = list
  const isTold = (column: Column) => !column.isName && !isEmpty(row[column.path])
  const facts = list.cardColumns(row)?.filter(isTold) ?? columns.filter((column) => column.path !== on.name && !isIdentifier(column) && isTold(column)).slice(0, 4)
  return (
    <Draggable draggableId={row.id} index={index} isDragDisabled={fixed}>
      {(drag, at) => (
        // The card is one link that can also be lifted: a link inside a handle would be two things in one place.
        <Go
          href={toRecord(object.name, row.id)} ref={drag.innerRef} {...drag.draggableProps} {...drag.dragHandleProps} role={undefined} draggable={false}
          className={style.card} data-lifted={at.isDragging || undefined} style={drag.draggableProps.style as React.CSSProperties}
        >
          <span className={style.cardName}>{String(row[object.nameField] ?? '') || '—'}</span>
          {facts.map((column) => (
            <Fact key={column.path} column={column} row={row} object={object.name} />
          ))}
        </Go>
      )}
    </Draggable>
  )
}

function Fact({ column, row, object }: { column: Column; row: RecordRow; object: string }) {
  const t = useText()
  return (
    <div className={style.fact} data-figure={column.summable || undefined} title={columnLabel(column, t)}>
      <FieldShow field={column.field} value={row[column.path]} at={{ object, id: row.id }} />
    </div>
  )
}

/** Tax numbers tell little on a card. */
const isIdentifier = ({ field }: Column) => 'pattern' in field && field.pattern !== undefined
const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
