import { ActionIcon, Button, Drawer, Popover, TextInput, Tooltip, UnstyledButton } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconCode, IconFilter, IconFilterOff, IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useMetadata } from '../../api/metadata.ts'
import { useText } from '../../ui/language.ts'
import { useLeaving } from '../../ui/leaving.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { common } from '../../ui/texts.ts'
import { FieldPicker } from '../list/FieldPicker.tsx'
import type { ListOf } from '../list/useList.ts'
import { onAskCondition } from './ask.ts'
import { Chip } from './Chip.tsx'
import { ConditionEditor } from './ConditionEditor.tsx'
import { join, split, type Condition, type Part } from './conditions.ts'
import { askedOf } from './field.ts'
import { ExpressionInput } from './ExpressionInput.tsx'
import { texts } from './texts.ts'
import style from './filter.module.css'

/** The list's condition, read as sentences or written as text; each shows the other. On the right what is done with chosen rows. */
export function FilterBar({ list, phone, children }: { list: ListOf; phone: boolean; children: ReactNode }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { shown } = list
  const count = shown.where === '' ? 0 : (split(shown.where).parts?.length ?? 1)
  if (!phone) {
    return (
      <div className={style.bar}>
        <SearchBox list={list} />
        <Conditions list={list} />
        {children}
      </div>
    )
  }
  return (
    <div className={style.bar} data-phone>
      <SearchBox list={list} />
      <Button size="sm" leftSection={<IconFilter size={15} />} variant={count > 0 ? 'light' : 'default'} onClick={() => setOpen(true)}>
        {t(texts.conditionsOn, { count })}
      </Button>
      <Drawer opened={open} onClose={() => setOpen(false)} position="bottom" size="85%" title={t(texts.filter)} closeButtonProps={{ 'aria-label': t(common.close) }}>
        <div className={style.stacked}>
          <Conditions list={list} />
        </div>
      </Drawer>
    </div>
  )
}

function Conditions({ list }: { list: ListOf }) {
  const t = useText()
  const { shown, move } = list
  const [written, setWritten] = useState(false)
  const set = (where: string) => move({ where: where === shown.view.where ? undefined : where })
  const read = split(shown.where)
  const asText = written || read.parts === undefined
  return (
    <div className={style.conditions} role="group" aria-label={t(texts.filter)}>
      {asText ? <ExpressionInput key={shown.where} object={list.object} where={shown.where} onDone={set} /> : <Chips list={list} parts={read.parts} onParts={(parts) => set(join(parts))} />}
      <Tooltip label={t(asText ? texts.asChips : texts.asText)}>
        <ActionIcon aria-label={t(asText ? texts.asChips : texts.asText)} aria-pressed={asText} onClick={() => setWritten(!asText)}>
          <IconCode size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {shown.where !== '' && (
        <Tooltip label={t(texts.clearAll)}>
          <ActionIcon aria-label={t(texts.clearAll)} onClick={() => set('')}>
            <IconFilterOff size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  )
}

function Chips({ list, parts, onParts }: { list: ListOf; parts: readonly Part[]; onParts(parts: readonly Part[]): void }) {
  const t = useText()
  const metadata = useMetadata()
  return (
    <>
      {parts.map((part, place) => {
        const asked = part.kind === 'condition' ? askedOf(metadata, list.object.name, part.condition.path) : null
        const remove = () => onParts(parts.toSpliced(place, 1))
        if (part.kind === 'other' || asked === null) return <Written key={place} text={part.kind === 'other' ? part.text : join([part])} onRemove={remove} />
        return <Chip key={`${place} ${part.condition.path}`} asked={asked} condition={part.condition} onChange={(condition) => onParts(parts.with(place, { kind: 'condition', condition }))} onRemove={remove} />
      })}
      <AddCondition list={list} onAdd={(condition) => onParts([...parts, { kind: 'condition', condition }])} label={t(texts.add)} />
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

function AddCondition({ list, onAdd, label }: { list: ListOf; onAdd(condition: Condition): void; label: string }) {
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
  useEffect(() => onAskCondition(begin), [])
  useShortcuts([{ keys: 'f', label: texts.keyCondition, group: texts.keyGroup, run: () => begin(null) }])
  const asked = path === null ? null : askedOf(metadata, list.object.name, path)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus closeOnClickOutside={false}>
      <Popover.Target>
        <UnstyledButton className={style.add} onClick={() => begin(null)} aria-label={t(texts.addLong)} aria-keyshortcuts="F" aria-expanded={open}>
          <IconPlus size={14} stroke={1.8} aria-hidden /> {label}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown ref={frame}>
        {asked === null ? (
          <FieldPicker object={list.object} onPick={setPath} />
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

function SearchBox({ list }: { list: ListOf }) {
  const t = useText()
  const { search } = list.shown
  const [typed, setTyped] = useState<string | null>(null)
  const ask = useDebouncedCallback((text: string) => list.move({ search: text === '' && list.shown.view.search === '' ? undefined : text }, { replace: true }), 180)
  return (
    <TextInput
      className={style.search} size="sm" variant="filled" value={typed ?? search} placeholder={t(texts.search)} aria-label={t(texts.search)} type="search" leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        ask(event.currentTarget.value)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
