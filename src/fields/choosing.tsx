/** Choosing from a list made beforehand, in the palette's colours. */
import { Group, MultiSelect, Select } from '@mantine/core'
import type { ComboboxItem } from '@mantine/core'
import type { ChoiceValue } from '../contract/definition.ts'
import type { FieldSurroundings, InputFrame } from './web.ts'
import { useSay } from './web.ts'
import { words } from './web-texts.ts'
import { Tag } from './tag.tsx'

/** Above so many the list is searched by typing. */
const searchedFrom = 8

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

const escape = (onCancel: (() => void) | undefined) => (event: React.KeyboardEvent) => {
  if (event.key !== 'Escape' || onCancel === undefined) return
  event.stopPropagation()
  onCancel()
}

export function ChooseOne({ choices, value, onChange, clearable = true, ...rest }: ChoosingProps & { value: string | null; onChange(value: string | null): void }) {
  const say = useSay()
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
      defaultDropdownOpened={rest.open}
      nothingFoundMessage={say(words.nothingFound)}
      placeholder={say(words.choose)}
      autoFocus={rest.autoFocus}
      disabled={rest.disabled}
      maxDropdownHeight="18rem"
    />
  )
}

export function ChooseSeveral({ choices, value, onChange, ...rest }: ChoosingProps & { value: readonly string[]; onChange(value: string[]): void }) {
  const say = useSay()
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
      defaultDropdownOpened={rest.open}
      nothingFoundMessage={say(words.nothingFound)}
      placeholder={value.length === 0 ? say(words.choose) : undefined}
      autoFocus={rest.autoFocus}
      disabled={rest.disabled}
      maxDropdownHeight="18rem"
    />
  )
}
