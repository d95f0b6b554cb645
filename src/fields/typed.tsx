/** Editing whatever a person can say in text: the type reads it, the screen keeps what was typed until it can be read. */
import { useRef, useState } from 'react'
import type { HTMLAttributes, KeyboardEvent, ReactNode } from 'react'
import { TagsInput, Textarea, TextInput } from '@mantine/core'
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import type { ExprValue } from '../expression/types.ts'
import { asText, fromText } from './as-text.ts'
import type { FieldEditProps, FieldFilterProps, FieldShowProps, ReadValues } from './web.ts'
import { useManner, useSay } from './web.ts'
import { words } from './web-texts.ts'
import styles from './fields.module.css'

export interface TypedOptions {
  /** Puts the text in groups while it is typed at its end. */
  group?(text: string, field: FieldDefinition): string
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  type?: 'text' | 'tel' | 'email' | 'url'
  autoComplete?: string
  placeholder?: string
  rightSection?: ReactNode
  rightSectionWidth?: string
  leftSection?: ReactNode
  /** How the value stands in the input, where it differs from how it is read elsewhere. */
  written?(value: unknown): string
  /** What is handed to the type to read, from what stands in the input. */
  completed?(text: string): string
}

/** State of one typed field: the text while it is typed, the value otherwise. */
export function useTyping<T extends FieldTypeName>(props: FieldEditProps<T>, options: TypedOptions = {}) {
  const manner = useManner()
  const [typing, setTyping] = useState<string | null>(null)
  const written = options.written?.(props.value) ?? asText(props.value, props.field, manner)
  const text = typing ?? props.unread?.text ?? written

  function type(next: string, forward: boolean) {
    const shaped = forward && options.group ? options.group(next, props.field) : next
    setTyping(shaped)
    const read = fromText(options.completed?.(shaped) ?? shaped, props.field, manner)
    if ('refusal' in read) props.onChange(props.value, { text: shaped, refusal: read.refusal })
    else props.onChange(read.value as ReadValues[T] | null)
  }
  function leave() {
    setTyping(null)
    props.onCommit?.()
  }
  /** A value chosen by other means than typing: the calendar. */
  function choose(next: string) {
    setTyping(null)
    const read = fromText(next, props.field, manner)
    if ('value' in read) props.onChange(read.value as ReadValues[T] | null)
  }
  return { text, typing, type, leave, choose }
}

/** Enter gives the value, Escape takes the change back; only where the surroundings edit one field at a time. */
export function keysOf(props: Pick<FieldEditProps<FieldTypeName>, 'onCommit' | 'onCancel'>, leave: () => void, multiline = false) {
  return (event: KeyboardEvent) => {
    const enters = event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)
    if (enters && props.onCancel) {
      event.preventDefault()
      leave()
    } else if (event.key === 'Escape' && props.onCancel) {
      event.preventDefault()
      event.stopPropagation()
      props.onCancel()
    }
  }
}

export function TypedEdit<T extends FieldTypeName>(props: FieldEditProps<T> & { options?: TypedOptions }) {
  const { options = {} } = props
  const typing = useTyping(props, options)
  return (
    <TextInput
      {...props.frame}
      value={typing.text}
      onChange={(event) => typing.type(event.currentTarget.value, event.currentTarget.selectionStart === event.currentTarget.value.length && grew(event, typing.text))}
      onBlur={typing.leave}
      onKeyDown={keysOf(props, typing.leave)}
      onFocus={(event) => props.density === 'cell' && event.currentTarget.select()}
      autoFocus={props.autoFocus}
      disabled={props.disabled}
      inputMode={options.inputMode}
      type={options.type}
      placeholder={options.placeholder}
      leftSection={options.leftSection}
      rightSection={options.rightSection}
      rightSectionWidth={options.rightSectionWidth}
      autoComplete={options.autoComplete ?? 'off'}
      data-1p-ignore
      className={styles.figures}
    />
  )
}

const grew = (event: { currentTarget: HTMLInputElement }, before: string) => event.currentTarget.value.length > before.length

export function LongTypedEdit<T extends FieldTypeName>(props: FieldEditProps<T>) {
  const typing = useTyping(props)
  return (
    <Textarea
      {...props.frame}
      autosize
      minRows={props.density === 'cell' ? 2 : 3}
      maxRows={14}
      value={typing.text}
      onChange={(event) => typing.type(event.currentTarget.value, false)}
      onBlur={typing.leave}
      onKeyDown={keysOf(props, typing.leave, true)}
      autoFocus={props.autoFocus}
      disabled={props.disabled}
    />
  )
}

/** Text of any type, on one line in a cell, whole on a page. */
export function TypedShow<T extends FieldTypeName>({ value, field, density }: FieldShowProps<T>) {
  const manner = useManner()
  return <span className={density === 'cell' ? styles.oneLine : styles.figures}>{asText(value, field, manner)}</span>
}

/** A filter's value of a type that can be typed. Several: one after another. */
export function TypedFilter<T extends FieldTypeName>({ field, value, onChange, many, frame, autoFocus }: FieldFilterProps<T>) {
  const manner = useManner()
  const shown = (one: ExprValue) => (typeof one === 'string' && isPlainText(field) ? one : asText(one, field, manner))
  const read = (text: string): ExprValue | undefined => {
    const result = fromText(text, field, manner)
    return 'value' in result ? (result.value as ExprValue) : isPlainText(field) ? text : undefined
  }
  if (many) return <SeveralFilter {...{ frame, autoFocus }} texts={Array.isArray(value) ? (value as readonly ExprValue[]).map(shown) : []} onTexts={(texts) => onChange(texts.map(read).filter((one): one is ExprValue => one !== undefined && one !== null))} />
  return <SingleFilter {...{ frame, autoFocus }} text={value === null || Array.isArray(value) ? '' : shown(value)} onText={(text) => onChange(text.trim() === '' ? null : (read(text) ?? null))} />
}

/** Parts of names and numbers are looked for too, so what is not a whole value is still a text to compare with. */
const isPlainText = (field: FieldDefinition) => ['text', 'longText', 'richText', 'mail', 'phone', 'web', 'autoNumber', 'phones', 'mails', 'addresses', 'address', 'file', 'files', 'picture'].includes(field.type)

type FilterFrame = Pick<FieldFilterProps<'text'>, 'frame' | 'autoFocus'>

/** What is typed counts at once; left, it is shown as it was understood. What cannot be read stays to be corrected. */
function SingleFilter({ text, onText, frame, autoFocus }: FilterFrame & { text: string; onText(text: string): void }) {
  const [typing, setTyping] = useState<string | null>(null)
  const type = (next: string) => {
    setTyping(next)
    onText(next)
  }
  return (
    <TextInput
      {...frame}
      autoFocus={autoFocus}
      value={typing ?? text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => text !== '' && setTyping(null)}
      autoComplete="off"
      className={styles.figures}
    />
  )
}

/** Values one after another; the one still being typed counts too. */
function SeveralFilter({ texts, onTexts, frame, autoFocus }: FilterFrame & { texts: readonly string[]; onTexts(texts: readonly string[]): void }) {
  const say = useSay()
  const [typed, setTyped] = useState({ done: texts, still: '' })
  // Both parts may be told of in one stroke, before the screen is drawn anew.
  const now = useRef(typed)
  const tell = (change: Partial<typeof typed>) => {
    now.current = { ...now.current, ...change }
    setTyped(now.current)
    onTexts([...new Set([...now.current.done, now.current.still.trim()])].filter((text) => text !== ''))
  }
  return (
    <TagsInput
      {...frame}
      autoFocus={autoFocus}
      value={[...typed.done]}
      searchValue={typed.still}
      placeholder={typed.done.length === 0 ? say(words.severalValues) : undefined}
      onChange={(done) => tell({ done })}
      onSearchChange={(still) => tell({ still })}
    />
  )
}
