import { ActionIcon, Button, Popover, SegmentedControl } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { LayoutBodies } from '../../../contract/layout.ts'
import { readOrder, writeOrder, type SortKey } from '../../kernel/records/list/columns.ts'
import { FieldPicker } from '../../kernel/records/list/FieldPicker.tsx'
import { useText } from '../../kernel/ui/language.ts'
import type { Canvas } from './useCanvas.ts'
import { texts } from './texts.ts'
import style from './editor.module.css'

/** By what the list is sorted before anybody sorts it himself. */
export function ListOrder({ canvas, body }: { canvas: Canvas; body: LayoutBodies['list'] }) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  const keys = readOrder(body.order)
  const set = (next: readonly SortKey[]) => canvas.editing.lay({ ...body, order: writeOrder(next) })
  return (
    <div className={style.order}>
      {keys.map((key, at) => {
        const name = canvas.words(key.path)
        return (
          <div key={key.path} className={style.orderKey}>
            <span className={style.pieceName}>{name}</span>
            <SegmentedControl size="xs" aria-label={t(texts.direction, { name })} data={[{ value: 'up', label: t(texts.up) }, { value: 'down', label: t(texts.down) }]} value={key.down ? 'down' : 'up'} onChange={(way) => set(keys.with(at, { ...key, down: way === 'down' }))} />
            <ActionIcon size="sm" aria-label={t(texts.removeKey, { name })} disabled={keys.length === 1} onClick={() => set(keys.toSpliced(at, 1))}><IconX size={14} aria-hidden /></ActionIcon>
          </div>
        )
      })}
      <Popover opened={adding} onChange={setAdding} position="bottom-start" trapFocus returnFocus>
        <Popover.Target><Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />} onClick={() => setAdding(!adding)} aria-expanded={adding}>{t(texts.addOrder)}</Button></Popover.Target>
        <Popover.Dropdown>
          <FieldPicker
            object={canvas.view}
            onPick={(path) => {
              setAdding(false)
              if (!keys.some((key) => key.path === path)) set([...keys, { path, down: false }])
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
