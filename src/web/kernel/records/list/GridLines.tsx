import { Skeleton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo, type MouseEvent } from 'react'
import type { RecordRow } from '../../../../contract/records.ts'
import { useLanguage, useText } from '../../ui/language.ts'
import { countText } from '../../ui/number.ts'
import { toRecord } from '../../ui/links.ts'
import { FieldShow } from '../field/FieldShow.tsx'
import { StandOut, useStanding, type Standing } from '../field/StandOut.tsx'
import type { Column } from './columns.ts'
import { GroupName } from './GroupName.tsx'
import { cellId } from './gridIds.ts'
import type { Line } from './lines.ts'
import { Measure } from './Measure.tsx'
import { texts } from './texts.ts'
import type { CellRefusal } from './useCellEditing.ts'
import type { ListOf } from './useList.ts'
import style from './grid.module.css'

interface RowProps {
  top: number
  index: number
  row: RecordRow
  object: string
  columns: readonly Column[]
  chosen: boolean
  peeked: boolean
  /** -1: the current cell is in another row. */
  currentColumn: number
  refusal: CellRefusal | null
  trash: boolean
  /** Only its name, while one flies past. */
  light: boolean
  onCurrent(cell: { line: number; column: number }): void
  onChoose(line: number, id: string, chosen: boolean, range: boolean): void
  onOpen(id: string): void
  onEdit(line: number, column: Column): void
}

/** One record. Drawn again only when something of it changed, so its callbacks must be stable. */
export const RowLine = memo(RowLineOf)

function RowLineOf(props: RowProps) {
  const { top, index, row, columns, chosen, peeked, currentColumn } = props
  const t = useText()
  const name = nameOf(row, columns)
  const standing = useStanding(props.object, row, columns)
  return (
    <div
      className={style.row} style={{ transform: `translateY(${top}px)` }} role="row" aria-rowindex={index + 2} aria-selected={chosen}
      data-chosen={chosen || undefined} data-peeked={peeked || undefined} data-current={currentColumn >= 0 || undefined}
    >
      <div className={style.check} role="gridcell" onClick={(event) => props.onChoose(index, row.id, !chosen, event.shiftKey)}>
        <span role="checkbox" aria-checked={chosen} className={style.box} aria-label={t(texts.chooseRow, { name })} />
      </div>
      {(props.light ? columns.filter((column) => column.isName) : columns).map((column) => (
        <Cell key={column.path} {...props} standing={standing} column={column} place={columns.indexOf(column)} current={columns.indexOf(column) === currentColumn} />
      ))}
    </div>
  )
}

const nameOf = (row: RecordRow, columns: readonly Column[]) => String(row[columns.find((column) => column.isName)?.path ?? 'name'] ?? row.id)

function Cell({ column, place, current, row, object, index, refusal, trash, light, onCurrent, onOpen, onEdit, standing }: RowProps & { column: Column; place: number; current: boolean; standing: Standing | null }) {
  const wrong = refusal?.path === column.path ? refusal.why : undefined
  const click = (event: MouseEvent) => {
    if (event.defaultPrevented) return
    onCurrent({ line: index, column: place })
    if (column.isName && !trash) follow(event, () => onOpen(row.id))
  }
  return (
    <div
      id={cellId(row.id, column.path)} role="gridcell" aria-colindex={place + 2} className={style.cell} data-right={column.align === 'right' || undefined} style={light ? { gridColumn: place + 2 } : undefined} data-current={current || undefined} data-wrong={wrong !== undefined || undefined}
      aria-invalid={wrong !== undefined || undefined} title={wrong} onClick={click} onDoubleClick={() => column.editable && !trash && onEdit(index, column)}
    >
      {column.isName ? (
        <a className={style.name} href={trash ? undefined : toRecord(object, row.id)} tabIndex={-1} draggable={false}>
          {String(row[column.path] ?? '') || '—'}
        </a>
      ) : (
        <Value column={column} row={row} object={object} standing={standing} />
      )}
      {column.isName && standing?.why.at === null && <span className={style.standing}><StandOut {...standing} /></span>}
    </div>
  )
}

function Value({ column, row, object, standing }: Pick<RowProps, 'row' | 'object'> & { column: Column; standing: Standing | null }) {
  const value = <FieldShow field={column.field} value={row[column.path]} at={{ object, id: row.id }} />
  return standing?.why.at === column.path ? <StandOut {...standing} brief>{value}</StandOut> : value
}

/** A plain click on the name opens here; with a key held, the browser opens its tab. */
function follow(event: MouseEvent, open: () => void): void {
  if (!(event.target instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  open()
}

export function WaitLine({ top, columns }: { top: number; columns: readonly Column[] }) {
  return (
    <div className={style.row} style={{ transform: `translateY(${top}px)` }} role="row" aria-busy>
      <div className={style.check} role="gridcell" />
      {columns.map((column, place) => (
        <div key={column.path} className={style.cell} role="gridcell">
          <Skeleton height={10} width={`${60 - ((place * 17) % 30)}%`} radius="xs" animate={false} />
        </div>
      ))}
    </div>
  )
}

interface GroupLineProps {
  top: number
  line: Extract<Line, { kind: 'group' }>
  list: ListOf
  columns: readonly Column[]
  by: string
  current: boolean
  onToggle(key: string): void
}
export function GroupLine({ top, line, list, columns, by, current, onToggle }: GroupLineProps) {
  const language = useLanguage()
  const Chevron = line.open ? IconChevronDown : IconChevronRight
  const first = columns.findIndex((column) => column.summable)
  return (
    <div className={style.groupLine} style={{ transform: `translateY(${top}px)` }} role="row" data-current={current || undefined}>
      <div role="gridcell" className={style.groupCell} style={{ gridColumn: `1 / ${first === -1 ? -1 : first + 2}` }}>
        <button type="button" className={style.groupButton} aria-expanded={line.open} onClick={() => onToggle(line.key)}>
          <Chevron size={15} stroke={1.8} aria-hidden />
          <GroupName object={list.object} by={by} value={line.group[by]} />
          <span className={style.groupCount}>{countText(Number(line.group.count ?? 0), language)}</span>
        </button>
      </div>
      {columns.map((column, place) =>
        column.summable ? (
          <div key={column.path} role="gridcell" className={style.groupSum} style={{ gridColumn: `${place + 2}` }}>
            <Measure column={column} value={line.group[`sum_${column.path}`]} whole />
          </div>
        ) : null,
      )}
    </div>
  )
}
