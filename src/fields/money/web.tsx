import { NativeSelect } from '@mantine/core'
import { asText, fromText } from '../as-text.ts'
import type { Money } from '../field.ts'
import type { FieldEditProps, FieldWeb } from '../web.ts'
import { useManner, useSay, useSurroundings } from '../web.ts'
import { words } from '../web-texts.ts'
import { TypedEdit, TypedFilter, TypedShow } from '../typed.tsx'

/** The amount is typed, its currency stands beside it; '100 EUR' typed or pasted sets both. */
function Edit(props: FieldEditProps<'money'>) {
  const say = useSay()
  const manner = useManner()
  const { currencies } = useSurroundings()
  const currency = props.value?.currency ?? props.field.currency ?? manner.currency
  const offered = currencies.includes(currency) ? currencies : [currency, ...currencies]
  const choose = (next: string) => {
    if (props.value !== null) props.onChange({ ...props.value, currency: next })
    else props.onChange(null)
  }
  const select = (
    <NativeSelect
      variant="unstyled"
      size="sm"
      // Its own, or the width that the amount leaves for it would hide the currency.
      rightSectionWidth="1.5rem"
      aria-label={say(words.currency)}
      value={currency}
      data={[...offered]}
      disabled={props.disabled || props.value === null}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  )
  const written = (value: unknown) => (value === null || value === undefined ? '' : asText(value, props.field, manner).replace(/[\s\u00a0]*(\p{L}+|\p{Sc})$/u, ''))
  /** An amount without a currency keeps the one beside it. */
  const completed = (text: string) => {
    const read = fromText(text, props.field, manner)
    const names = /\p{L}|\p{Sc}/u.test(text)
    return 'value' in read && read.value !== null && !names && (read.value as Money).currency !== currency ? `${text} ${currency}` : text
  }
  return <TypedEdit {...props} options={{ inputMode: 'decimal', rightSection: select, rightSectionWidth: '5rem', written, completed }} />
}

export const web: FieldWeb<'money'> = { Show: TypedShow, Edit, Filter: TypedFilter, align: 'right' }
