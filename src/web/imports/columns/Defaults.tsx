import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import type { Unread } from '../../../fields/web.ts'
import { fieldOf, isLink, type FieldView } from '../../kernel/api/metadata.ts'
import { useRecord } from '../../kernel/api/records.ts'
import { objectOf, useMetadata } from '../../kernel/api/metadata.ts'
import { sentValue } from '../../kernel/records/field/conditions.ts'
import { FieldEdit } from '../../kernel/records/field/FieldEdit.tsx'
import { nameOf } from '../../kernel/records/name.ts'
import { useText } from '../../kernel/ui/language.ts'
import type { Import } from '../api.ts'
import { choose } from '../saving.ts'
import { importableFields } from '../targets.ts'
import { texts } from './texts.ts'
import page from '../imports.module.css'
import style from './columns.module.css'

/** Fields the file says nothing of, filled with one value for all rows. */
export function Defaults({ it, object }: { it: Import; object: ObjectView }) {
  const t = useText()
  const given = it.options.defaults ?? {}
  // A field just added has no value yet; it stands here until it gets one.
  const [added, setAdded] = useState<readonly string[]>([])
  const mapped = new Set(it.mapping.map(({ field }) => field))
  const names = [...new Set([...Object.keys(given), ...added])]
  const free = importableFields(object).filter((field) => !mapped.has(field.name) && !names.includes(field.name))
  const set = (name: string, value: unknown) => {
    const { [name]: _, ...rest } = given
    choose(it.id, { options: { defaults: value === null ? rest : { ...rest, [name]: value } } })
  }
  const remove = (name: string) => {
    setAdded(added.filter((one) => one !== name))
    set(name, null)
  }
  return (
    <section className={page.card} aria-label={t(texts.defaults)}>
      <div className={page.cardHead}>
        <h3 className={page.cardTitle}>{t(texts.defaults)}</h3>
        <span className={page.quiet}>{t(texts.defaultsAbout)}</span>
      </div>
      <div className={style.defaults}>
        {names.map((name) => {
          const field = fieldOf(object, name)
          return field && <Default key={name} field={field} value={given[name]} autoFocus={!(name in given)} onChange={(value) => set(name, value)} onRemove={() => remove(name)} />
        })}
        <Select className={style.addDefault} searchable placeholder={t(texts.addDefault)} aria-label={t(texts.addDefault)} data={free.map((field) => ({ value: field.name, label: t(field.label) }))} value={null} onChange={(value) => value !== null && setAdded([...added, value])} />
      </div>
    </section>
  )
}

function Default({ field, value, autoFocus, onChange, onRemove }: { field: FieldView; value: unknown; autoFocus: boolean; onChange(value: unknown): void; onRemove(): void }) {
  const t = useText()
  const shown = useReadable(field, value)
  const [typed, setTyped] = useState<{ value: unknown; unread?: Unread } | null>(null)
  return (
    <div className={style.default}>
      <div className={style.defaultField}>
        <FieldEdit
          field={field} value={typed === null ? shown : typed.value} unread={typed?.unread} autoFocus={autoFocus}
          onChange={(next, unread) => {
            setTyped({ value: next, unread })
            if (unread === undefined) onChange(sentValue(field, next))
          }}
        />
      </div>
      <ActionIcon className={style.removeDefault} aria-label={t(texts.removeDefault, { field: t(field.label) })} onClick={onRemove}><IconX className={page.icon} /></ActionIcon>
    </div>
  )
}

/** A link is kept as its id; a person reads its name. */
function useReadable(field: FieldView, value: unknown): unknown {
  const target = objectOf(useMetadata(), isLink(field) ? field.target : '')
  const record = useRecord(target?.name ?? '', field.type === 'link' && typeof value === 'string' ? value : null).data
  if (field.type !== 'link' || typeof value !== 'string' || target === null) return value ?? null
  return { id: value, name: nameOf(target, record) }
}
