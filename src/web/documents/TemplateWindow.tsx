import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { madeFrom } from '../../server/documents/contract.ts'
import { useMetadata } from '../kernel/api/metadata.ts'
import { sentence } from '../kernel/api/problem.ts'
import { changeRecord, createRecord } from '../kernel/api/records.ts'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { told } from '../kernel/ui/notify.tsx'
import { Refusal } from '../kernel/ui/Page.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import { Window } from '../kernel/ui/Window.tsx'
import { documentsChanged } from './asking.ts'
import { ChooseFile, type CheckedFile } from './CheckedFile.tsx'
import { texts } from './texts.ts'
import style from './documents.module.css'

export interface TemplateOffered {
  id: string
  version: number
  name: string
  object: string
}

const purposes: Readonly<Record<string, string>> = { quote: 'quote', contract: 'contract', salesOrder: 'confirmation', activity: 'protocol', company: 'letter', person: 'letter' }

/** A new template, or a new file of one that is there. */
export function TemplateWindow({ template, onClose }: { template: TemplateOffered | null; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const { objects } = useMetadata()
  const [object, setObject] = useState(template?.object ?? 'quote')
  const [name, setName] = useState(template?.name ?? '')
  const [inLanguage, setInLanguage] = useState<string>(language)
  const [pdfOnly, setPdfOnly] = useState(false)
  const [checked, setChecked] = useState<CheckedFile | null>(null)
  const save = useAct(async () => {
    const { file } = checked!
    if (template !== null) await changeRecord('documentTemplate', template.id, template.version, { file })
    else await createRecord('documentTemplate', { name: name.trim(), object, language: inLanguage, purpose: purposes[object] ?? 'other', pdfOnly, file, active: true })
    await documentsChanged()
    told(t(texts.saved))
    onClose()
  })
  const kinds = objects.filter((one) => madeFrom.includes(one.name) || one.custom === true).map((one) => ({ value: one.name, label: one.label[language] }))
  const isGood = checked !== null && checked.faults.length === 0 && checked.object === object
  return (
    <Window title={template === null ? t(texts.add) : t(texts.newFileOf, { name: template.name })} onClose={onClose}>
      <div className={style.form}>
        {template === null && <Select label={t(texts.for)} data={kinds} value={object} allowDeselect={false} searchable onChange={(value) => (setObject(value ?? object), setChecked(null))} />}
        <ChooseFile key={object} object={object} checked={checked} onChecked={(one) => (setChecked(one), setName((before) => (before === '' ? one.file.name.replace(/\.\w+$/, '') : before)))} />
        {template === null && (
          <>
            <TextInput label={t(texts.name)} value={name} onChange={(event) => setName(event.currentTarget.value)} required maxLength={200} />
            <Select label={t(texts.inLanguage)} data={[{ value: 'pl', label: t(texts.polish) }, { value: 'en', label: t(texts.english) }]} value={inLanguage} allowDeselect={false} onChange={(value) => setInLanguage(value ?? 'pl')} />
            <Checkbox label={t(texts.pdfOnly)} checked={pdfOnly} onChange={(event) => setPdfOnly(event.currentTarget.checked)} />
          </>
        )}
        {save.error !== null && <Refusal>{sentence(save.error, language)}</Refusal>}
        <div className={style.end}><Button variant="filled" loading={save.busy} disabled={!isGood || name.trim() === ''} onClick={() => void save.run()}>{t(texts.save)}</Button></div>
      </div>
    </Window>
  )
}
