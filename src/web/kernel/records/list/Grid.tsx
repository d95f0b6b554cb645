import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSession } from '../../api/session.ts'
import { useGo } from '../../ui/go.ts'
import { useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { useStable } from '../../ui/stable.ts'
import { CellEditor } from './CellEditor.tsx'
import { fitted, type Column } from './columns.ts'
import { GridHead } from './GridHead.tsx'
import { cellId, checkWidth, headHeight } from './gridIds.ts'
import { GroupLine, RowLine, WaitLine } from './GridLines.tsx'
import type { Lines } from './lines.ts'
import { isChosen, toggled } from './selection.ts'
import type { Chosen } from './Table.tsx'
import { useCellEditing } from './useCellEditing.ts'
import { useGridKeys } from './useGridKeys.ts'
import { useLinesOnScreen, type OnScreen } from './useLinesOnScreen.ts'
import type { ListOf } from './useList.ts'
import style from './grid.module.css'

type GridProps = Chosen & { list: ListOf; lines: Lines; by?: string }

/** Rows and columns, drawn only where one looks; one cell is current and keys move it. */
export function Grid(props: GridProps) {
  const { list, lines, selection, setSelection } = props
  const t = useText()
  const grid = useGrid(props)
  const { columns, current, editing, lineHeight, onScreen } = grid
  const width = checkWidth + columns.reduce((sum, column) => sum + column.width, 0)
  const template = [checkWidth, ...columns.map((column) => column.width)].map((one) => `${one}px`).join(' ') + ' minmax(0, 1fr)'
  const line = current.line < lines.length ? lines.at(current.line) : null
  const active = line?.kind === 'row' && line.row !== undefined ? cellId(line.row.id, columns[current.column]?.path ?? '') : undefined
  return (
    <>
      <div
        ref={grid.frame} className={style.grid} role="grid" aria-label={t(list.object.plural)} aria-rowcount={list.count?.exact ? list.count.value + 1 : -1} aria-colcount={columns.length + 1}
        aria-multiselectable tabIndex={0} data-grid aria-activedescendant={active}
      >
        <div className={style.sheet} style={{ '--columns': template, '--row-height': `${lineHeight}px`, minWidth: width } as React.CSSProperties}>
          <GridHead list={list} columns={columns} selection={selection} setSelection={setSelection} />
          <div className={style.body} style={{ height: onScreen.height }} role="rowgroup">
            <GridBody {...props} grid={grid} />
            {editing.at !== null && <CellEditor key={`${editing.at.id} ${editing.at.path}`} object={list.object} columns={columns} lines={lines} editing={editing} onScreen={onScreen} lineHeight={lineHeight} />}
          </div>
        </div>
      </div>
      <span role="status" className="sd-unseen">
        {editing.spoken}
      </span>
    </>
  )
}

function GridBody({ list, lines, by, selection, grid }: GridProps & { grid: ReturnType<typeof useGrid> }) {
  const { columns, current, editing, onScreen } = grid
  const full = useDrawnInFull(lines, onScreen)
  return onScreen.items.map(({ key, index, top }) => {
    const line = lines.at(index)
    if (line.kind === 'group') return <GroupLine key={key} top={top} line={line} list={list} columns={columns} by={by!} current={index === current.line} onToggle={lines.toggle} />
    if (line.kind === 'wait' || line.row === undefined) return <WaitLine key={key} top={top} columns={columns} />
    const { row } = line
    return (
      <RowLine
        key={key} top={top} index={index} row={row} object={list.object.name} columns={columns} chosen={isChosen(selection, row.id)} peeked={list.place.peek === row.id}
        currentColumn={index === current.line ? current.column : -1} light={onScreen.hurried && !full.current.has(row.id)} trash={list.shown.trash}
        refusal={editing.refusal?.id === row.id ? editing.refusal : null} onCurrent={grid.setCurrent} onChoose={grid.choose} onOpen={grid.open} onEdit={grid.edit}
      />
    )
  })
}

/** Where one stands, what is edited, and what rows call back; the callbacks are stable, so that rows need not be drawn again. */
function useGrid({ list, lines, selection, setSelection }: GridProps) {
  const go = useGo()
  const scroller = useRef<HTMLDivElement>(null)
  const lineHeight = useSession().preferences.density === 'compact' ? 30 : 36
  const onScreen = useLinesOnScreen(lines, scroller, { line: lineHeight, head: headHeight })
  const { ref: sized, width: room } = useElementSize()
  const columns = useMemo((): readonly Column[] => fitted(list.columns, room - checkWidth), [list.columns, room])
  const [current, setCurrent] = useState({ line: 0, column: 0 })
  const lastChosen = useRef<number | null>(null)
  const editing = useCellEditing(list, lines)
  const choose = useStable((line: number, id: string, chosen: boolean, range: boolean) => {
    const ids = range && lastChosen.current !== null ? idsBetween(lines, lastChosen.current, line) : [id]
    setSelection(toggled(selection, ids, chosen))
    lastChosen.current = line
  })
  const open = useStable((id: string) => go(toRecord(list.object.name, id)))
  const peek = (id: string | undefined) => list.move({ peek: id }, { replace: list.place.peek !== undefined && id !== undefined })
  const edit = useStable(editing.begin)
  useGridKeys({ list, lines, current, setCurrent, onScreen, selection, setSelection, choose, open, peek, edit, scroller, editingNow: editing.at !== null })
  return { frame: useMergedRef(scroller, sized), columns, current, setCurrent, editing, lineHeight, onScreen, choose, open, edit }
}

/** Rows that stand on the screen with all their cells; a hurried scroll leaves them so. */
function useDrawnInFull(lines: Lines, onScreen: OnScreen) {
  const full = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const shown = onScreen.items.map(({ index }) => lines.at(index)).flatMap((line) => (line.kind === 'row' && line.row !== undefined ? [line.row.id] : []))
    full.current = new Set(onScreen.hurried ? shown.filter((id) => full.current.has(id)) : shown)
  })
  return full
}

function idsBetween(lines: Lines, a: number, b: number): string[] {
  const ids: string[] = []
  for (let index = Math.min(a, b); index <= Math.max(a, b) && ids.length < 2000; index++) {
    const line = lines.at(index)
    if (line.kind === 'row' && line.row !== undefined) ids.push(line.row.id)
  }
  return ids
}
