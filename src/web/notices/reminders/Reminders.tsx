import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlarmPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordRow } from '../../../contract/records.ts'
import type { Answer } from '../../../contract/route.ts'
import type { listReminders, Reminder } from '../../../server/reminders/contract.ts'
import { queries } from '../../kernel/api/client.ts'
import { sentence } from '../../kernel/api/problem.ts'
import { request } from '../../kernel/api/request.ts'
import { fullMoment, momentText } from '../../kernel/records/time.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useManner, useText } from '../../kernel/ui/language.ts'
import { Refusal } from '../../kernel/ui/Page.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { beforeText, usualBefore } from './before.ts'
import { texts } from './texts.ts'
import style from '../notices.module.css'

type Answered = Answer<typeof listReminders>

/** One's own reminders of an activity; nobody else sees them. Asked anew with each version of it, for they move along. */
export function Reminders({ record }: { record: RecordRow }) {
  const t = useText()
  const language = useLanguage()
  const key = ['reminders', record.id, record.version] as const
  const reminders = useQuery({ queryKey: key, queryFn: ({ signal }) => request<Answered>('GET', '/api/reminders', { query: { activity: record.id }, signal }), staleTime: 0 })
  const add = useAct(async (reminder: { minutesBefore?: number; at?: string }) => {
    queries.setQueryData(key, await request<Answered>('POST', '/api/reminders', { body: { activity: record.id, reminders: [reminder] } }))
  })
  const remove = useAct(async (id: string) => {
    await request('DELETE', `/api/reminders/${id}`)
    await reminders.refetch()
  })
  if (reminders.isError) return <RefusedFace error={reminders.error} onRetry={() => void reminders.refetch()} />
  if (reminders.isPending) return <Waiting lines={2} />
  const list = reminders.data.reminders
  const fault = add.error ?? remove.error
  return (
    <div className={style.toast}>
      {list.length === 0 ? <p className={style.note}>{t(texts.none)}</p> : (
        <ul className={style.devices}>{list.map((reminder) => <Line key={reminder.id} reminder={reminder} busy={remove.busy} onRemove={() => void remove.run(reminder.id)} />)}</ul>
      )}
      {fault !== null && <Refusal>{sentence(fault, language)}</Refusal>}
      <Adding taken={list} busy={add.busy} onAdd={(reminder) => void add.run(reminder)} />
    </div>
  )
}

function Line({ reminder: { minutesBefore, at, fireAt, fired }, busy, onRemove }: { reminder: Reminder; busy: boolean; onRemove(): void }) {
  const t = useText()
  const manner = useManner()
  const name = minutesBefore === null ? momentText(at!, manner) : beforeText(minutesBefore, t)
  return (
    <li className={style.device}>
      <div>
        <div>{name}</div>
        <div className={style.note}>{fireAt === null ? t(fired > 0 ? texts.over : texts.idle) : <time dateTime={fireAt} title={fullMoment(fireAt, manner)}>{t(texts.next, { when: momentText(fireAt, manner) })}</time>}</div>
      </div>
      <ActionIcon disabled={busy} aria-label={t(texts.remove, { name })} onClick={onRemove}><IconX size={15} stroke={1.8} /></ActionIcon>
    </li>
  )
}

function Adding({ taken, busy, onAdd }: { taken: readonly Reminder[]; busy: boolean; onAdd(reminder: { minutesBefore?: number; at?: string }): void }) {
  const t = useText()
  const [at, setAt] = useState<string | null>(null)
  const left = usualBefore.filter((minutes) => !taken.some(({ minutesBefore }) => minutesBefore === minutes))
  if (at !== null) {
    return (
      <form className={style.fields} onSubmit={(event) => {
        event.preventDefault()
        if (at === '') return
        onAdd({ at: new Date(at).toISOString() })
        setAt(null)
      }}>
        <TextInput type="datetime-local" label={t(texts.at)} value={at} onChange={({ currentTarget }) => setAt(currentTarget.value)} data-autofocus autoFocus />
        <Button type="submit" loading={busy}>{t(texts.add)}</Button>
        <Button variant="subtle" onClick={() => setAt(null)}>{t(texts.cancel)}</Button>
      </form>
    )
  }
  return (
    <div>
      <Menu position="bottom-start">
        <Menu.Target><Button variant="default" size="compact-md" leftSection={<IconAlarmPlus size={16} stroke={1.6} />} loading={busy}>{t(texts.remind)}</Button></Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {left.map((minutes) => <Menu.Item key={minutes} onClick={() => onAdd({ minutesBefore: minutes })}>{beforeText(minutes, t)}</Menu.Item>)}
          <Menu.Divider />
          <Menu.Item onClick={() => setAt('')}>{t(texts.ownTime)}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
