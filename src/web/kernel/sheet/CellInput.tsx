import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import type { CellInputProps, Leaving } from './columns.ts'
import style from './sheet.module.css'

/** The key that leaves an edited cell, and where to. Shift+Enter is a line break where a text may have several. */
export function leavingOf(event: KeyboardEvent): Leaving | null {
  if (event.nativeEvent.isComposing) return null
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey) return 'down'
  if (event.key === 'Tab') return event.shiftKey ? 'back' : 'next'
  return null
}

/** A cell is left once: what follows its closing (the blur of the input that goes) says nothing more. */
export function useLeavingOnce<Row>({ onDone, onCancel }: Pick<CellInputProps<Row>, 'onDone' | 'onCancel'>) {
  const left = useRef(false)
  const once = (leave: () => void) => {
    if (left.current) return
    left.current = true
    leave()
  }
  return { done: (text: string | null, leaving: Leaving) => once(() => onDone(text, leaving)), cancel: () => once(onCancel) }
}

/** Text of a cell in one line. */
export function CellInput<Row>(props: CellInputProps<Row>) {
  const { value, ...typing } = useTyping(props)
  return <input className={style.input} aria-label={props.label} value={value} autoFocus autoComplete="off" data-1p-ignore onFocus={(event) => !props.typed && event.currentTarget.select()} {...typing} />
}

/** Text of a cell in as many lines as it needs: Enter leaves, Shift+Enter breaks. */
export function CellLines<Row>(props: CellInputProps<Row>) {
  const { value, ...typing } = useTyping(props)
  return <textarea className={style.lines} aria-label={props.label} value={value} rows={Math.min(12, Math.max(2, value.split('\n').length))} autoFocus onFocus={({ currentTarget }) => currentTarget.setSelectionRange(value.length, value.length)} {...typing} />
}

function useTyping<Row>({ text, onType, ...leaving }: CellInputProps<Row>) {
  const [value, setValue] = useState(text)
  const { done, cancel } = useLeavingOnce(leaving)
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    const how = leavingOf(event)
    if (how === null && event.key !== 'Escape') return
    event.preventDefault()
    if (how === null) cancel()
    else done(value, how)
  }
  const onChange = ({ currentTarget }: { currentTarget: { value: string } }) => {
    setValue(currentTarget.value)
    onType(currentTarget.value)
  }
  return { value, onChange, onKeyDown, onBlur: () => done(value, 'stay') }
}
