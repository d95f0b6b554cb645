import { Select } from '@mantine/core'
import type { FieldView } from '../../kernel/api/metadata.ts'
import { objectOf, useMetadata } from '../../kernel/api/metadata.ts'
import { useText } from '../../kernel/ui/language.ts'
import type { ColumnTarget } from '../api.ts'
import { lookupsOf, mayBeMade } from '../targets.ts'
import { texts } from './texts.ts'
import style from './columns.module.css'

interface LinkMannerProps {
  field: FieldView & { target: string }
  target: ColumnTarget
  header: string
  onChange(change: Partial<ColumnTarget>): void
}

/** By what a linked record is found, and what happens when it is not. */
export function LinkManner({ field, target, header, onChange }: LinkMannerProps) {
  const t = useText()
  const linked = objectOf(useMetadata(), field.target)
  const lookups = lookupsOf(linked)
  const by = target.by ?? linked?.nameField
  const makes = mayBeMade(linked, by)
  const ways = [{ value: 'refuse', label: t(texts.refuse) }, { value: 'empty', label: t(texts.empty) }, ...(makes || target.whenMissing === 'create' ? [{ value: 'create', label: t(texts.create) }] : [])]
  const turnBy = (value: string | null) => value !== null && onChange({ by: value, ...(target.whenMissing === 'create' && !mayBeMade(linked, value) ? { whenMissing: 'refuse' } : {}) })
  return (
    <div className={style.linkManner}>
      {lookups.length > 1 && (
        <label className={style.manner}>
          <span aria-hidden>{t(texts.by)}</span>
          <Select size="xs" aria-label={t(texts.byFor, { column: header })} data={lookups.map((one) => ({ value: one.name, label: t(one.label) }))} value={by ?? null} allowDeselect={false} onChange={turnBy} />
        </label>
      )}
      <label className={style.manner}>
        <span aria-hidden>{t(texts.missing)}</span>
        <Select size="xs" aria-label={t(texts.missingFor, { column: header })} data={ways} value={target.whenMissing ?? 'refuse'} allowDeselect={false} onChange={(value) => value !== null && onChange({ whenMissing: value as ColumnTarget['whenMissing'] })} />
      </label>
    </div>
  )
}
