/** One typed value inside a list of entries. What cannot be read stays as typed and says so once the person has left it. */
import { useState } from 'react'
import { TextInput } from '@mantine/core'
import type { FieldDefinition } from '../contract/definition.ts'
import { asText, fromText } from './as-text.ts'
import type { InputFrame } from './web.ts'
import { useManner, useSay } from './web.ts'
import styles from './fields.module.css'

interface EntryInputProps {
  /** The type of the one value: phone, mail. */
  field: FieldDefinition
  value: string
  onChange(value: string): void
  label: string
  size: InputFrame['size']
  type: 'tel' | 'text'
  inputMode: 'tel' | 'email'
  group?(text: string): string
  error?: string
  autoFocus: boolean
  disabled?: boolean
}

export function EntryInput({ field, value, onChange, label, group, error, ...input }: EntryInputProps) {
  const manner = useManner()
  const say = useSay()
  const [typing, setTyping] = useState<string | null>(null)
  const [left, setLeft] = useState(value !== '')
  const stored = fromText(value, field, manner)
  const written = 'value' in stored && stored.value !== null ? asText(stored.value, field, manner) : value
  const own = left && typing === null && 'refusal' in stored ? say(stored.refusal.text, stored.refusal.values) : undefined

  function type(next: string, end: boolean) {
    const shaped = group && end && next.length > (typing ?? written).length ? group(next) : next
    setTyping(shaped)
    const read = fromText(shaped, field, manner)
    onChange('value' in read && typeof read.value === 'string' ? read.value : shaped.trim())
  }
  return (
    <TextInput
      {...input}
      aria-label={label}
      value={typing ?? written}
      error={error ?? own}
      onChange={(event) => type(event.currentTarget.value, event.currentTarget.selectionStart === event.currentTarget.value.length)}
      onBlur={() => {
        setTyping(null)
        setLeft(true)
      }}
      autoComplete="off"
      data-1p-ignore
      className={styles.figures}
    />
  )
}
