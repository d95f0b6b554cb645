import { Button, NumberInput, PasswordInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { changeSettings, readSettings, readState, retry, securities, testMail, type MailSettings, type NewSettings, type TestedMail } from '../../server/mail/contract.ts'
import { queries } from '../kernel/api/client.ts'
import { fieldSentences, sentence } from '../kernel/api/problem.ts'
import { call } from '../kernel/api/request.ts'
import { Queue } from '../kernel/outgoing/Queue.tsx'
import { RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { refused, told } from '../kernel/ui/notify.tsx'
import { Page, Refusal, Section } from '../kernel/ui/Page.tsx'
import { useAct, type Act } from '../kernel/ui/useAct.ts'
import { texts } from './texts.ts'
import { titles } from './titles.ts'
import style from './mail.module.css'

const settingsKey = ['mail', 'settings'] as const
const stateKey = ['mail', 'state'] as const

export function MailScreen() {
  const t = useText()
  const settings = useQuery({ queryKey: settingsKey, queryFn: ({ signal }) => call(readSettings, {}, signal) })
  return (
    <Page title={t(titles.mail)} lead={t(texts.lead)}>
      {settings.isError && <RefusedFace error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <Waiting lines={8} />}
      {settings.data && <SettingsForm saved={settings.data} />}
      {settings.data && <MailQueue />}
    </Page>
  )
}

function MailQueue() {
  const state = useQuery({ queryKey: stateKey, queryFn: ({ signal }) => call(readState, {}, signal), refetchInterval: 5_000 })
  const again = async (ids?: readonly string[]) => {
    const answer = await call(retry, { body: ids === undefined ? {} : { ids: [...ids] } })
    await queries.invalidateQueries({ queryKey: stateKey })
    return answer
  }
  if (state.isError) return <RefusedFace error={state.error} onRetry={() => void state.refetch()} />
  if (state.data === undefined) return <Waiting lines={4} />
  return <Queue state={state.data} troubled={state.data.troubled.map((one) => ({ ...one, to: one.to.join(', ') }))} retry={again} />
}

const draftOf = ({ hasPassword: _h, isGiven: _g, sender: _s, ...rest }: MailSettings): NewSettings => rest

function SettingsForm({ saved }: { saved: MailSettings }) {
  const t = useText()
  const language = useLanguage()
  const [draft, setDraft] = useState<NewSettings | null>(null)
  const now = draft ?? draftOf(saved)
  const set = (change: Partial<NewSettings>) => setDraft({ ...now, ...change })
  const save = useAct(async () => {
    queries.setQueryData(settingsKey, await call(changeSettings, { body: now }))
    await queries.invalidateQueries({ queryKey: stateKey })
    setDraft(null)
    told(t(texts.saved))
  })
  const at = fieldSentences(save.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save.run()
  }
  return (
    <form onSubmit={submit} noValidate>
      <ServerFields now={now} saved={saved} at={at} set={set} />
      <Section title={t(texts.sender)} about={t(texts.senderAbout)}>
        <div className={style.pair}>
          <TextInput label={t(texts.fromName)} value={now.fromName ?? ''} error={at.fromName} onChange={(event) => set({ fromName: event.currentTarget.value || null })} maxLength={250} />
          <TextInput label={t(texts.fromAddress)} type="email" value={now.fromAddress ?? ''} error={at.fromAddress} onChange={(event) => set({ fromAddress: event.currentTarget.value.trim() || null })} maxLength={250} />
        </div>
        {saved.sender !== null && <p className={style.quiet}>{t(texts.senderNow, { sender: saved.sender })}</p>}
        {save.error !== null && Object.keys(at).length === 0 && <Refusal>{sentence(save.error, language)}</Refusal>}
        <div className={style.row}>
          <Button type="submit" variant="filled" loading={save.busy} disabled={draft === null}>{t(texts.save)}</Button>
          {draft !== null && <Button onClick={() => { setDraft(null); save.clear() }}>{t(texts.discard)}</Button>}
          <TestButton isDirty={draft !== null} canSend={saved.host !== null} />
        </div>
      </Section>
    </form>
  )
}

interface FieldsProps {
  now: NewSettings
  saved: MailSettings
  at: Record<string, string | undefined>
  set(change: Partial<NewSettings>): void
}

function ServerFields({ now, saved, at, set }: FieldsProps) {
  const t = useText()
  const off = saved.isGiven
  return (
    <Section title={t(texts.server)} about={t(off ? texts.given : texts.serverAbout)}>
      <div className={style.pair}>
        <TextInput label={t(texts.host)} placeholder="smtp.firma.pl" value={now.host ?? ''} error={at.host} disabled={off} onChange={(event) => set({ host: event.currentTarget.value.trim() || null })} maxLength={250} spellCheck={false} />
        <NumberInput label={t(texts.port)} value={now.port ?? ''} error={at.port} disabled={off} onChange={(value) => set({ port: typeof value === 'number' ? value : null })} min={1} max={65_535} allowDecimal={false} allowNegative={false} hideControls thousandSeparator="" />
      </div>
      <Select label={t(texts.security)} data={securities.map((value) => ({ value, label: t(texts[value]) }))} value={now.security ?? 'auto'} disabled={off} allowDeselect={false} onChange={(value) => set({ security: value as NewSettings['security'] })} description={now.security === 'none' ? t(texts.noneWarning) : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']} />
      <div className={style.pair}>
        <TextInput label={t(texts.user)} value={now.user ?? ''} error={at.user} disabled={off} autoComplete="off" onChange={(event) => set({ user: event.currentTarget.value || null })} maxLength={250} spellCheck={false} />
        <PasswordInput label={t(texts.password)} value={now.password ?? ''} error={at.password} disabled={off} autoComplete="new-password" description={saved.hasPassword && now.password === undefined ? t(texts.passwordKept) : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']} onChange={(event) => set({ password: event.currentTarget.value === '' ? undefined : event.currentTarget.value })} />
      </div>
    </Section>
  )
}

/** What is tried is what is saved: an unsaved change would make the answer a lie. */
function TestButton({ isDirty, canSend }: { isDirty: boolean; canSend: boolean }) {
  const t = useText()
  const [answer, setAnswer] = useState<TestedMail | null>(null)
  const send: Act<[]> = useAct(async () => {
    setAnswer(null)
    setAnswer(await call(testMail, {}))
  }, refused)
  return (
    <>
      <Button loading={send.busy} disabled={isDirty || !canSend} title={isDirty ? t(texts.testFirst) : undefined} onClick={() => void send.run()}>{t(texts.test)}</Button>
      {answer !== null && !isDirty && (
        <div className={style.answer} data-good={answer.sent || undefined} role="status">
          <strong>{answer.sent ? t(texts.testSent, { to: answer.to }) : t(texts.testFailed, { why: answer.why ?? '' })}</strong>
          {answer.said !== null && <div className={style.said}>{t(texts.serverSaid, { said: answer.said })}</div>}
        </div>
      )}
    </>
  )
}
