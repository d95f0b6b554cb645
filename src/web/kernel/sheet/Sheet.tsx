import { useVirtualizer } from '@tanstack/react-virtual'
import type { PointerEvent, ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import { useStable } from '../ui/stable.ts'
import type { SheetActs, SheetColumn } from './columns.ts'
import { at, blockOf, type Block } from './place.ts'
import { SheetRow } from './SheetRow.tsx'
import { useSheet } from './useSheet.ts'
import style from './sheet.module.css'

interface SheetProps<Row> {
  label: string
  columns: readonly SheetColumn<Row>[]
  rows: readonly Row[]
  keyOf(row: Row): string
  spanOf?(row: Row, column: number): number
  /** How a row looks: its place in the room's own style sheet. */
  lookOf?(row: Row): string | undefined
  isLocked?: boolean
  startAt?: number
  acts: SheetActs
  /** What the cells of a row show beyond the row itself, in a word; rows for which it stays are not drawn again. */
  stampOf?(row: Row): string
  /** What a row has to say below its cells: its description. */
  below?(row: Row): ReactNode
  foot?: ReactNode
  /** The key of a row that was just put in from outside: one goes there and writes. */
  begun?: string | null
  onActive?(row: Row | undefined): void
}

const oneColumn = (): number => 1
const rowHeight = 33

/** A table worked on as in a spreadsheet, by keyboard, with only those rows drawn that are on the screen. */
export function Sheet<Row>({ label, columns, rows, keyOf, spanOf = oneColumn, lookOf, stampOf, isLocked = false, startAt = 0, acts, below, foot, begun = null, onActive }: SheetProps<Row>) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const sheet = useSheet({ rows, columns, spanOf, isLocked, acts, startAt })
  const { active, editing } = sheet
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 6, getItemKey: (index) => keyOf(rows[index]!), scrollPaddingStart: rowHeight })
  const show = useStable(() => {
    virtual.scrollToIndex(active.row, { align: 'auto' })
    onActive?.(rows[active.row])
  })
  useEffect(() => show(), [active.row, active.column, show])
  const begin = useStable(() => {
    const row = rows.findIndex((one) => keyOf(one) === begun)
    if (row !== -1) sheet.edit({ row, column: startAt })
  })
  useEffect(() => {
    if (begun !== null) begin()
  }, [begun, begin])
  const isEditing = editing !== null
  const refocus = useStable(() => {
    if (!grid.current?.contains(document.activeElement) && document.activeElement === document.body) grid.current?.focus({ preventScroll: true })
  })
  useEffect(() => {
    if (!isEditing) refocus()
  }, [isEditing, refocus])
  const press = usePressing(sheet, grid)
  const block = blockOf(sheet.range)
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`
  const widths = columns.map(({ width, grows }) => (grows ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ')
  return (
    <div ref={scroller} className={style.scroller}>
      <div ref={grid} role="grid" aria-label={label} aria-rowcount={rows.length + 1} aria-colcount={columns.length} aria-readonly={isLocked || undefined} aria-multiselectable tabIndex={0} className={style.grid} style={{ '--columns': widths } as object}
        aria-activedescendant={isEditing ? undefined : cellId(active.row, active.column)} onKeyDown={sheet.onKeyDown} onCopy={sheet.onCopy} onCut={sheet.onCut} onPaste={sheet.onPaste} {...press}>
        <SheetHead columns={columns} block={block} />
        <div role="rowgroup" className={style.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]!
            return <SheetRow key={item.key} row={row} index={item.index} start={item.start} measure={virtual.measureElement} columns={columns} spanOf={spanOf} look={lookOf?.(row)} block={isWithinRows(block, item.index) ? block : null} activeColumn={item.index === active.row ? active.column : null} editing={editing?.row === item.index ? editing : null} sheet={sheet} typing={acts.typing} cellId={cellId} below={below?.(row)} stamp={stampOf?.(row)} />
          })}
        </div>
      </div>
      {foot}
    </div>
  )
}

const isWithinRows = ({ top, bottom }: Block, row: number): boolean => row >= top && row <= bottom

function SheetHead<Row>({ columns, block }: { columns: readonly SheetColumn<Row>[]; block: Block }) {
  return (
    <div role="row" aria-rowindex={1} className={style.head}>
      {columns.map(({ key, label, align, pinned }, index) => <div key={key} role="columnheader" aria-colindex={index + 1} className={style.headCell} data-align={align} data-pinned={pinned} data-within={(index >= block.left && index <= block.right) || undefined}>{label}</div>)}
    </div>
  )
}

/** A press goes to a cell, drawn over others it chooses them, a double one edits. */
function usePressing<Row>(sheet: ReturnType<typeof useSheet<Row>>, grid: { current: HTMLDivElement | null }) {
  const isDrawing = useRef(false)
  const placeOf = (event: { target: EventTarget }) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
    if (cell === null || (event.target as HTMLElement).closest('input, textarea, button, a, label') !== null) return null
    const [row, column] = cell.dataset['cell']!.split(',').map(Number) as [number, number]
    return { row, column }
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      const place = placeOf(event)
      if (place === null || event.button !== 0) return
      isDrawing.current = event.pointerType === 'mouse'
      sheet.go(event.shiftKey ? { anchor: sheet.range.anchor, head: place } : at(place.row, place.column))
      grid.current?.focus({ preventScroll: true })
    },
    onPointerOver: (event: PointerEvent) => {
      const place = isDrawing.current && event.buttons === 1 ? placeOf(event) : null
      if (place !== null) sheet.go({ anchor: sheet.range.anchor, head: place })
    },
    onPointerUp: () => void (isDrawing.current = false),
    onDoubleClick: (event: { target: EventTarget }) => {
      const place = placeOf(event)
      if (place !== null) sheet.edit(place)
    },
  }
}
