import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FieldDefinition } from '../../contract/definition.ts'
import { tryTemplate } from '../../server/documents/contract.ts'
import { withQuery } from '../kernel/api/request.ts'
import { FieldEdit } from '../kernel/records/field/FieldEdit.tsx'
import { useText } from '../kernel/ui/language.ts'
import { Window } from '../kernel/ui/Window.tsx'
import { useOffered } from './asking.ts'
import type { TemplateOffered } from './TemplateWindow.tsx'
import { texts } from './texts.ts'
import style from './documents.module.css'

/** What a template makes of a record of one's choice. */
export function TryWindow({ template, onClose }: { template: TemplateOffered; onClose(): void }) {
  const t = useText()
  const [record, setRecord] = useState<{ id: string; name: string } | null>(null)
  const offered = useOffered(template.object)
  const field: FieldDefinition<'link'> = { id: 'documents.try', name: 'try', type: 'link', target: template.object, label: texts.tryOn }
  const href = (format: 'file' | 'pdf') => (record === null ? undefined : withQuery(tryTemplate.path, { template: template.id, id: record.id, format }))
  return (
    <Window title={t(texts.tryOne, { name: template.name })} onClose={onClose}>
      <div className={style.form}>
        <FieldEdit field={field} value={record} onChange={(value) => setRecord(value as { id: string; name: string } | null)} />
        <p className={style.quiet}>{t(texts.tryAbout)}</p>
        {offered.data?.pdf.available === false && <p className={style.quiet}>{offered.data.pdf.hindrance}</p>}
        <div className={style.end}>
          <Button component="a" href={href('pdf')} data-disabled={record === null || offered.data?.pdf.available === false || undefined}>{t(texts.tryPdf)}</Button>
          <Button component="a" variant="filled" href={href('file')} data-disabled={record === null || undefined}>{t(texts.tryFile)}</Button>
        </div>
      </div>
    </Window>
  )
}
