import { Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown, IconColumnsOff, IconFilter, IconLayoutRows, IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { memo, useState, type DragEvent, type KeyboardEvent, type PointerEvent } from 'react'
import { useText } from '../../ui/language.ts'
import { readOrder, sortBy, type Column } from './columns.ts'
import { columnLabel } from './columnLabel.ts'
import { groupable } from './groups.ts'
import { everything, nothing, type Selection } from './selection.ts'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import { askCondition } from '../filter/ask.ts'
import style from './grid.module.css'

interface HeadProps {
  list: ListOf
  columns: readonly Column[]
  selection: Selection
  setSelection(selection: Selection): void
}

/** Names of the columns: click sorts, drag moves, the right edge sizes, the menu says the rest. Not drawn again while one scrolls. */
export const GridHead = memo(GridHeadOf)

function GridHeadOf({ list, columns, selection, setSelection }: HeadProps) {
  const t = useText()
  const [dragged, setDragged] = useState<string | null>(null)
  const some = selection.all ? selection.except.size > 0 : selection.ids.size > 0
  return (
    <div className={style.headRow} role="rowgroup">
      <div className={style.heads} role="row" aria-rowindex={1}>
        <div className={style.check} role="columnheader" onClick={() => setSelection(selection.all && !some ? nothing : everything)}>
          <input
            type="checkbox" className={style.box} aria-label={t(texts.chooseAll)} checked={selection.all && !some} readOnly
            ref={(box) => {
              if (box !== null) box.indeterminate = some
            }}
          />
        </div>
        {columns.map((column) => (
          <ColumnHead key={column.path} column={column} list={list} dragged={dragged} setDragged={setDragged} />
        ))}
      </div>
    </div>
  )
}

function ColumnHead({ column, list, dragged, setDragged }: { column: Column; list: ListOf; dragged: string | null; setDragged(path: string | null): void }) {
  const t = useText()
  const [over, setOver] = useState(false)
  const keys = readOrder(list.shown.order)
  const at = keys.findIndex((key) => key.path === column.path)
  const sort = keys[at]
  const label = columnLabel(column, t)
  const Arrow = sort?.down ? IconArrowDown : IconArrowUp
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (dragged !== null && dragged !== column.path) list.move({ columns: moved(list, dragged, column.path).join(',') }, { replace: true })
  }
  return (
    <div
      role="columnheader" aria-sort={at === 0 ? (sort!.down ? 'descending' : 'ascending') : undefined} className={style.columnHead} data-right={column.align === 'right' || undefined}
      data-over={(over && dragged !== column.path) || undefined} data-dragged={dragged === column.path || undefined} draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        setDragged(column.path)
      }}
      onDragEnd={() => setDragged(null)}
      onDragOver={(event) => {
        if (dragged === null) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <button type="button" className={style.columnName} title={label} disabled={!column.sortable} onClick={(event) => list.move({ order: sortBy(list.shown.order, column.path, event.shiftKey) })}>
        <span className={style.columnWords}>{label}</span>
        {sort !== undefined && <Arrow size={13} stroke={2} aria-hidden />}
        {sort !== undefined && keys.length > 1 && <span className={style.sortPlace}>{at + 1}</span>}
      </button>
      <ColumnMenu column={column} list={list} label={label} />
      <Resizer column={column} list={list} label={label} />
    </div>
  )
}

function moved(list: ListOf, path: string, before: string): string[] {
  const paths = [...list.shown.columns]
  const from = paths.indexOf(path)
  const to = paths.indexOf(before)
  paths.splice(to, 0, ...paths.splice(from, 1))
  return paths
}

const icon = { size: 16, stroke: 1.6 }

function ColumnMenu({ column, list, label }: { column: Column; list: ListOf; label: string }) {
  const t = useText()
  const canGroup = groupable(list.object).some((field) => field.name === column.path)
  const { move, shown } = list
  const sort = (down: boolean) => move({ order: `${down ? '-' : ''}${column.path}` })
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button type="button" className={style.columnMenu} aria-label={t(texts.columnMenu, { name: label })}>
          <IconChevronDown size={13} stroke={1.8} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {column.sortable && (
          <>
            <Menu.Item leftSection={<IconSortAscending {...icon} />} onClick={() => sort(false)}>{t(texts.sortUp)}</Menu.Item>
            <Menu.Item leftSection={<IconSortDescending {...icon} />} onClick={() => sort(true)}>{t(texts.sortDown)}</Menu.Item>
            <Menu.Item leftSection={<span />} onClick={() => move({ order: sortBy(shown.order, column.path, true) })}>{t(texts.addSort)}</Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item leftSection={<IconFilter {...icon} />} onClick={() => askCondition(column.path)}>{t(texts.filterByThis)}</Menu.Item>
        {canGroup && <Menu.Item leftSection={<IconLayoutRows {...icon} />} onClick={() => move({ by: column.path })}>{t(texts.groupByThis)}</Menu.Item>}
        {!column.isName && (
          <Menu.Item leftSection={<IconColumnsOff {...icon} />} onClick={() => move({ columns: shown.columns.filter((path) => path !== column.path).join(',') }, { replace: true })}>
            {t(texts.hide)}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The right edge of a column: dragged with the mouse or finger, or by arrows when focused. */
function Resizer({ column, list, label }: { column: Column; list: ListOf; label: string }) {
  const t = useText()
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault()
    event.stopPropagation()
    const handle = event.currentTarget
    const from = event.clientX
    handle.setPointerCapture(event.pointerId)
    const follow = (moved: globalThis.PointerEvent) => list.setWidth(column.path, column.width + moved.clientX - from)
    handle.addEventListener('pointermove', follow)
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', follow), { once: true })
  }
  const byKey = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    list.setWidth(column.path, column.width + step)
  }
  return (
    <div
      role="separator" aria-orientation="vertical" aria-label={t(texts.resize, { name: label })} aria-valuenow={column.width} aria-valuemin={48} aria-valuemax={1200} tabIndex={0} className={style.resizer}
      onPointerDown={begin} onKeyDown={byKey} draggable onDragStart={(event) => { event.preventDefault(); event.stopPropagation() }}
    />
  )
}
