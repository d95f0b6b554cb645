import { Button, Group, Radio, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { LinkValue } from '../../../contract/records.ts'
import type { Unread } from '../../../fields/web.ts'
import { handOver, type HandOver } from '../../../server/activities/handover/contract.ts'
import { fieldSentences, isProblem, sentence } from '../../kernel/api/problem.ts'
import { undoRecord } from '../../kernel/api/records.ts'
import { call } from '../../kernel/api/request.ts'
import { readRun, resultOf } from '../../kernel/api/runs.ts'
import { FieldEdit } from '../../kernel/records/field/FieldEdit.tsx'
import { Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { Figures } from './Figures.tsx'
import style from './handover.module.css'
import { texts } from './texts.ts'

interface Choice {
  owners: boolean
  to: LinkValue | null
  days: boolean
  since: string | null
  until: string | null
}

const nothingChosen: Choice = { owners: false, to: null, days: false, since: null, until: null }
const fields = {
  to: { id: 'handOver.to', name: 'to', label: texts.taker, type: 'link', target: 'user', required: true },
  since: { id: 'handOver.since', name: 'since', label: texts.since, type: 'date' },
  until: { id: 'handOver.until', name: 'until', label: texts.until, type: 'date' },
} satisfies Record<string, FieldDefinition>

/** To whom, how much, and what that comes to before it is done. */
export function HandOverWindow({ person, onClose }: { person: LinkValue; onClose(): void }) {
  const t = useText()
  return <Window title={t(texts.handOverOf, { name: person.name })} onClose={onClose}><HandOverForm person={person} onClose={onClose} /></Window>
}

function askedFor(from: string, { owners, to, days, since, until }: Choice): HandOver | null {
  if (!owners && to === null) return null
  return { from, ...(owners ? { toCustomersOwners: true } : { to: to!.id }), which: days ? 'future' : 'open', ...(days && since !== null && { since }), ...(days && until !== null && { until }) }
}

function HandOverForm({ person, onClose }: { person: LinkValue; onClose(): void }) {
  const t = useText()
  const [choice, setChoice] = useState(nothingChosen)
  const [unread, setUnread] = useState<Record<string, Unread | undefined>>({})
  const set = (more: Partial<Choice>) => setChoice((before) => ({ ...before, ...more }))
  const asked = askedFor(person.id, choice)
  const counted = useQuery({ queryKey: ['records', 'activity', 'list', 'handOver', asked], enabled: asked !== null, retry: false, queryFn: ({ signal }) => call(handOver, { body: { ...asked!, dryRun: true } }, signal) })
  const giving = useGiving(onClose)
  const wrong = fieldSentences(giving.error ?? counted.error)
  const count = counted.data?.to.reduce((sum, one) => sum + one.count, 0) ?? 0
  const edit = (name: keyof typeof fields) => <FieldEdit field={fields[name]} value={choice[name]} unread={unread[name]} error={wrong[name]} required={name === 'to'} onChange={(value, fault) => (set({ [name]: value ?? null }), setUnread((before) => ({ ...before, [name]: fault })))} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asked !== null && count > 0) void giving.run(asked)
  }
  return (
    <form noValidate className={style.form} onSubmit={submit}>
      <Choose label={t(texts.toWhom)} value={String(choice.owners)} options={[['false', t(texts.toPerson)], ['true', t(texts.toOwners)]]} onChange={(value) => set({ owners: value === 'true' })} />
      {!choice.owners && edit('to')}
      <Choose label={t(texts.what)} value={String(choice.days)} options={[['false', t(texts.allOpen)], ['true', t(texts.someDays)]]} onChange={(value) => set({ days: value === 'true' })} />
      {choice.days && <div className={style.days}>{edit('since')}{edit('until')}</div>}
      {asked !== null && <Counted counted={counted} error={giving.error ?? counted.error} />}
      <Group justify="flex-end">
        <Button onClick={onClose}>{t(texts.cancel)}</Button>
        <Button type="submit" variant="filled" loading={giving.busy} disabled={asked === null || count === 0 || counted.isFetching}>{t(texts.give, { count })}</Button>
      </Group>
    </form>
  )
}

function Choose({ label, value, options, onChange }: { label: string; value: string; options: readonly (readonly [string, string])[]; onChange(value: string): void }) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <Stack gap={6} mt={6}>{options.map(([key, said]) => <Radio key={key} value={key} label={said} />)}</Stack>
    </Radio.Group>
  )
}

type Answered = Awaited<ReturnType<typeof call<typeof handOver>>>

function Counted({ counted, error }: { counted: { data: Answered | undefined; isPending: boolean }; error: unknown }) {
  const t = useText()
  const language = useLanguage()
  // What is wrong with a field is said at the field.
  if (isProblem(error)) return Object.keys(fieldSentences(error)).length > 0 ? null : <p role="alert" className={style.wrong}>{sentence(error, language)}</p>
  if (counted.data === undefined) return <Waiting lines={2} />
  const { counts, to, left } = counted.data
  return (
    <div className={style.counted} role="status">
      {to.length === 0 ? <p className={style.quiet}>{t(texts.nothing)}</p> : <Figures counts={counts} />}
      {to.length > 0 && <ul className={style.takers}>{to.map((one) => <li key={one.id}>{t(texts.gets, { name: one.name, count: one.count })}</li>)}</ul>}
      {left > 0 && <p className={style.quiet}>{t(texts.left, { count: left })}</p>}
      {(counts.private ?? 0) > 0 && <p className={style.quiet}>{t(texts.staysPrivate, { count: counts.private! })}</p>}
    </div>
  )
}

/** It goes on in the tray while one does something else; when it is done, the way back is offered. */
function useGiving(onBegun: () => void) {
  const t = useText()
  return useAct(async (asked: HandOver) => {
    const { run } = await call(handOver, { body: asked })
    onBegun()
    void readRun(run!).then(resultOf<{ changed: number; operation: string }>).then(
      ({ changed, operation }) => told(t(texts.done, { count: changed }), { undo: () => undoRecord({ operation }) }),
      refused,
    )
  })
}
