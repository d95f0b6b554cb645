import { ActionIcon, Button, Popover } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../ui/language.ts'
import { columnLabel } from './columnLabel.ts'
import type { Column } from './columns.ts'
import { FieldPicker } from './FieldPicker.tsx'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import style from './picker.module.css'

/** Which columns, in which order; by dragging or by buttons. */
export function Columns({ list }: { list: ListOf }) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  const [dragged, setDragged] = useState<number | null>(null)
  const set = (paths: readonly string[]) => list.move({ columns: paths.join(',') }, { replace: true })
  const paths = list.columns.map((column) => column.path)
  const put = (from: number, to: number) => {
    if (to < 0 || to >= paths.length) return
    const next = [...paths]
    next.splice(to, 0, ...next.splice(from, 1))
    set(next)
  }
  if (adding) {
    const pick = (path: string) => {
      if (!paths.includes(path)) set([...paths, path])
      setAdding(false)
    }
    return <FieldPicker object={list.object} onPick={pick} />
  }
  return (
    <div className={style.picker}>
      <h3 className={style.heading}>{t(texts.chosenColumns)}</h3>
      <ul className={style.chosen}>
        {list.columns.map((column, place) => (
          <ChosenColumn key={column.path} column={column} dragging={dragged} onDrag={setDragged} place={place} onPut={put} onRemove={() => set(paths.toSpliced(place, 1))} last={paths.length - 1} />
        ))}
      </ul>
      <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
        {t(texts.addColumn)}
      </Button>
    </div>
  )
}

interface ChosenProps {
  column: Column
  place: number
  last: number
  dragging: number | null
  onDrag(place: number | null): void
  onPut(from: number, to: number): void
  onRemove(): void
}
function ChosenColumn({ column, place, last, dragging, onDrag, onPut, onRemove }: ChosenProps) {
  const t = useText()
  const [over, setOver] = useState(false)
  const name = columnLabel(column, t)
  return (
    <li
      className={style.chosenOne} draggable data-over={(over && dragging !== place) || undefined} onDragStart={() => onDrag(place)} onDragEnd={() => onDrag(null)} onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        if (dragging === null) return
        event.preventDefault()
        setOver(true)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (dragging !== null) onPut(dragging, place)
      }}
    >
      <span className={style.grip}><IconGripVertical size={14} aria-hidden /></span>
      <span className={style.chosenName}>{name}</span>
      <ActionIcon size="sm" aria-label={t(texts.moveUp, { name })} disabled={place === 0} onClick={() => onPut(place, place - 1)}><IconArrowUp size={14} /></ActionIcon>
      <ActionIcon size="sm" aria-label={t(texts.moveDown, { name })} disabled={place === last} onClick={() => onPut(place, place + 1)}><IconArrowDown size={14} /></ActionIcon>
      <ActionIcon size="sm" aria-label={t(texts.removeColumn, { name })} disabled={column.isName} onClick={onRemove}><IconX size={14} /></ActionIcon>
    </li>
  )
}

export function ColumnsButton({ list, children }: { list: ListOf; children: React.ReactElement }) {
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown>
        <Columns list={list} />
      </Popover.Dropdown>
    </Popover>
  )
}
