/** Days and moments: typed as people type them (jutro, 15.3, +2w), with a calendar at hand. */
import { lazy, Suspense, useState } from 'react'
import { ActionIcon, Popover, Skeleton, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { FieldDefinition } from '../contract/definition.ts'
import type { ExprValue } from '../expression/types.ts'
import type { Manner } from './field.ts'
import { asText } from './as-text.ts'
import { localeOf } from './locales.ts'
import { keysOf, useTyping } from './typed.tsx'
import type { FieldEditProps, FieldFilterProps } from './web.ts'
import { useManner, useSay } from './web.ts'
import { words } from './web-texts.ts'
import styles from './fields.module.css'

const Calendar = lazy(async () => ({ default: (await import('./calendar.tsx')).Calendar }))

/** The day of a value on this person's calendar. */
function dayOf(value: unknown, field: FieldDefinition, manner: Manner): string | null {
  if (typeof value !== 'string') return null
  if (field.type === 'date') return value
  return new Intl.DateTimeFormat('sv-SE', { timeZone: manner.timeZone, dateStyle: 'short' }).format(new Date(value))
}

function timeOf(value: unknown, manner: Manner): string {
  if (typeof value !== 'string') return '09:00'
  return new Intl.DateTimeFormat('sv-SE', { timeZone: manner.timeZone, timeStyle: 'short' }).format(new Date(value))
}

/** In full, with the weekday, so that a typed 'pt' or '+2w' can be checked at a glance. */
function inFull(value: unknown, field: FieldDefinition, manner: Manner): string {
  const day = dayOf(value, field, manner)
  if (day === null) return ''
  const inWords = new Intl.DateTimeFormat(localeOf[manner.language], { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${day}T00:00:00Z`))
  return field.type === 'date' ? inWords : `${inWords}, ${timeOf(value, manner)}`
}

type DatedProps = FieldEditProps<'date'> | FieldEditProps<'dateTime'>

/** The text, the calendar, and what a half-typed 'pt' or '+2w' is taken to mean. */
function useDated(props: DatedProps) {
  const { field, value } = props
  const manner = useManner()
  const typing = useTyping(props as FieldEditProps<'date'>)
  const [open, setOpen] = useState(false)
  const meant = typing.typing !== null && props.unread === undefined && typing.typing !== asText(value, field, manner) ? inFull(value, field, manner) : ''
  function choose(day: string | null) {
    setOpen(false)
    if (day !== null) typing.choose(field.type === 'date' ? day : `${day} ${timeOf(value, manner)}`)
    props.onCommit?.()
  }
  const keys = keysOf(props as FieldEditProps<'date'>, typing.leave)
  return {
    typing, open, setOpen, meant, choose, manner,
    leave: () => !open && typing.leave(),
    onKeyDown: (event: KeyboardEvent) => (event.key === 'ArrowDown' ? (event.preventDefault(), setOpen(true)) : keys(event)),
  }
}

export function DatedEdit(props: DatedProps) {
  const { field, value, frame } = props
  const say = useSay()
  const { typing, open, setOpen, meant, choose, manner, leave, onKeyDown } = useDated(props)
  const button = (
    <ActionIcon variant="subtle" color="gray" size="sm" tabIndex={-1} disabled={props.disabled} aria-label={say(words.openCalendar)} onMouseDown={(event) => event.preventDefault()} onClick={() => setOpen(!open)}>
      <IconCalendar className={styles.icon} />
    </ActionIcon>
  )
  return (
    <Popover opened={open || meant !== ''} onChange={setOpen} trapFocus={open} returnFocus={open} position="bottom-start" shadow="md" withinPortal>
      <Popover.Target>
        <TextInput
          {...frame}
          role="combobox"
          value={typing.text}
          onChange={(event) => typing.type(event.currentTarget.value, false)}
          onBlur={leave}
          onKeyDown={onKeyDown}
          onFocus={(event) => props.density === 'cell' && event.currentTarget.select()}
          autoFocus={props.autoFocus}
          disabled={props.disabled}
          placeholder={say(field.type === 'date' ? words.dateHint : words.dateTimeHint)}
          rightSection={button}
          autoComplete="off"
          className={styles.figures}
        />
      </Popover.Target>
      <Popover.Dropdown p={open ? 'sm' : 'xs'}>
        {meant !== '' && !open && <span role="status">{meant}</span>}
        {open && <Suspense fallback={<Skeleton className={styles.calendarPlace} />}><Calendar day={dayOf(value, field, manner)} today={manner.today} language={manner.language} onDay={choose} /></Suspense>}
      </Popover.Dropdown>
    </Popover>
  )
}

export function DatedFilter({ field, value, onChange, frame, autoFocus }: FieldFilterProps<'date'> | FieldFilterProps<'dateTime'>) {
  const [unread, setUnread] = useState<FieldEditProps<'date'>['unread']>()
  const [draft, setDraft] = useState(typeof value === 'string' ? value : null)
  return (
    <DatedEdit
      field={field as FieldDefinition<'date'>}
      value={draft}
      unread={unread}
      onChange={(next, still) => {
        setUnread(still)
        setDraft(next)
        onChange(still === undefined ? (next as ExprValue) : null)
      }}
      frame={frame}
      autoFocus={autoFocus}
      density="cell"
    />
  )
}
