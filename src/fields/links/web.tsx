import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { LinkFilter } from '../link/web.tsx'
import { RecordsPicker } from '../picker.tsx'
import { RecordLink } from '../record-link.tsx'
import { Tag } from '../tag.tsx'
import styles from '../fields.module.css'

function Show({ value, field, density }: FieldShowProps<'links'>) {
  if (value === null || value.length === 0) return null
  return (
    <span className={styles.tags} data-density={density}>
      {value.map((one) => (density === 'cell' ? <Tag key={one.id}>{one.name}</Tag> : <Tag key={one.id} title={one.name}><RecordLink object={field.target} to={one} plain /></Tag>))}
    </span>
  )
}

function Edit({ field, value, onChange, density: _, partErrors: __, unread: ___, ...rest }: FieldEditProps<'links'>) {
  return <RecordsPicker target={field.target} value={value ?? []} onChange={(next) => onChange(next.length === 0 ? null : next)} {...rest} />
}

export const web: FieldWeb<'links'> = { Show, Edit, Filter: LinkFilter, sent: (value) => value.map((one) => one.id) }
