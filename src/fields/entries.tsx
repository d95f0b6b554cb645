/** Several values of a kind under one label: phones, mails, addresses. The first is the main one. */
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { ActionIcon, Button, Input, Menu, NativeSelect, TextInput } from '@mantine/core'
import { IconDots, IconNote, IconPlus, IconStar, IconTrash } from '@tabler/icons-react'
import type { ChoiceValue } from '../contract/definition.ts'
import type { Text } from '../contract/text.ts'
import type { InputFrame } from './web.ts'
import { useSay } from './web.ts'
import { words } from './web-texts.ts'
import { Tag } from './tag.tsx'
import styles from './fields.module.css'

export interface Entry {
  kind: string
  note?: string
}

interface EntriesProps<E extends Entry> {
  entries: readonly E[]
  kinds: readonly ChoiceValue[]
  frame: InputFrame
  label: string
  addText: Text
  disabled?: boolean
  autoFocus?: boolean
  /** Entries of several lines: kind above. */
  tall?: boolean
  blank(kind: string): E
  onChange(entries: E[]): void
  onLeave(): void
  children(entry: E, index: number, change: (entry: E) => void, first: boolean): ReactNode
}

export function Entries<E extends Entry>(props: EntriesProps<E>) {
  const { entries, kinds, onChange } = props
  const say = useSay()
  const [added, setAdded] = useState(false)
  const group = useRef<HTMLDivElement>(null)
  const shown = entries.length === 0 ? [props.blank(freeKind(entries, kinds))] : entries

  function add() {
    setAdded(true)
    onChange([...shown, props.blank(freeKind(shown, kinds))])
  }
  const leave = (event: React.FocusEvent) => {
    if (!group.current?.contains(event.relatedTarget)) props.onLeave()
  }
  return (
    <Input.Wrapper {...props.frame} labelElement="div">
      <div ref={group} role="group" aria-label={props.label} onBlur={leave}>
        <ul className={styles.entries}>
          {shown.map((entry, index) => (
            <EntryRow key={index} {...props} entry={entry} index={index} entries={shown} focus={(props.autoFocus === true && index === 0) || (added && index === shown.length - 1)} />
          ))}
          <li className={styles.adds}>
            <Button size="compact-sm" variant="subtle" leftSection={<IconPlus className={styles.icon} />} disabled={props.disabled} onClick={add}>
              {say(props.addText)}
            </Button>
          </li>
        </ul>
      </div>
    </Input.Wrapper>
  )
}

/** The first kind nobody uses yet. */
function freeKind(entries: readonly Entry[], kinds: readonly ChoiceValue[]): string {
  const open = kinds.filter((kind) => !kind.archived)
  return (open.find((kind) => !entries.some((entry) => entry.kind === kind.value)) ?? open.at(-1))?.value ?? ''
}

type RowProps<E extends Entry> = EntriesProps<E> & { entry: E; index: number }

function EntryRow<E extends Entry>(props: RowProps<E> & { focus: boolean }) {
  const { entry, index, entries, onChange } = props
  const say = useSay()
  const [noting, setNoting] = useState(false)
  const named = say(words.entryNumber, { label: props.label, number: index + 1 })
  const change = (next: E) => onChange(entries.map((one, at) => (at === index ? next : one)))
  const note = (noting || entry.note !== undefined) && (
    <TextInput size={props.frame.size} aria-label={`${named}: ${say(words.note)}`} placeholder={say(words.note)} value={entry.note ?? ''} autoFocus={noting} disabled={props.disabled}
      onChange={(event) => change({ ...entry, note: event.currentTarget.value || undefined })} />
  )
  const kind = <KindSelect {...props} named={named} change={change} />
  return (
    <li className={styles.entry} data-tall={props.tall}>
      {!props.tall && kind}
      <div className={styles.entryBody}>
        {props.tall && <div className={styles.entryHead}>{kind}{index === 0 && entries.length > 1 && <Tag color="teal">{say(words.main)}</Tag>}</div>}
        {props.children(entry, index, change, props.focus)}
        {note}
      </div>
      <EntryMenu {...props} named={named} onNote={() => setNoting(true)} />
    </li>
  )
}

/** Kinds given up earlier are offered only where they are chosen already. */
function KindSelect<E extends Entry>({ entry, kinds, named, change, frame, disabled }: RowProps<E> & { named: string; change(entry: E): void }) {
  const say = useSay()
  return (
    <NativeSelect
      aria-label={`${named}: ${say(words.kind)}`}
      size={frame.size}
      value={entry.kind}
      disabled={disabled}
      data={kinds.filter((one) => !one.archived || one.value === entry.kind).map((one) => ({ value: one.value, label: say(one.label) }))}
      onChange={(event) => change({ ...entry, kind: event.currentTarget.value })}
    />
  )
}

function EntryMenu<E extends Entry>({ entries, entry, index, onChange, named, onNote, disabled }: RowProps<E> & { named: string; onNote(): void }) {
  const say = useSay()
  const others = entries.filter((_, at) => at !== index)
  return (
    <div className={styles.entryActions}>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={`${named}: ${say(words.more)}`} disabled={disabled}>
            <IconDots className={styles.icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {index > 0 && <Menu.Item leftSection={<IconStar className={styles.icon} />} onClick={() => onChange([entry, ...others])}>{say(words.makeMain)}</Menu.Item>}
          {entry.note === undefined && <Menu.Item leftSection={<IconNote className={styles.icon} />} onClick={onNote}>{say(words.addNote)}</Menu.Item>}
          <Menu.Item leftSection={<IconTrash className={styles.icon} />} onClick={() => onChange(others)}>{say(words.remove)}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

/** Entries with nothing in them are not kept. */
export function kept<E extends Entry>(entries: readonly E[], isBlank: (entry: E) => boolean): E[] | null {
  const full = entries.filter((entry) => !isBlank(entry))
  return full.length === 0 ? null : full
}

/** Entries as they are read: the value, its kind and note aside. The kind of a single one is said only when it tells something. */
export function EntryLines<E extends Entry>({ entries, kinds, always, children }: { entries: readonly E[]; kinds: readonly ChoiceValue[]; always?: boolean; children(entry: E): ReactNode }) {
  const say = useSay()
  const kindOf = (value: string) => kinds.find((one) => one.value === value)
  return (
    <ul className={styles.lines}>
      {entries.map((entry, index) => {
        const kind = kindOf(entry.kind)
        return (
          <li key={index} className={styles.line}>
            <span className={styles.lineValue}>{children(entry)}</span>
            {(entries.length > 1 || entry.note || index > 0 || always) && <span className={styles.lineKind}>{[kind && say(kind.label), entry.note].filter(Boolean).join(' · ')}</span>}
          </li>
        )
      })}
    </ul>
  )
}
