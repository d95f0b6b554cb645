import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { isProblem, sentence } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { enter, type Session } from '../api/session.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { Frame } from './Frame.tsx'
import { texts } from './texts.ts'
import style from './access.module.css'

/** What the server still wants beside e-mail and password. */
type Wanted = 'nothing' | 'code' | 'newPassword'

export function SignIn() {
  const t = useText()
  const language = useLanguage()
  const [mail, setMail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [wanted, setWanted] = useState<Wanted>('nothing')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function signIn(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setRefusal(null)
    try {
      const body = { email: mail.trim(), password, ...(code === '' ? {} : { code }), ...(newPassword === '' ? {} : { newPassword }) }
      enter(await request<Session>('POST', '/api/session', { body }))
    } catch (error) {
      const next = wantedBy(error)
      setRefusal(next !== 'nothing' && next !== wanted ? null : sentence(error, language))
      setWanted(next === 'nothing' ? wanted : next)
      setBusy(false)
    }
  }

  return (
    <Frame title={t(texts.signIn)}>
      <form className={style.form} onSubmit={(event) => void signIn(event)}>
        <TextInput label={t(texts.mail)} type="email" autoComplete="username" value={mail} onChange={(event) => setMail(event.currentTarget.value)} required withAsterisk={false} autoFocus />
        <PasswordInput label={t(texts.password)} autoComplete="current-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} required withAsterisk={false} />
        {wanted === 'code' && (
          <TextInput label={t(texts.code)} description={t(texts.codeHelp)} inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.currentTarget.value)} autoFocus />
        )}
        {wanted === 'newPassword' && (
          <PasswordInput label={t(texts.newPassword)} description={t(texts.newPasswordHelp)} autoComplete="new-password" value={newPassword} onChange={(event) => setNewPassword(event.currentTarget.value)} autoFocus />
        )}
        {refusal !== null && (
          <div className={style.refusal} role="alert">
            {refusal}
          </div>
        )}
        <Button type="submit" variant="filled" size="md" loading={busy}>
          {t(texts.signIn)}
        </Button>
        <p className={style.note}>{t(texts.forgotten)}</p>
      </form>
    </Frame>
  )
}

/** The refusal's code, or its field, says which further answer is needed. */
function wantedBy(error: unknown): Wanted {
  if (!isProblem(error)) return 'nothing'
  const told = [error.problem.code, ...(error.problem.fields ?? []).map((field) => field.field)]
  if (told.some((word) => /newPassword|password_(must|change|expired)|new_password/.test(word))) return 'newPassword'
  return told.some((word) => word === 'code' || /code|totp/.test(word)) ? 'code' : 'nothing'
}
