import { Alert, Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Values } from '../../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import type { Unread } from '../../../fields/web.ts'
import { webOf } from '../../../fields/webs.ts'
import { fieldOf, useObject, type FieldView } from '../../kernel/api/metadata.ts'
import { fieldSentences, sentence } from '../../kernel/api/problem.ts'
import { useRecord } from '../../kernel/api/records.ts'
import { FieldEdit } from '../../kernel/records/field/FieldEdit.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useManner, useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { changeEntry, type Which } from '../acts.ts'
import { rangeText } from '../content.ts'
import type { Shown } from '../entries.ts'
import { texts } from '../texts.ts'

const names = ['title', 'place', 'meetingUrl', 'company', 'people', 'participants', 'description', 'showAs'] as const

/** What is said of one occurrence, of it and those after it, or of the whole series; when it is, one moves in the calendar. */
export function ChangeWindow({ entry, onClose }: { entry: Shown; onClose(): void }) {
  const t = useText()
  const activities = useObject('activity')
  const read = useRecord('activity', entry.id)
  return (
    <Window title={t(texts.changeTitle, { title: entry.title ?? '' })} onClose={onClose}>
      {read.isError && <RefusedFace error={read.error} />}
      {read.isPending && <Waiting lines={6} />}
      {read.data && activities && <ChangeForm entry={entry} record={read.data} object={activities} onClose={onClose} />}
    </Window>
  )
}

interface FormProps {
  entry: Shown
  record: RecordRow
  object: ObjectView
  onClose(): void
}

const sent = (field: FieldView, value: unknown): unknown => (value === null || value === undefined ? null : (webOf(field).sent?.(value as never) ?? value))

function ChangeForm({ entry, record, object, onClose }: FormProps) {
  const t = useText()
  const language = useLanguage()
  const manner = useManner()
  const [which, setWhich] = useState<Which>('this')
  const [values, setValues] = useState<Values>({})
  const [unread, setUnread] = useState<Readonly<Record<string, Unread | undefined>>>({})
  const fields = names.flatMap((name) => fieldOf(object, name) ?? []).filter(({ access }) => access === 'write')
  const saving = useAct(async () => {
    await changeEntry(entry, Object.fromEntries(fields.filter(({ name }) => name in values).map((field) => [field.name, sent(field, values[field.name])])), which)
    told(t(texts.changed, { title: entry.title ?? '' }))
    onClose()
  })
  const wrong = fieldSentences(saving.error)
  const isReady = Object.keys(values).length > 0 && Object.values(unread).every((one) => one === undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) void saving.run()
  }
  const choices = (['this', 'following', 'all'] as const).map((value) => ({ value, label: t(texts[value]) }))
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <div>{rangeText(entry, manner)}</div>
        <SegmentedControl size="xs" aria-label={t(texts.whichTitle)} data={choices} value={which} onChange={(next) => setWhich(next as Which)} />
        {fields.map((field) => (
          <FieldEdit key={field.name} field={field} value={field.name in values ? values[field.name] : record[field.name]} unread={unread[field.name]} error={wrong[field.name]} required={field.required === true}
            onChange={(value, fault) => (setValues((before) => ({ ...before, [field.name]: value })), setUnread((before) => ({ ...before, [field.name]: fault })))} />
        ))}
        {saving.error !== null && Object.keys(wrong).length === 0 && <Alert color="red" role="alert">{sentence(saving.error, language)}</Alert>}
        <Group justify="space-between">
          <Go className="sd-link" href={toRecord('activity', entry.series ?? entry.id)} onClick={onClose}>{t(texts.openSeries)}</Go>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>{t(texts.cancel)}</Button>
            <Button type="submit" variant="filled" disabled={!isReady} loading={saving.busy}>{t(texts.save)}</Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
