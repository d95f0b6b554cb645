import { asText } from '../as-text.ts'
import type { FieldShowProps, FieldWeb } from '../web.ts'
import { useManner } from '../web.ts'
import { DatedEdit, DatedFilter } from '../dated.tsx'
import { TypedShow } from '../typed.tsx'
import styles from '../fields.module.css'

/** In a list the minute is enough; the whole of it shows on the record and when one points at it. */
function Show(props: FieldShowProps<'dateTime'>) {
  const manner = useManner()
  if (props.density === 'page') return <TypedShow {...props} />
  const whole = asText(props.value, props.field, manner)
  const minute = whole.replace(/(\d{2}:\d{2}):\d{2}$/, '$1')
  return <span className={styles.oneLine} title={minute === whole ? undefined : whole}>{minute}</span>
}

export const web: FieldWeb<'dateTime'> = { Show, Edit: DatedEdit, Filter: DatedFilter }
