import type { FieldDefinition } from '../../contract/definition.ts'
import { asText } from '../as-text.ts'
import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useManner, useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { TypedEdit, TypedFilter, TypedShow } from '../typed.tsx'
import { phoneAsTyped } from './as-typed.ts'
import { usePlans } from './usePlans.ts'
import styles from '../fields.module.css'

export function Call({ number, field }: { number: string; field: FieldDefinition }) {
  const say = useSay()
  const manner = useManner()
  const shown = asText(number, { ...field, type: 'phone' } as FieldDefinition, manner)
  return <a className={styles.link} href={`tel:${number}`} title={say(words.call, { number: shown })} onClick={(event) => event.stopPropagation()}>{shown}</a>
}

function Show(props: FieldShowProps<'phone'>) {
  usePlans()
  if (props.value === null) return null
  return props.density === 'cell' ? <TypedShow {...props} /> : <Call number={props.value} field={props.field} />
}

function Edit(props: FieldEditProps<'phone'>) {
  usePlans()
  return <TypedEdit {...props} options={{ type: 'tel', group: phoneAsTyped }} />
}

export const web: FieldWeb<'phone'> = { Show, Edit, Filter: TypedFilter }
