import type { LinkValue } from '../../contract/records.ts'
import type { ExprValue } from '../../expression/types.ts'
import type { FieldEditProps, FieldFilterProps, FieldShowProps, FieldWeb } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { Face } from '../face.tsx'
import { RecordPicker, RecordsPicker } from '../picker.tsx'
import { RecordLink } from '../record-link.tsx'
import styles from '../fields.module.css'

function Show({ value, field, density }: FieldShowProps<'link'>) {
  if (value === null) return null
  const name = density === 'cell' ? <span className={styles.oneLine}>{value.name}</span> : <RecordLink object={field.target} to={value} />
  if (field.target !== 'user') return name
  return <span className={styles.person}><Face name={value.name} />{name}</span>
}

function Edit({ field, density: _, partErrors: __, unread: ___, ...rest }: FieldEditProps<'link'>) {
  return <RecordPicker target={field.target} {...rest} />
}

/** A record in a filter may be `me`, which has no id until the filter runs. */
function asRecord(value: ExprValue, say: ReturnType<typeof useSay>): LinkValue | null {
  if (typeof value === 'string') return value === 'me' ? { id: 'me', name: say(words.me) } : { id: value, name: value }
  if (value !== null && typeof value === 'object' && 'id' in value) return { id: value.id, name: value.name ?? value.id }
  return null
}

export function LinkFilter({ field, value, onChange, many, frame, autoFocus }: FieldFilterProps<'link'> | FieldFilterProps<'links'>) {
  const say = useSay()
  if (many) {
    const list = Array.isArray(value) ? (value as readonly ExprValue[]).map((one) => asRecord(one, say)).filter((one) => one !== null) : []
    return <RecordsPicker target={field.target} frame={frame} value={list} onChange={onChange} autoFocus={autoFocus} mayCreate={false} />
  }
  return <RecordPicker target={field.target} frame={frame} value={asRecord(value, say)} onChange={onChange} autoFocus={autoFocus} mayCreate={false} />
}

export const web: FieldWeb<'link'> = { Show, Edit, Filter: LinkFilter, sent: (value) => value.id }
