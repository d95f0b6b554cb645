import { Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import type { FieldDefinition } from '../../contract/definition.ts'
import type { FileValue } from '../../fields/field.ts'
import { changeSettings } from '../../server/documents/contract.ts'
import { objectOf, useMetadata } from '../kernel/api/metadata.ts'
import { listRecords } from '../kernel/api/records.ts'
import { call } from '../kernel/api/request.ts'
import { FieldEdit } from '../kernel/records/field/FieldEdit.tsx'
import { fileHref } from '../kernel/records/field/files.ts'
import { openEdit } from '../kernel/records/form/open.ts'
import { EmptyFace, RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { refused, told } from '../kernel/ui/notify.tsx'
import { Page, Section } from '../kernel/ui/Page.tsx'
import { settingsChanged, useSettings } from './asking.ts'
import { Markers } from './Markers.tsx'
import { TemplateWindow, type TemplateOffered } from './TemplateWindow.tsx'
import { texts } from './texts.ts'
import { titles } from './titles.ts'
import { TryWindow } from './TryWindow.tsx'
import style from './documents.module.css'

interface Kept extends TemplateOffered {
  language: string
  edition: string
  active: boolean
  pdfOnly: boolean | null
  file: FileValue
}

type Opened = { kind: 'new' } | { kind: 'file' | 'try'; template: Kept }

export function TemplatesScreen() {
  const t = useText()
  const [open, setOpen] = useState<Opened | null>(null)
  const list = { columns: ['name', 'object', 'language', 'edition', 'active', 'pdfOnly', 'file'], order: 'object,language,name', limit: 200 }
  const kept = useQuery({ queryKey: ['documents', 'kept'], queryFn: async ({ signal }) => (await listRecords('documentTemplate', list, signal)).rows as unknown as Kept[], refetchInterval: 15_000 })
  const button = <Button variant="filled" leftSection={<IconPlus size={15} stroke={2} />} onClick={() => setOpen({ kind: 'new' })}>{t(texts.add)}</Button>
  return (
    <Page title={t(titles.templates)} lead={t(texts.lead, { marker: '{{company.name}}' })} acts={button}>
      {kept.isError && <RefusedFace error={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.isPending && <Waiting lines={6} />}
      {kept.data?.length === 0 && <EmptyFace icon={<IconTemplate size={28} stroke={1.5} aria-hidden />} title={t(texts.noTemplates)} action={button} />}
      {kept.data !== undefined && kept.data.length > 0 && (
        <Section title={t(texts.templates)} about={t(texts.templatesAbout)}>
          <ul className={style.list}>{kept.data.map((template) => <Item key={template.id} template={template} onOpen={setOpen} />)}</ul>
        </Section>
      )}
      <Section title={t(texts.seller)} about={t(texts.sellerAbout, { marker: '{{our.' })}><Seller /></Section>
      <Section title={t(texts.markers)} about={t(texts.markersAbout)} wide><Markers /></Section>
      {open?.kind === 'new' && <TemplateWindow template={null} onClose={() => (setOpen(null), void kept.refetch())} />}
      {open?.kind === 'file' && <TemplateWindow template={open.template} onClose={() => (setOpen(null), void kept.refetch())} />}
      {open?.kind === 'try' && <TryWindow template={open.template} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Item({ template, onOpen }: { template: Kept; onOpen(open: Opened): void }) {
  const t = useText()
  const language = useLanguage()
  const metadata = useMetadata()
  const { id, name, object, edition, active, pdfOnly, file } = template
  return (
    <li className={style.item} data-off={!active || undefined}>
      <div className={style.itemBody}>
        <div className={style.itemName}>
          {name}
          {pdfOnly === true && <Badge variant="light">{t(texts.pdfOnly)}</Badge>}
          {!active && <Badge color="grey" variant="light">{t(texts.inactive)}</Badge>}
        </div>
        <div className={style.itemAbout}>
          <span>{objectOf(metadata, object)?.label[language] ?? object}</span>
          <span>{t(texts.language, { language: template.language })}</span>
          <span>{t(texts.edition, { edition })}</span>
        </div>
      </div>
      <div className={style.acts}>
        <Button size="compact-sm" component="a" href={fileHref(file, { object: 'documentTemplate', id, field: 'file' })} download aria-label={t(texts.fileOf, { name })}>{t(texts.file)}</Button>
        <Button size="compact-sm" onClick={() => onOpen({ kind: 'file', template })} aria-label={t(texts.newFileOf, { name })}>{t(texts.newFile)}</Button>
        <Button size="compact-sm" onClick={() => onOpen({ kind: 'try', template })} aria-label={t(texts.tryOne, { name })}>{t(texts.tryIt)}</Button>
        <Button size="compact-sm" onClick={() => openEdit('documentTemplate', id)} aria-label={t(texts.editOne, { name })}>{t(texts.edit)}</Button>
      </div>
    </li>
  )
}

function Seller() {
  const t = useText()
  const settings = useSettings()
  if (settings.data === undefined) return <Waiting lines={1} />
  const field: FieldDefinition<'link'> = { id: 'documents.seller', name: 'seller', type: 'link', target: 'company', label: texts.seller }
  const store = (value: unknown) => {
    const seller = typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
    call(changeSettings, { body: { seller } }).then(() => settingsChanged()).then(() => told(t(texts.sellerSaved)), refused)
  }
  return <FieldEdit field={field} value={settings.data.seller} onChange={store} />
}
