import { Popover, UnstyledButton } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { ObjectView } from '../../../../contract/records.ts'
import { useMetadata } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { useLeaving } from '../../ui/leaving.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { FieldPicker } from '../list/FieldPicker.tsx'
import { onAskCondition } from './ask.ts'
import { Chip } from './Chip.tsx'
import { ConditionEditor } from './ConditionEditor.tsx'
import { join, type Condition, type Part } from './conditions.ts'
import { askedOf } from './field.ts'
import { texts } from './texts.ts'
import style from './filter.module.css'

interface ChipsProps {
  object: ObjectView
  parts: readonly Part[]
  onParts(parts: readonly Part[]): void
  /** Of the list on the screen: the key F and the menus of its columns begin a condition here. */
  ofList?: boolean
}

/** Conditions that all must hold, each a sentence; one more is added at the end. */
export function Chips({ object, parts, onParts, ofList = false }: ChipsProps) {
  const t = useText()
  const metadata = useMetadata()
  return (
    <>
      {parts.map((part, place) => {
        const asked = part.kind === 'condition' ? askedOf(metadata, object.name, part.condition.path) : null
        const remove = () => onParts(parts.toSpliced(place, 1))
        if (part.kind === 'other' || asked === null) return <Written key={place} text={part.kind === 'other' ? part.text : join([part])} onRemove={remove} />
        return <Chip key={`${place} ${part.condition.path}`} asked={asked} condition={part.condition} onChange={(condition) => onParts(parts.with(place, { kind: 'condition', condition }))} onRemove={remove} />
      })}
      <AddCondition object={object} ofList={ofList} onAdd={(condition) => onParts([...parts, { kind: 'condition', condition }])} label={t(texts.add)} />
    </>
  )
}

/** What no sentence of the bar can say stays as it was written. */
function Written({ text, onRemove }: { text: string; onRemove(): void }) {
  const t = useText()
  return (
    <span className={style.chip}>
      <code className={style.written} title={text}>{text}</code>
      <UnstyledButton className={style.chipRemove} onClick={onRemove} aria-label={t(texts.remove, { condition: text })}>
        <IconX size={13} stroke={2} aria-hidden />
      </UnstyledButton>
    </span>
  )
}

function AddCondition({ object, ofList, onAdd, label }: { object: ObjectView; ofList: boolean; onAdd(condition: Condition): void; label: string }) {
  const t = useText()
  const metadata = useMetadata()
  const [path, setPath] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  useLeaving(frame, () => setOpen(false), open)
  const begin = (on: string | null) => {
    setPath(on)
    setOpen(true)
  }
  useEffect(() => (ofList ? onAskCondition(begin) : undefined), [ofList])
  useShortcuts(ofList ? [{ keys: 'f', label: texts.keyCondition, group: texts.keyGroup, run: () => begin(null) }] : [])
  const asked = path === null ? null : askedOf(metadata, object.name, path)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus closeOnClickOutside={false}>
      <Popover.Target>
        <UnstyledButton className={style.add} onClick={() => begin(null)} aria-label={t(texts.addLong)} aria-keyshortcuts={ofList ? 'F' : undefined} aria-expanded={open}>
          <IconPlus size={14} stroke={1.8} aria-hidden /> {label}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown ref={frame}>
        {asked === null ? (
          <FieldPicker object={object} onPick={setPath} />
        ) : (
          <ConditionEditor
            asked={asked} condition={null}
            onDone={(condition) => {
              setOpen(false)
              onAdd(condition)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
