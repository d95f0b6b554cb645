import { CloseButton } from '@mantine/core'
import { memo, type KeyboardEvent, type PointerEvent } from 'react'
import type { RecordRow } from '../../../../contract/records.ts'
import { useMetadata } from '../../api/metadata.ts'
import { Go } from '../../ui/Go.tsx'
import { useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { common } from '../../ui/texts.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { StandOut, useStanding } from '../field/StandOut.tsx'
import { columnLabel } from '../list/columnLabel.ts'
import { columnsOf, type Column } from '../list/columns.ts'
import type { ListOf } from '../list/useList.ts'
import { liftHelp } from './Board.tsx'
import { Marks } from './Marks.tsx'
import { texts } from './texts.ts'
import style from './board.module.css'

/** What can be done to cards; the same at every drawing. */
export interface Hands {
  press(event: PointerEvent, row: RecordRow): void
  keys(event: KeyboardEvent, row: RecordRow): void
  leave(): void
  dismiss(id: string): void
}

interface CardProps {
  list: ListOf
  on: string
  row: RecordRow
  /** null: cards stay where they are. */
  hands: Hands | null
  lifted: boolean
  refusal: string | undefined
}

/** The card is one link that can also be lifted: a link inside a handle would be two things in one place. Columns of many cards draw only those that changed. */
export const Card = memo(CardOf, (before, now) => before.row === now.row && before.lifted === now.lifted && before.refusal === now.refusal && before.list.object === now.list.object && before.list.columns === now.list.columns && before.hands === now.hands)

function CardOf({ list, on, row, hands, lifted, refusal }: CardProps) {
  const t = useText()
  const { object } = list
  const facts = useFacts(list, on, row)
  const standing = useStanding(object.name, row, facts)
  return (
    <li className={style.card} data-lifted={lifted || undefined} data-refused={refusal !== undefined || undefined}>
      <Go
        href={toRecord(object.name, row.id)} draggable={false} className={style.cardLink} aria-describedby={hands === null ? undefined : liftHelp}
        onPointerDown={hands === null ? undefined : (event) => hands.press(event, row)} onKeyDown={hands === null ? undefined : (event) => hands.keys(event, row)} onBlur={hands?.leave}
      >
        <span className={style.cardName}>{String(row[object.nameField] ?? '') || '—'}</span>
        {facts.map((column) => (
          <div key={column.path} className={style.fact} data-figure={column.summable || undefined} title={columnLabel(column, t)}>
            {standing?.why.at === column.path ? <StandOut {...standing}><FieldShow field={column.field} value={row[column.path]} /></StandOut> : <FieldShow field={column.field} value={row[column.path]} at={{ object: object.name, id: row.id }} />}
          </div>
        ))}
        {standing?.why.at === null && <div className={style.fact}><StandOut {...standing} /></div>}
        {object.board?.by === on && <Marks object={object} row={row} />}
      </Go>
      {refusal !== undefined && (
        <div className={style.refusal} role="alert">
          <span><strong>{t(texts.refused)}.</strong> {refusal}</span>
          <CloseButton size="xs" aria-label={t(common.close)} onClick={() => hands?.dismiss(row.id)} />
        </div>
      )}
    </li>
  )
}

/** A layout published for cards says what they tell; else the board's declaration, else the first columns of the list. */
function useFacts(list: ListOf, on: string, row: RecordRow): readonly Column[] {
  const metadata = useMetadata()
  const { object } = list
  const isTold = (column: Column) => !column.isName && !isEmpty(row[column.path])
  const laid = list.cardColumns(row)
  if (laid !== null) return laid.filter(isTold)
  if (object.board?.by === on) return columnsOf(metadata, object.name, object.board.card, {}).filter(isTold)
  return list.columns.filter((column) => column.path !== on && !isIdentifier(column) && isTold(column)).slice(0, 4)
}

/** Tax numbers tell little on a card. */
const isIdentifier = ({ field }: Column) => 'pattern' in field && field.pattern !== undefined
const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
