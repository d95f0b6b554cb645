import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowRight, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChoiceValue, ObjectDefinition } from '../../../contract/definition.ts'
import type { Move } from '../../../contract/states.ts'
import { Tag } from '../../../fields/tag.tsx'
import { useText } from '../../kernel/ui/language.ts'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { moved, SortableLines } from '../../kernel/ui/SortableLines.tsx'
import { everyMove, freshMove, movesInOrder } from './machine.ts'
import { MoveWindow } from './MoveWindow.tsx'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

export interface MovesProps {
  configuration: Configuration
  object: ObjectDefinition
  states: readonly ChoiceValue[]
  types: readonly ChoiceValue[]
  moves: readonly Move[]
  onChange(moves: readonly Move[]): void
}

/** The moves in the order of their buttons; each opens to be changed. */
export function Moves(props: MovesProps) {
  const { object, states, moves, onChange } = props
  const t = useText()
  const [opened, setOpened] = useState<number | null>(null)
  const close = () => {
    setOpened(null)
    onChange(moves.filter((move) => move.label.pl.trim() !== '' || move.label.en.trim() !== ''))
  }
  return (
    <>
      {moves.length === 0 && <p className={style.fact}>{t(texts.noMoves)}</p>}
      <div className={style.fields}>
        <SortableLines lines={moves} keyOf={(move) => move.key || `new-${moves.indexOf(move)}`} nameOf={(move) => t(move.label)} label={t(texts.moves)} onMove={(from, to) => onChange(moved(moves, from, to))}>
          {(move, at) => <MoveLine move={move} object={object} states={states} onOpen={() => setOpened(at)} onRemove={() => onChange(moves.filter((_, index) => index !== at))} />}
        </SortableLines>
      </div>
      <div className={style.bar}>
        <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => { onChange([...moves, freshMove(states)]); setOpened(moves.length) }}>{t(texts.addMove)}</Button>
        {moves.length === 0 ? (
          <>
            <Button variant="subtle" onClick={() => onChange(movesInOrder(states))}>{t(texts.orderedMoves)}</Button>
            <Button variant="subtle" onClick={() => onChange(everyMove(states))}>{t(texts.allMoves)}</Button>
          </>
        ) : <Button variant="subtle" onClick={() => onChange([])}>{t(texts.removeAll)}</Button>}
      </div>
      {opened !== null && moves[opened] !== undefined && <MoveWindow {...props} move={moves[opened]} onSet={(part) => onChange(moves.map((move, index) => (index === opened ? { ...move, ...part } : move)))} onClose={close} />}
    </>
  )
}

function MoveLine({ move, object, states, onOpen, onRemove }: { move: Move; object: ObjectDefinition; states: readonly ChoiceValue[]; onOpen(): void; onRemove(): void }) {
  const t = useText()
  const name = t(move.label)
  const state = (value: string) => {
    const found = states.find((one) => one.value === value)
    return <Tag key={value} color={found?.color}>{found === undefined ? value : t(found.label)}</Tag>
  }
  const needed = (move.required ?? []).map((path) => object.fields.find((field) => field.name === path)).flatMap((field) => (field === undefined ? [] : [t(field.label)]))
  return (
    <div className={style.fieldLine}>
      <div className={style.lineBody}>
        <span className={style.nameRow}>
          <button type="button" className={style.lineButton} onClick={onOpen} aria-label={t(texts.editMove, { name })}>{name || '…'}</button>
          <span className={style.tags}>{move.from.length === 0 ? <Tag>{t(texts.fromAny)}</Tag> : move.from.map(state)}</span>
          <IconArrowRight size={14} aria-hidden />
          {state(move.to)}
        </span>
        <span className={style.quiet}>
          {move.roles === undefined ? t(texts.everyone) : t(texts.someRoles, { count: move.roles.length })}
          {needed.length > 0 && ` · ${t(texts.requiredShort, { fields: needed.join(', ') })}`}
          {move.when !== undefined && <> · <code className={style.code}>{move.when}</code></>}
        </span>
      </div>
      <Tooltip label={t(texts.removeMove, { name })}><ActionIcon className={style.above} aria-label={t(texts.removeMove, { name })} onClick={onRemove}><IconTrash size={16} stroke={1.6} /></ActionIcon></Tooltip>
    </div>
  )
}
