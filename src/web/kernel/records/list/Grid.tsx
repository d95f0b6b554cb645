import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useText } from '../../ui/language.ts'
import { useGo } from '../../ui/go.ts'
import { toRecord } from '../../ui/links.ts'
import { useSession } from '../../api/session.ts'
import { useStable } from '../../ui/stable.ts'
import { fitted } from './columns.ts'
import { CellEditor } from './CellEditor.tsx'
import { cellId, checkWidth, headHeight } from './gridIds.ts'
import { GridHead } from './GridHead.tsx'
import { GroupLine, RowLine, WaitLine } from './GridLines.tsx'
import type { Lines } from './lines.ts'
import { isChosen, toggled } from './selection.ts'
import type { Chosen } from './Table.tsx'
import { useCellEditing } from './useCellEditing.ts'
import { useGridKeys } from './useGridKeys.ts'
import { useLinesOnScreen, type OnScreen } from './useLinesOnScreen.ts'
import type { ListOf } from './useList.ts'
import style from './grid.module.css'

/** Rows and columns, drawn only where one looks; one cell is current and keys move it. */
export function Grid({ list, lines, by, selection, setSelection }: Chosen & { list: ListOf; lines: Lines; by?: string }) {
  const t = useText()
  const go = useGo()
  const scroller = useRef<HTMLDivElement>(null)
  const lineHeight = useSession().preferences.density === 'compact' ? 30 : 36
  const onScreen = useLinesOnScreen(lines, scroller, lineHeight, headHeight)
  const [current, setCurrent] = useState({ line: 0, column: 0 })
  const [lastChosen, setLastChosen] = useState<number | null>(null)
  const { object, place } = list
  const { ref: sized, width: room } = useElementSize()
  const columns = useMemo(() => fitted(list.columns, room - checkWidth), [list.columns, room])
  const frame = useMergedRef(scroller, sized)
  const editing = useCellEditing(list, lines)

  const choose = useStable((line: number, id: string, chosen: boolean, range: boolean) => {
    const ids = range && lastChosen !== null ? idsBetween(lines, lastChosen, line) : [id]
    setSelection(toggled(selection, ids, chosen))
    setLastChosen(line)
  })
  const open = useStable((id: string) => go(toRecord(object.name, id)))
  const peek = useStable((id: string | undefined) => list.move({ peek: id }, { replace: place.peek !== undefined && id !== undefined }))
  const edit = useStable(editing.begin)
  useGridKeys({ list, lines, current, setCurrent, onScreen, selection, setSelection, choose, open, peek, edit, scroller, editingNow: editing.at !== null })

  const full = useDrawnInFull(lines, onScreen)
  const template = useMemo(() => [checkWidth, ...columns.map((column) => column.width)].map((width) => `${width}px`).join(' ') + ' minmax(0, 1fr)', [columns])
  const width = checkWidth + columns.reduce((sum, column) => sum + column.width, 0)
  const vars = { '--columns': template, '--row-height': `${lineHeight}px`, minWidth: width } as React.CSSProperties
  const currentLine = lines.length > current.line ? lines.at(current.line) : null
  const currentId = currentLine?.kind === 'row' ? currentLine.row?.id : undefined
  return (
    <>
    <div
      ref={frame} className={style.grid} role="grid" aria-label={t(object.plural)} aria-rowcount={list.count?.exact ? list.count.value + 1 : -1} aria-colcount={columns.length + 1}
      aria-multiselectable tabIndex={0} data-grid aria-activedescendant={currentId === undefined ? undefined : cellId(currentId, columns[current.column]?.path ?? '')}
    >
      <div className={style.sheet} style={vars}>
        <GridHead list={list} columns={columns} selection={selection} setSelection={setSelection} />
        <div className={style.body} style={{ height: onScreen.height }} role="rowgroup">
          {onScreen.items.map(({ key, index, top }) => {
            const line = lines.at(index)
            if (line.kind === 'group') return <GroupLine key={key} top={top} line={line} list={list} columns={columns} by={by!} current={index === current.line} onToggle={lines.toggle} />
            if (line.kind === 'wait' || line.row === undefined) return <WaitLine key={key} top={top} columns={columns} />
            return (
              <RowLine
                key={key} top={top} index={index} row={line.row} object={object.name} columns={columns}
                chosen={isChosen(selection, line.row.id)} peeked={place.peek === line.row.id} currentColumn={index === current.line ? current.column : -1} light={onScreen.hurried && !full.current.has(line.row.id)}
                refusal={editing.refusal?.id === line.row.id ? editing.refusal : null}
                onCurrent={setCurrent} onChoose={choose} onOpen={open} onEdit={edit} trash={list.shown.trash}
              />
            )
          })}
          {editing.at !== null && <CellEditor key={`${editing.at.id} ${editing.at.path}`} columns={columns} lines={lines} editing={editing} onScreen={onScreen} lineHeight={lineHeight} />}
        </div>
      </div>
    </div>
      <span role="status" className="sd-unseen">
        {editing.spoken}
      </span>
    </>
  )
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
