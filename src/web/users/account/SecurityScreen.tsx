import { Button, PasswordInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { fieldSentences, sentence } from '../../kernel/api/problem.ts'
import { request } from '../../kernel/api/request.ts'
import { fullMoment } from '../../kernel/records/time.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useManner, useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Page, Refusal, Section } from '../../kernel/ui/Page.tsx'
import { Codes } from './Codes.tsx'
import { Sessions, sessionsChanged } from './Sessions.tsx'
import { texts } from './texts.ts'
import { accountChanged, policyQuery, useAccount, type Account } from './useAccount.ts'
import style from '../users.module.css'

export function SecurityScreen() {
  const t = useText()
  const account = useAccount()
  return (
    <Page title={t(texts.security)}>
      {account.isError && <RefusedFace error={account.error} onRetry={() => void account.refetch()} />}
      {account.isPending && <Waiting lines={8} />}
      {account.data && (
        <>
          <PasswordSection account={account.data} />
          <Section title={t(texts.codes)} about={t(texts.codesAbout)}><Codes account={account.data} /></Section>
          <Section title={t(texts.sessions)} about={t(texts.sessionsAbout)}><Sessions /></Section>
        </>
      )}
    </Page>
  )
}

function PasswordSection({ account }: { account: Account }) {
  const t = useText()
  const manner = useManner()
  const min = useQuery(policyQuery).data?.minPasswordLength
  return (
    <Section
      title={t(texts.password)}
      about={<>{min !== undefined && t(texts.passwordAbout, { min })} {account.passwordChangedAt && t(texts.passwordChangedAt, { when: fullMoment(account.passwordChangedAt, manner) })}</>}
    >
      <PasswordForm mail={account.mail} />
    </Section>
  )
}

function PasswordForm({ mail }: { mail: string }) {
  const t = useText()
  const language = useLanguage()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useAct(async () => {
    await request('PUT', '/api/account/password', { body: { current, password } })
    setCurrent('')
    setPassword('')
    told(t(texts.passwordChanged))
    await Promise.all([accountChanged(), sessionsChanged()])
  })
  const at = fieldSentences(change.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void change.run()
  }
  return (
    <form className={`${style.form} ${style.narrow}`} onSubmit={submit}>
      <input type="email" autoComplete="username" value={mail} readOnly hidden />
      <PasswordInput label={t(texts.current)} autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.currentTarget.value)} error={at.current} required withAsterisk={false} />
      <PasswordInput label={t(texts.newPassword)} autoComplete="new-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} error={at.password} required withAsterisk={false} />
      {change.error !== null && Object.keys(at).length === 0 && <Refusal>{sentence(change.error, language)}</Refusal>}
      <div><Button type="submit" loading={change.busy} disabled={current === '' || password === ''}>{t(texts.changePassword)}</Button></div>
    </form>
  )
}
