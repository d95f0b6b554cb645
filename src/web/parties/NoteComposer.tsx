import { ActionIcon, Button, FileButton, Progress, Textarea, Tooltip } from '@mantine/core'
import { IconAt, IconPaperclip } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { LinkValue, ObjectView, RecordRow } from '../../contract/records.ts'
import { StoredFile } from '../../fields/stored.tsx'
import { keys, queries } from '../kernel/api/client.ts'
import { isLink, useObject } from '../kernel/api/metadata.ts'
import { createRecord } from '../kernel/api/records.ts'
import { sentence } from '../kernel/api/problem.ts'
import { dropDraft, useDraft, useKeptDraft } from '../kernel/records/form/drafts.ts'
import { Waiting } from '../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { MentionList, useMentions } from './MentionList.tsx'
import { stillMentioned } from './mentions.ts'
import { texts } from './texts.ts'
import { useAttachments } from './useAttachments.ts'
import style from './parties.module.css'

/** Writes a note about the record. What is typed and not saved waits for the person, wherever he comes back from. */
export function NoteComposer({ object, record }: { object: ObjectView; record: RecordRow }) {
  const draft = useDraft('note', `on:${record.id}`)
  if (draft.isPending) return <Waiting lines={1} />
  return <Note key={record.id} object={object} record={record} begun={String(draft.data?.draft.values.text ?? '')} mentioned={(draft.data?.draft.values.mentions as LinkValue[] | undefined) ?? []} />
}

function Note({ object, record, begun, mentioned }: { object: ObjectView; record: RecordRow; begun: string; mentioned: LinkValue[] }) {
  const t = useText()
  const input = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(begun)
  const [open, setOpen] = useState(begun !== '')
  const files = useAttachments()
  const mentions = useMentions({ input, text, onText: setText, mentioned })
  const saving = useNoteSaving({ object, record, text, mentions: mentions.people, files: files.sent, onSaved: () => (setText(''), files.clear(), mentions.clear(), setOpen(false), input.current?.focus()) })
  const ready = text.trim() !== '' && files.sending.length === 0
  const take = (dropped: FileList) => (files.send([...dropped]), setOpen(true))
  const keysOf = (event: KeyboardEvent) => {
    if (mentions.takesKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) {
      event.preventDefault()
      void saving.save()
    }
  }
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={(event) => (event.preventDefault(), take(event.dataTransfer.files))}>
      <Textarea
        ref={input} variant="unstyled" autosize minRows={open ? 3 : 1} maxRows={16}
        aria-label={t(texts.note)} placeholder={t(texts.writeNote)} value={text} error={saving.refusal}
        onFocus={() => setOpen(true)}
        onChange={(event) => (setText(event.currentTarget.value), mentions.look())}
        onSelect={mentions.look}
        onKeyDown={keysOf}
        onPaste={(event) => event.clipboardData.files.length > 0 && take(event.clipboardData.files)}
        role="combobox" aria-expanded={mentions.open} aria-controls="mentions" aria-autocomplete="list" aria-activedescendant={mentions.activeId}
      />
      <MentionList mentions={mentions} />
      <Attached files={files} />
      {(open || files.sent.length > 0) && <Foot files={files} mentions={mentions} named={stillMentioned(mentions.people, text)} saving={saving} ready={ready} />}
    </div>
  )
}

type Attachments = ReturnType<typeof useAttachments>

function Attached({ files }: { files: Attachments }) {
  if (files.sent.length + files.sending.length + files.failed.length === 0) return null
  return (
    <ul className={style.attached}>
      {files.sent.map((file, index) => <li key={file.hash + index}><StoredFile file={file} field="files" at={undefined} onRemove={() => files.remove(index)} /></li>)}
      {files.sending.map((one) => <li key={one.key}>{one.name}<Progress value={one.share * 100} aria-label={one.name} /></li>)}
      {files.failed.map((one) => <li key={one.key} className={style.wrong} role="alert">{one.name}: {one.failed}</li>)}
    </ul>
  )
}

interface FootProps {
  files: Attachments
  mentions: ReturnType<typeof useMentions>
  named: readonly LinkValue[]
  saving: ReturnType<typeof useNoteSaving>
  ready: boolean
}

function Foot({ files, mentions, named, saving, ready }: FootProps) {
  const t = useText()
  return (
    <div className={style.noteFoot}>
      <FileButton multiple onChange={(chosen) => files.send(chosen)}>
        {(button) => <Tooltip label={t(texts.attach)}><ActionIcon {...button} aria-label={t(texts.attach)}><IconPaperclip className={style.icon} /></ActionIcon></Tooltip>}
      </FileButton>
      <Tooltip label={t(texts.mention)}><ActionIcon aria-label={t(texts.mention)} onClick={mentions.begin}><IconAt className={style.icon} /></ActionIcon></Tooltip>
      <span className={style.quiet}>{named.length > 0 ? t(texts.notifies, { names: named.map((one) => one.name).join(', ') }) : t(texts.saveKeys)}</span>
      <Button variant="filled" className={style.save} loading={saving.busy} disabled={!ready} onClick={() => void saving.save()}>{t(texts.saveNote)}</Button>
    </div>
  )
}

interface NoteToSave {
  object: ObjectView
  record: RecordRow
  text: string
  mentions: readonly LinkValue[]
  files: ReturnType<typeof useAttachments>['sent']
  onSaved(): void
}

function useNoteSaving({ object, record, text, mentions, files, onSaved }: NoteToSave) {
  const language = useLanguage()
  const notes = useObject('note')
  const link = notes?.fields.find((field) => isLink(field) && field.type === 'link' && field.target === object.name)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const running = useRef(false)
  const attempt = useRef({ text: '', key: '' })
  const place = `on:${record.id}`
  const named = stillMentioned(mentions, text)
  useKeptDraft('note', place, { values: { text, mentions: named }, unread: {} }, () => !running.current)

  async function save() {
    if (running.current || link === undefined) return
    running.current = true
    setBusy(true)
    const values = { text: text.trim(), [link.name]: record.id, ...(named.length > 0 ? { mentions: named.map((one) => one.id) } : {}), ...(files.length > 0 ? { files } : {}) }
    const said = JSON.stringify(values)
    if (attempt.current.text !== said) attempt.current = { text: said, key: crypto.randomUUID() }
    try {
      await createRecord('note', values, attempt.current.key)
      await dropDraft('note', place)
      attempt.current = { text: '', key: '' }
      setRefusal(undefined)
      onSaved()
      void queries.invalidateQueries({ queryKey: keys.timeline(object.name, record.id) })
    } catch (error) {
      setRefusal(sentence(error, language))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { save, busy, refusal }
}
