import { Skeleton, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { memo, useEffect, type UIEvent } from 'react'
import type { Values } from '../../../../contract/definition.ts'
import { Tag } from '../../../../fields/tag.tsx'
import type { Group } from '../../api/records.ts'
import { createNew } from '../../shell/create.ts'
import { RefusedFace } from '../../ui/faces.tsx'
import { useText } from '../../ui/language.ts'
import type { ChoiceField, LinkField } from '../list/boardFields.ts'
import { texts } from '../list/texts.ts'
import type { ListOf } from '../list/useList.ts'
import { useRowWindow } from '../list/useRowWindow.ts'
import { Card, type Hands } from './Card.tsx'
import { cardsRequest, mayBegin, type BoardColumn } from './columns.ts'
import { Sum } from './Sums.tsx'
import style from './board.module.css'

interface ColumnProps {
  list: ListOf
  on: ChoiceField | LinkField
  column: BoardColumn
  group: Group | undefined
  /** What a record made here begins with, besides its column. */
  begins: Values
  /** The whole board has been asked for; before that its first page is on the way. */
  isAsked: boolean
  hands: Hands
  carriedId: string | undefined
  isOver: boolean
  /** The lifted card may not be put here. */
  closed: boolean
  refusals: Readonly<Record<string, string>>
}

/** One value of the field: its count, its sum, its cards. While a card is carried only the columns it comes over are drawn anew. */
export const Column = memo(ColumnOf)

function ColumnOf(props: ColumnProps) {
  const { list, on, column, closed, isOver } = props
  const t = useText()
  const begin = () => void createNew(list.object.name, { ...props.begins, ...(column.value === null ? {} : { [on.name]: column.shown }) })
  return (
    <section className={style.column} data-closed={closed || undefined} data-over={isOver || undefined} data-drop={column.key} aria-label={column.label}>
      <header className={style.columnHead}>
        <h2 className={style.columnName}>{column.color === undefined ? column.label : <Tag color={column.color}>{column.label}</Tag>}</h2>
        <Sum list={list} group={props.group} />
      </header>
      <CardList {...props} />
      {list.object.can.create && mayBegin(list.object, on, column) && (
        <UnstyledButton className={style.add} onClick={begin}>
          <IconPlus size={14} stroke={1.8} aria-hidden /> {t(texts.addCard)}
        </UnstyledButton>
      )}
    </section>
  )
}

/** The cards, loaded as one scrolls down. */
function CardList({ list, on, column, isAsked, hands, carriedId, refusals }: ColumnProps) {
  const rows = useRowWindow(list.object.name, cardsRequest(list, on, column))
  const face = rows.face()
  const fixed = on.access !== 'write' || on.readOnly === true
  useEffect(() => {
    if (face === 'waiting' && isAsked) rows.reach(0, 0)
  }, [face, rows, isAsked])
  const scroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent<HTMLUListElement>) => {
    if (scrollTop + clientHeight > scrollHeight - 600) rows.reach(Math.max(0, rows.size() - 1), rows.size())
  }
  if (face === 'refused') return <RefusedFace error={rows.error()} onRetry={() => void rows.renew()} />
  return (
    <ul className={style.cards} onScroll={scroll} aria-busy={face === 'waiting'}>
      {face === 'waiting' && [0, 1, 2].map((one) => <li key={one}><Skeleton height={92} radius="lg" /></li>)}
      {Array.from({ length: rows.size() }, (_, index) => {
        const row = rows.row(index)
        return row === undefined ? null : <Card key={row.id} list={list} on={on.name} row={row} hands={fixed ? null : hands} lifted={carriedId === row.id} refusal={refusals[row.id]} />
      })}
    </ul>
  )
}
