import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import type { RecordRow } from '../../../../contract/records.ts'
import { Go } from '../../ui/Go.tsx'
import { useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { StandOut, useStanding } from '../field/StandOut.tsx'
import type { Column } from './columns.ts'
import { columnLabel } from './columnLabel.ts'
import { GroupName } from './GroupName.tsx'
import type { Lines } from './lines.ts'
import { useLinesOnScreen } from './useLinesOnScreen.ts'
import type { ListOf } from './useList.ts'
import style from './list.module.css'

const cardHeight = 86

/** The list at phone width: name first, then the facts of the next columns on two lines. */
export function Cards({ list, lines, by }: { list: ListOf; lines: Lines; by?: string }) {
  const t = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const onScreen = useLinesOnScreen(lines, scroller, { line: cardHeight, head: 0 })
  return (
    <div ref={scroller} className={style.cards} role="list" aria-label={t(list.object.plural)} tabIndex={0}>
      <div className={style.cardsSheet} style={{ height: onScreen.height }}>
        {onScreen.items.map(({ key, index, top }) => {
          const line = lines.at(index)
          const place = { transform: `translateY(${top}px)`, height: cardHeight }
          if (line.kind === 'group') {
            const Chevron = line.open ? IconChevronDown : IconChevronRight
            return (
              <div key={key} role="listitem">
                <button type="button" className={style.cardGroup} style={place} aria-expanded={line.open} onClick={() => lines.toggle(line.key)}>
                  <Chevron size={16} aria-hidden />
                  <GroupName object={list.object} by={by!} value={line.group[by!]} /> {String(line.group.count ?? '')}
                </button>
              </div>
            )
          }
          return line.kind === 'row' && line.row !== undefined ? <Card key={key} list={list} row={line.row} place={place} /> : <div key={key} role="listitem" aria-busy className={style.cardLine} style={place} />
        })}
      </div>
    </div>
  )
}

function Card({ list, row, place }: { list: ListOf; row: RecordRow; place: React.CSSProperties }) {
  const { object, columns } = list
  const laid = list.lineColumns(row)
  const filled = (laid ?? columns).filter((column) => !column.isName && !isEmpty(row[column.path]))
  const tag = filled.find((column) => column.field.type === 'choice' || column.field.type === 'choices')
  const standing = useStanding(object.name, row, filled)
  const marked = filled.find((column) => column.path === standing?.why.at)
  const facts = filled.filter((column) => column !== tag && column !== marked)
  return (
    <div role="listitem">
      <Go href={list.shown.trash ? '#' : toRecord(object.name, row.id)} className={style.cardLine} style={place}>
        <span className={style.cardName}>
          <span>{String(row[object.nameField] ?? '') || '—'}</span>
          {tag && <FieldShow field={tag.field} value={row[tag.path]} />}
        </span>
        <Facts columns={facts.slice(0, 2)} row={row} object={object.name} />
        <Facts columns={facts.slice(2, marked === undefined ? 4 : 3)} row={row} object={object.name}>{standing && <StandOut {...standing}>{marked && <FieldShow field={marked.field} value={row[marked.path]} />}</StandOut>}</Facts>
      </Go>
    </div>
  )
}

function Facts({ columns, row, object, children }: { columns: readonly Column[]; row: RecordRow; object: string; children?: ReactNode }) {
  const t = useText()
  return (
    <span className={style.cardFacts}>
      {children}
      {columns.map((column) => (
        <span key={column.path} title={columnLabel(column, t)}>
          <FieldShow field={column.field} value={row[column.path]} at={{ object, id: row.id }} />
        </span>
      ))}
    </span>
  )
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
