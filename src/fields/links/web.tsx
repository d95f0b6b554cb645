import type { LinkValue } from '../../contract/records.ts'
import type { FieldEditProps, FieldShowProps, FieldWeb } from '../web.ts'
import { LinkFilter } from '../link/web.tsx'
import { RecordsPicker } from '../picker.tsx'
import { RecordLink } from '../record-link.tsx'
import { Tags } from '../tag.tsx'

function Show({ value, field, density }: FieldShowProps<'links'>) {
  if (value === null || value.length === 0) return null
  const link = (one: LinkValue) => (density === 'cell' ? undefined : <RecordLink object={field.target} to={one} plain />)
  return <Tags of={value.map((one) => ({ key: one.id, label: one.name, children: link(one) }))} density={density} />
}

function Edit({ field, value, onChange, density: _, partErrors: __, unread: ___, ...rest }: FieldEditProps<'links'>) {
  return <RecordsPicker target={field.target} value={value ?? []} onChange={(next) => onChange(next.length === 0 ? null : next)} {...rest} />
}

export const web: FieldWeb<'links'> = { Show, Edit, Filter: LinkFilter, sent: (value) => value.map((one) => one.id) }
