/** Choosing from a list made beforehand, in the palette's colours. */
import { useEffect, useReducer, useState } from 'react'
import { Group, MultiSelect, Select } from '@mantine/core'
import type { ComboboxItem } from '@mantine/core'
import type { ChoiceValue } from '../contract/definition.ts'
import { inTreeOrder } from './choice/tree.ts'
import type { FieldSurroundings, InputFrame } from './web.ts'
import { useSay } from './web.ts'
import { words } from './web-texts.ts'
import { Tag } from './tag.tsx'
import styles from './fields.module.css'

/** Above so many the list is searched by typing. */
const searchedFrom = 8
/** Milliseconds until an opened list stands in the page. */
const shownAfter = 60

interface ChoosingProps {
  choices: readonly ChoiceValue[]
  frame: InputFrame
  autoFocus?: boolean
  disabled?: boolean
  clearable?: boolean
  open?: boolean
  /** Archived values too: for filters. */
  past?: boolean
  onCommit?(): void
  onCancel?(): void
}

/**
 * Those under others follow them. What is archived is offered only where it is chosen already; a filter, which asks for what
 * records have, offers it too: last, and marked.
 */
function offered(choices: readonly ChoiceValue[], { chosen, past, say }: { chosen: readonly string[]; past: boolean; say: FieldSurroundings['say'] }): ComboboxItem[] {
  const branches = inTreeOrder(choices).filter(({ choice }) => !choice.archived || past || chosen.includes(choice.value))
  const [current, archived] = [branches.filter(({ choice }) => !choice.archived), branches.filter(({ choice }) => choice.archived)]
  return [...current, ...archived].map(({ choice }) => ({ value: choice.value, label: choice.archived ? say(words.archivedChoice, { label: say(choice.label) }) : say(choice.label) }))
}

function useOption(choices: readonly ChoiceValue[]) {
  const branches = new Map(inTreeOrder(choices).map((branch) => [branch.choice.value, branch]))
  return ({ option }: { option: ComboboxItem }) => {
    const { choice, depth = 0 } = branches.get(option.value) ?? {}
    const label = choice?.color ? <Tag color={choice.color}>{option.label}</Tag> : option.label
    return <Group className={choice?.archived ? styles.quiet : undefined} ps={`${depth * 1.1}rem`}>{label}</Group>
  }
}

/** Opened after it has been drawn; and drawn once more when open, for only then does the input know the list it controls. */
function useDropdown(open: boolean | undefined) {
  const [opened, setOpened] = useState(false)
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (!opened) return
    const timer = setTimeout(drawAgain, shownAfter)
    return () => clearTimeout(timer)
  }, [opened])
  useEffect(() => {
    if (open) setOpened(true)
  }, [open])
  return { dropdownOpened: opened, onDropdownOpen: () => setOpened(true), onDropdownClose: () => setOpened(false) }
}

const escape = (onCancel: (() => void) | undefined) => (event: React.KeyboardEvent) => {
  if (event.key !== 'Escape' || onCancel === undefined) return
  event.stopPropagation()
  onCancel()
}

export function ChooseOne({ choices, value, onChange, clearable = true, ...rest }: ChoosingProps & { value: string | null; onChange(value: string | null): void }) {
  const say = useSay()
  const dropdown = useDropdown(rest.open)
  return (
    <Select
      {...rest.frame}
      data={offered(choices, { chosen: value ? [value] : [], past: rest.past === true, say })}
      value={value}
      onChange={(next) => {
        onChange(next)
        rest.onCommit?.()
      }}
      onBlur={() => rest.onCommit?.()}
      onKeyDown={escape(rest.onCancel)}
      renderOption={useOption(choices)}
      searchable={choices.length >= searchedFrom}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': say(words.clear) }}
      allowDeselect={false}
      {...dropdown}
      nothingFoundMessage={say(words.nothingFound)}
      placeholder={say(words.choose)}
      autoFocus={rest.autoFocus}
      disabled={rest.disabled}
      withScrollArea={false}
      classNames={{ options: styles.choices }}
    />
  )
}

export function ChooseSeveral({ choices, value, onChange, ...rest }: ChoosingProps & { value: readonly string[]; onChange(value: string[]): void }) {
  const say = useSay()
  const dropdown = useDropdown(rest.open)
  return (
    <MultiSelect
      {...rest.frame}
      data={offered(choices, { chosen: value, past: rest.past === true, say })}
      value={[...value]}
      onChange={onChange}
      onBlur={() => rest.onCommit?.()}
      onKeyDown={escape(rest.onCancel)}
      renderOption={useOption(choices)}
      searchable
      clearButtonProps={{ 'aria-label': say(words.clear) }}
      {...dropdown}
      nothingFoundMessage={say(words.nothingFound)}
      placeholder={value.length === 0 ? say(words.choose) : undefined}
      autoFocus={rest.autoFocus}
      disabled={rest.disabled}
      withScrollArea={false}
      classNames={{ options: styles.choices }}
    />
  )
}
