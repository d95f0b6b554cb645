import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconGripVertical, IconSettings, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../../kernel/ui/language.ts'
import type { Piece, Place } from '../sheet/sheet.ts'
import { isOver, markAt, useLifted } from './context.ts'
import { texts } from './texts.ts'
import style from './lifting.module.css'

export const liftHelp = 'lift-help'
/** By which the grip of a piece is found again after it was moved. */
export const gripKey = (piece: Piece, list: string): string => `${list}|${piece.sort === 'field' ? piece.path : piece.from.at}`

export function Grip({ piece, name, list }: { piece: Piece; name: string; list: string }) {
  const t = useText()
  const { lifted, begin, keys, cancel } = useLifted()
  const isLifted = lifted?.by === 'keys' && lifted.name === name && lifted.piece.from?.list === piece.from?.list
  return (
    <button
      type="button" className={style.grip} data-grip={gripKey(piece, list)} aria-label={t(texts.move, { name })} aria-describedby={liftHelp} aria-pressed={isLifted} onPointerDown={(event) => begin(event, piece, name)}
      onKeyDown={(event) => keys(event, piece, name)} onBlur={() => isLifted && cancel()}
    >
      <IconGripVertical size={14} stroke={1.7} aria-hidden />
    </button>
  )
}

interface PieceProps {
  piece: Piece & { from: Place }
  name: string
  /** How many stand in its list. */
  length: number
  flow: 'row' | 'column'
  children: ReactNode
  wide?: boolean
  gone?: boolean
  onOpen?(): void
  onStep?(by: -1 | 1): void
  onTake(): void
}

/** A field in its place: dragged by all of it, lifted by its grip, opened by a click; what a mouse can do the menu does too. */
export function PieceOf({ piece, name, length, flow, children, wide, gone, onOpen, onStep, onTake }: PieceProps) {
  const t = useText()
  const lifting = useLifted()
  const { list, at } = piece.from
  const dragged = lifting.lifted?.piece.from
  return (
    <li
      className={style.piece} data-list={list} data-at={at} data-flow={flow} data-mark={markAt(lifting, piece.from, length)} data-wide={wide || undefined} data-gone={gone || undefined} data-lifted={(dragged?.list === list && dragged.at === at) || undefined}
      onPointerDown={(event) => event.pointerType === 'mouse' && (event.target as HTMLElement).closest('button, input') === null && lifting.begin(event, piece, name)}
    >
      <Grip piece={piece} name={name} list={list} />
      <span className={style.pieceBody} onClick={onOpen}>{children}</span>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon size="sm" className={style.more} aria-label={t(texts.acts, { name })}><IconDots size={15} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {onOpen && <Menu.Item leftSection={<IconSettings size={15} stroke={1.6} />} onClick={onOpen}>{t(texts.settings)}</Menu.Item>}
          {onStep && <Menu.Item leftSection={<IconArrowUp size={15} stroke={1.6} />} onClick={() => onStep(-1)}>{t(texts.up)}</Menu.Item>}
          {onStep && <Menu.Item leftSection={<IconArrowDown size={15} stroke={1.6} />} onClick={() => onStep(1)}>{t(texts.down)}</Menu.Item>}
          <Menu.Item leftSection={<IconTrash size={15} stroke={1.6} />} onClick={onTake}>{t(texts.take)}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

interface ListProps {
  list: Place['list']
  length: number
  label: string
  flow: 'row' | 'column'
  columns?: 1 | 2
  empty: string
  children: ReactNode
}

export function PieceList({ list, length, label, flow, columns, empty, children }: ListProps) {
  const lifting = useLifted()
  return (
    <ul className={style.list} data-list={list} data-length={length} data-flow={flow} data-columns={columns} data-over={isOver(lifting, list) || undefined} aria-label={label}>
      {children}
      {length === 0 && <li className={style.empty}>{empty}</li>}
    </ul>
  )
}

/** What is being carried, under the pointer. */
export function Carried() {
  const { lifted } = useLifted()
  if (lifted === null || lifted.by !== 'pointer') return null
  return <div className={style.carried} style={{ transform: `translate(${lifted.x + 10}px, ${lifted.y + 6}px)` }} aria-hidden>{lifted.name}</div>
}
