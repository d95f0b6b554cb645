import type { FieldShowProps, FieldWeb } from '../web.ts'
import { LongTypedEdit, TypedFilter } from '../typed.tsx'
import { Linked } from '../linked.tsx'
import styles from '../fields.module.css'

function Show({ value, density }: FieldShowProps<'longText'>) {
  if (value === null) return null
  if (density === 'cell') return <span className={styles.oneLine}>{value.split('\n', 1)[0]}</span>
  return <p className={styles.long}><Linked text={value} /></p>
}

export const web: FieldWeb<'longText'> = { Show, Edit: LongTypedEdit, Filter: TypedFilter, wide: true }
