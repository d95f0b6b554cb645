import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useText } from '../../ui/language.ts'
import { sentValue } from '../field/conditions.ts'
import { openEdit } from '../form/open.ts'
import { rulesOf, useAbout, type FieldRules } from '../form/rules.ts'
import type { Section } from '../form/sections.ts'
import { FieldRow } from './FieldRow.tsx'
import { texts } from './texts.ts'
import style from './page.module.css'

/** The record's fields in their sections, each edited where it stands. Empty ones wait behind a line. */
export function Fields({ object, record, sections: given }: { object: ObjectView; record: RecordRow; sections: readonly Section[] }) {
  const t = useText()
  const rules = rulesOf(useAbout(object.name), record, t)
  // The name stands in the head; in the phone's and the page's fields it is not said again.
  const sections = given.filter(rules.isSectionShown).map((section) => ({ ...section, fields: section.fields.filter((field) => field.name !== object.nameField && rules.isShown(field)) }))
  return sections.filter((section) => section.fields.length > 0).map((section) => <SectionOfFields key={section.key} object={object} record={record} section={section} rules={rules} />)
}

function SectionOfFields({ object, record, section, rules }: { object: ObjectView; record: RecordRow; section: Section; rules: FieldRules }) {
  const t = useText()
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState(section.collapsed !== true)
  const label = t(section.label ?? object.label)
  const empty = section.fields.filter((field) => sentValue(field, record[field.name]) === null || (field.type === 'yesNo' && record[field.name] !== true))
  const shown = all ? section.fields : section.fields.filter((field) => !empty.includes(field))
  const mayEdit = record.can?.change === true && typeof record.deletedAt !== 'string'
  if (shown.length === 0 && !mayEdit) return null
  return (
    <section className={style.section}>
      <div className={style.sectionHead}>
        <h2 className={style.sectionTitle}>{section.collapsed ? <button type="button" className={style.fold} aria-expanded={open} onClick={() => setOpen(!open)}>{label}<IconChevronRight className={style.small} aria-hidden /></button> : label}</h2>
        {mayEdit && <button type="button" className={style.act} aria-label={t(texts.editSection, { label })} onClick={() => openEdit(object.name, record.id, section.key)}>{t(texts.edit)}</button>}
      </div>
      {open && <dl className={style.rows} data-columns={section.columns}>
        {shown.map((field) => <FieldRow key={field.name} object={object} record={record} field={field} whyNot={mayEdit ? rules.whyDisabled(field) : t(texts.mayNotChange)} required={rules.isRequired(field)} />)}
      </dl>}
      {open && empty.length > 0 && mayEdit && (
        <button type="button" className={style.emptyToggle} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t(texts.hideEmpty) : t(texts.emptyFields, { count: empty.length })}
        </button>
      )}
    </section>
  )
}
