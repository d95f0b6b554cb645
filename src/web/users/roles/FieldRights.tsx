import { SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import { fold } from '../../../expression/fold.ts'
import { useText } from '../../kernel/ui/language.ts'
import { accessOf, withField, type FieldAccess, type Rights } from './draft.ts'
import { texts } from './texts.ts'
import { narrowable } from './words.ts'
import style from './roles.module.css'

/** Per field: not there at all, read, or written. */
export function FieldRights({ object, rights, onChange }: { object: ObjectView; rights: Rights; onChange(rights: Rights): void }) {
  const t = useText()
  const [search, setSearch] = useState('')
  const fields = narrowable(object).filter((field) => fold(t(field.label)).includes(fold(search)))
  const choices = [{ value: 'none', label: t(texts.fieldNone) }, { value: 'read', label: t(texts.fieldRead) }, { value: 'write', label: t(texts.fieldWrite) }]
  return (
    <div className={style.fieldList}>
      <p className={style.hint}>{t(texts.fieldsAbout)}</p>
      <TextInput type="search" value={search} onChange={(event) => setSearch(event.currentTarget.value)} placeholder={t(texts.fieldSearch)} aria-label={t(texts.fieldSearch)} leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />} />
      {fields.length === 0 && <p className={style.hint}>{t(texts.noField)}</p>}
      <ul className={style.fieldRows}>
        {fields.map((field) => {
          const access = accessOf(rights, object.name, field.name)
          return (
            <li key={field.name} data-narrowed={access !== 'write' || undefined}>
              <span className={style.fieldName}>{t(field.label)}</span>
              <SegmentedControl size="xs" aria-label={t(texts.fieldOf, { field: t(field.label) })} data={choices} value={access} onChange={(value) => onChange(withField(rights, object.name, field.name, value as FieldAccess))} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
