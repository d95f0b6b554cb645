import { Alert, Button, Checkbox, Group, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../../../contract/route.ts'
import type { RecordRow } from '../../../contract/records.ts'
import type { readSending } from '../../../server/quotes/contract.ts'
import { sentence } from '../../kernel/api/problem.ts'
import { readRecord } from '../../kernel/api/records.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { sendingQuery, sendQuote } from '../asking.ts'
import { MakeDocument } from './MakeDocument.tsx'
import style from './sending.module.css'
import { texts } from './texts.ts'

type Sending = Answer<typeof readSending>

/** The quote goes to its customer by mail: to whom, in which words, with what. */
export function SendingWindow({ record, onClose }: { record: RecordRow; onClose(): void }) {
  const t = useText()
  const sending = useQuery(sendingQuery(record.id))
  return (
    <Window title={t(texts.title, { number: String(record['number']) })} onClose={onClose}>
      {sending.isError ? <RefusedFace error={sending.error} /> : sending.data === undefined ? <Waiting lines={5} /> : <Letter record={record} sending={sending.data} refetch={sending.refetch} onClose={onClose} />}
    </Window>
  )
}

function Letter({ record, sending, refetch, onClose }: { record: RecordRow; sending: Sending; refetch(): Promise<unknown>; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const [to, setTo] = useState(sending.to.map(({ address }) => address))
  const [subject, setSubject] = useState(sending.subject)
  const [message, setMessage] = useState(sending.message)
  const [along, setAlong] = useState<ReadonlySet<string>>(() => new Set(sending.documents.slice(0, 1).map(({ id }) => id)))
  const submit = useAct(async () => {
    // The grid may have saved a word a moment ago: it goes out as it stands now.
    const { version } = await readRecord('quote', record.id, ['number'])
    const chosen = (of: readonly { id: string }[]) => of.flatMap(({ id }) => (along.has(id) ? id : []))
    const names = new Map(sending.to.map(({ name, address }) => [address, name]))
    await sendQuote(record.id, { version, subject, message, to: to.map((address) => ({ address, ...(names.get(address) ? { name: names.get(address) } : {}) })), documents: chosen(sending.documents), productDocuments: chosen(sending.productDocuments) })
    told(t(texts.sent, { number: String(record['number']) }))
    onClose()
  })
  const toggle = (id: string, is: boolean) => setAlong(new Set(is ? [...along, id] : [...along].filter((one) => one !== id)))
  const documents = [...sending.documents.map((one) => ({ ...one, of: '' })), ...sending.productDocuments.map(({ product, ...one }) => ({ ...one, of: product }))]
  return (
    <div className={style.letter}>
      {sending.why !== null && <Alert color="amber" role="alert">{sending.why}</Alert>}
      <TagsInput label={t(texts.to)} description={t(texts.toHelp)} data={sending.to.map(({ address }) => address)} value={to} onChange={setTo} splitChars={[',', ';', ' ']} acceptValueOnBlur maxTags={20} error={to.length === 0 && submit.error !== null ? t(texts.noRecipient) : undefined} />
      <TextInput label={t(texts.subject)} value={subject} maxLength={300} onChange={(event) => setSubject(event.currentTarget.value)} />
      <Textarea label={t(texts.message)} value={message} maxLength={10_000} autosize minRows={6} maxRows={14} onChange={(event) => setMessage(event.currentTarget.value)} description={t(texts.linkGoes)} inputWrapperOrder={['label', 'input', 'description', 'error']} />
      <fieldset className={style.along}>
        <legend>{t(texts.attachments)}</legend>
        {documents.length === 0 && <span className={style.quiet}>{t(texts.noAttachments)}</span>}
        {documents.map(({ id, name, of }) => <Checkbox key={id} label={of === '' ? name : `${name} (${of})`} checked={along.has(id)} onChange={(event) => toggle(id, event.currentTarget.checked)} />)}
        <MakeDocument quote={record.id} onMade={async (id) => { await refetch(); toggle(id, true) }} />
      </fieldset>
      <p className={style.quiet}>{t(texts.freeze)}</p>
      {submit.error !== null && <Alert color="red" role="alert">{sentence(submit.error, language)}</Alert>}
      <Group justify="flex-end">
        <Button onClick={onClose}>{t(texts.cancel)}</Button>
        <Button variant="filled" loading={submit.busy} disabled={sending.why !== null || to.length === 0 || subject.trim() === ''} onClick={() => void submit.run()}>{t(texts.submit)}</Button>
      </Group>
    </div>
  )
}
