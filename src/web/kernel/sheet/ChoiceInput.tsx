import { useState } from 'react'
import type { CellInputProps, Leaving } from './columns.ts'
import { OffersInput } from './OffersInput.tsx'

/** One of a few, found by its first letters. */
export function ChoiceInput<Row>({ choices, ...props }: CellInputProps<Row> & { choices: readonly { value: string; label: string }[] }) {
  const [sought, setSought] = useState(props.typed ? props.text : '')
  const offered = found(choices, sought)
  const pick = (value: string, leaving: Leaving) => props.onDone(choices.find((one) => one.value === value)?.label ?? '', leaving)
  return <OffersInput {...props} takesFirst offers={offered.map(({ value, label }) => ({ key: value, shown: label }))} onSought={setSought} onPick={pick} />
}

/** What begins with the letters first, then what has them inside. */
function found(choices: readonly { value: string; label: string }[], sought: string) {
  const text = sought.trim().toLocaleLowerCase()
  const begins = choices.filter(({ label }) => label.toLocaleLowerCase().startsWith(text))
  return [...begins, ...choices.filter((one) => !begins.includes(one) && one.label.toLocaleLowerCase().includes(text))]
}
