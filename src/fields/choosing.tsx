/** Choosing from a list made beforehand, in the palette's colours. */
import { useEffect, useReducer, useState } from 'react'
import { Group, MultiSelect, Select } from '@mantine/core'
import type { ComboboxItem } from '@mantine/core'
import type { ChoiceValue } from '../contract/definition.ts'
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
  onCommit?(): void
  onCancel?(): void
}

/** Archived choices are offered only where they are chosen already. */
function offered(choices: readonly ChoiceValue[], chosen: readonly string[], say: FieldSurroundings['say']): ComboboxItem[] {
  return choices.filter((choice) => !choice.archived || chosen.includes(choice.value)).map((choice) => ({ value: choice.value, label: say(choice.label) }))
}

function useOption(choices: readonly ChoiceValue[]) {
  const colors = new Map(choices.map((choice) => [choice.value, choice.color]))
  return ({ option }: { option: ComboboxItem }) => (colors.get(option.value) ? <Group><Tag color={colors.get(option.value)}>{option.label}</Tag></Group> : option.label)
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
      data={offered(choices, value ? [value] : [], say)}
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
      data={offered(choices, value, say)}
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
