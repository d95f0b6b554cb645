import type { ReactNode } from 'react'
import { memo } from 'react'
import { CellInput } from './CellInput.tsx'
import type { CellInputProps, SheetActs, SheetColumn } from './columns.ts'
import { isWithin, type Block } from './place.ts'
import type { Editing, SheetState } from './useSheet.ts'
import style from './sheet.module.css'

interface SheetRowProps<Row> {
  row: Row
  index: number
  start: number
  measure(element: Element | null): void
  columns: readonly SheetColumn<Row>[]
  spanOf(row: Row, column: number): number
  look: string | undefined
  block: Block | null
  activeColumn: number | null
  editing: Editing | null
  sheet: SheetState<Row>
  typing: SheetActs['typing']
  cellId(row: number, column: number): string
  below: ReactNode
  /** What its cells show beyond the row itself: when this and the row are as they were, it is not drawn again. */
  stamp: string | undefined
}

function RowOfSheet<Row>({ row, index, start, measure, columns, spanOf, look, block, activeColumn, editing, sheet, typing, cellId, below }: SheetRowProps<Row>) {
  return (
    <div ref={measure} data-index={index} className={style.line} data-look={look} style={{ transform: `translateY(${start}px)` }}>
      <div role="row" aria-rowindex={index + 2} className={style.row}>
        {columns.map((column, at) => {
          const span = spanOf(row, at)
          if (span === 0) return null
          const isEdited = editing?.column === at
          return (
            <div key={column.key} id={cellId(index, at)} role="gridcell" aria-colindex={at + 1} aria-colspan={span === 1 ? undefined : span} aria-selected={activeColumn === at} aria-readonly={!column.mayEdit(row) || undefined} className={style.cell} data-cell={`${index},${at}`} data-align={column.align} data-pinned={column.pinned} data-active={activeColumn === at || undefined}
              data-within={(block !== null && isWithin(block, { row: index, column: at })) || undefined} data-editing={isEdited || undefined} style={span === 1 ? undefined : { gridColumn: `span ${span}` }}>
              {isEdited ? inputOf(column, { row, label: column.label, text: editing.text, typed: editing.typed, onType: (text) => typing?.({ row: index, column: column.key, text }), onDone: sheet.finish, onCancel: sheet.cancel }) : column.show(row)}
            </div>
          )
        })}
      </div>
      {below}
    </div>
  )
}

const drawnBy = ['row', 'index', 'start', 'look', 'activeColumn', 'stamp'] as const

// Of many rows on the screen a keystroke changes one or two, and the sums of as many.
function isSame<Row>(before: SheetRowProps<Row>, now: SheetRowProps<Row>): boolean {
  return now.stamp !== undefined && now.editing === null && before.editing === null && now.columns.length === before.columns.length && drawnBy.every((name) => before[name] === now[name]) && blockKey(before.block) === blockKey(now.block)
}
const blockKey = (block: Block | null): string => (block === null ? '' : `${block.left} ${block.right}`)

export const SheetRow = memo(RowOfSheet, isSame) as typeof RowOfSheet

const inputOf = <Row,>(column: SheetColumn<Row>, props: CellInputProps<Row>): ReactNode => column.input?.(props) ?? <CellInput {...props} />
