import { Select } from '@mantine/core'
import type { LinkValue } from '../../contract/records.ts'
import { useMetadata, objectOf } from '../kernel/api/metadata.ts'
import { useList } from '../kernel/api/records.ts'
import { useText } from '../kernel/ui/language.ts'
import { usePipelines } from './asking.ts'
import { texts } from './texts.ts'

interface OneProps {
  label: string
  data: readonly { value: string; label: string }[]
  value: string
  onChange(value: string): void
  width?: number
}

/** One of several; there is always one. */
export const One = ({ label, data, value, onChange, width = 190 }: OneProps) => (
  <Select label={label} data={data as OneProps['data'][number][]} value={value} allowDeselect={false} searchable={data.length > 12} onChange={(next) => next !== null && onChange(next)} w={width} maw="100%" />
)

export function PipelineChoice({ value, onChange, needed }: { value: string | undefined; onChange(value: string | undefined): void; needed?: boolean }) {
  const t = useText()
  const all = (usePipelines().data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const offered = needed ? all : [{ value: '', label: t(texts.allPipelines) }, ...all]
  return <One label={t(texts.pipeline)} data={offered} value={value ?? (needed ? (all[0]?.value ?? '') : '')} onChange={(next) => onChange(next === '' ? undefined : next)} />
}

/** Records of an object, by name: people, teams, methods. Those that one may not see are not there. */
export function useNames(object: string, where?: string): readonly LinkValue[] {
  const found = objectOf(useMetadata(), object)
  const rows = useList(object, { columns: [found?.nameField ?? 'name'], where, order: found?.nameField, limit: 500 }, { enabled: found !== null }).data?.rows ?? []
  return rows.map((row) => ({ id: row.id, name: String(row[found!.nameField] ?? '') }))
}

/** Whose deals: everybody's that one may see, or those of one person. */
export function PersonChoice({ value, onChange }: { value: string | undefined; onChange(value: string | undefined): void }) {
  const t = useText()
  const people = useNames('user', 'active')
  return <One label={t(texts.seller)} data={[{ value: '', label: t(texts.everybody) }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} value={value ?? ''} onChange={(next) => onChange(next === '' ? undefined : next)} />
}
