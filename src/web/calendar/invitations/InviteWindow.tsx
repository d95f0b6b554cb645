import { Alert, Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { LinkValue, RecordRow } from '../../../contract/records.ts'
import { RecordsPicker } from '../../../fields/picker.tsx'
import { sentence } from '../../kernel/api/problem.ts'
import { useList } from '../../kernel/api/records.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { invite } from './asking.ts'
import { readMails } from './mails.ts'
import style from './invitations.module.css'
import { texts } from './texts.ts'

/** Whom to ask: the customer's people at hand, anybody on record, colleagues, any address. */
export function InviteWindow({ record, onClose }: { record: RecordRow; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const company = record['company'] as LinkValue | null
  const [people, setPeople] = useState<readonly LinkValue[]>((record['people'] as LinkValue[] | null) ?? [])
  const [users, setUsers] = useState<readonly LinkValue[]>([])
  const [typed, setTyped] = useState('')
  const [message, setMessage] = useState('')
  const { mails, wrong } = readMails(typed)
  const sending = useAct(async () => {
    await invite({ activity: record.id, users: users.map(({ id }) => id), people: people.map(({ id }) => id), mails, ...(message.trim() !== '' && { message: message.trim() }) })
    told(t(texts.sent))
    onClose()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wrong === null) void sending.run()
  }
  const isEmpty = people.length + users.length + mails.length === 0
  return (
    <Window title={t(texts.title)} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {company !== null && company !== undefined && <OfCustomer company={company} chosen={people} onChange={setPeople} />}
          <RecordsPicker target="person" frame={{ label: t(texts.people) }} value={people} onChange={setPeople} />
          <TextInput label={t(texts.mails)} description={t(texts.mailsHelp)} type="text" inputMode="email" autoComplete="off" value={typed} error={wrong === null ? undefined : t(texts.noMail, { mail: wrong })} onChange={(event) => setTyped(event.currentTarget.value)} />
          <RecordsPicker target="user" frame={{ label: t(texts.colleagues) }} value={users} onChange={setUsers} mayCreate={false} />
          <Textarea label={t(texts.message)} autosize minRows={2} maxRows={8} maxLength={5_000} value={message} onChange={(event) => setMessage(event.currentTarget.value)} />
          {sending.error !== null && <Alert color="red" role="alert">{sentence(sending.error, language)}</Alert>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t(texts.cancel)}</Button>
            <Button type="submit" variant="filled" loading={sending.busy} disabled={isEmpty || wrong !== null}>{t(texts.send)}</Button>
          </Group>
        </Stack>
      </form>
    </Window>
  )
}

function OfCustomer({ company, chosen, onChange }: { company: LinkValue; chosen: readonly LinkValue[]; onChange(people: readonly LinkValue[]): void }) {
  const t = useText()
  const people = useList('person', { columns: ['name', 'position'], where: `company = '${company.id}' and mails is not empty`, order: 'name', limit: 8 }).data?.rows ?? []
  if (people.length === 0) return null
  const toggle = (one: LinkValue) => onChange(chosen.some(({ id }) => id === one.id) ? chosen.filter(({ id }) => id !== one.id) : [...chosen, one])
  return (
    <fieldset className={style.ofCustomer}>
      <legend>{t(texts.ofCustomer, { name: company.name })}</legend>
      {people.map((row) => (
        <Checkbox key={row.id} size="sm" checked={chosen.some(({ id }) => id === row.id)} onChange={() => toggle({ id: row.id, name: String(row['name']) })} label={[row['name'], row['position']].filter((part) => typeof part === 'string' && part !== '').join(', ')} />
      ))}
    </fieldset>
  )
}
