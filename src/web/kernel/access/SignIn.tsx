import { Button, PasswordInput, TextInput, UnstyledButton } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { enter } from '../api/session.ts'
import { useText } from '../ui/language.ts'
import { CodeInput } from './CodeInput.tsx'
import { Enrolment } from './Enrolment.tsx'
import { Frame } from './Frame.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { texts } from './texts.ts'
import { clockText, useCountdown } from './useCountdown.ts'
import { useSignIn, type SigningIn } from './useSignIn.ts'
import style from './access.module.css'

export function SignIn() {
  return <SignInSteps signing={useSignIn()} />
}

export function SignInSteps({ signing }: { signing: SigningIn }) {
  const t = useText()
  const { step, secret, entered } = signing
  if (step === 'recovery' && entered !== null) {
    return (
      <Frame title={t(texts.recoveryTitle)} wide>
        <RecoveryCodes codes={entered.recoveryCodes ?? []} mail={entered.user.mail} doneLabel={t(texts.enter)} onDone={() => enter(entered)} />
      </Frame>
    )
  }
  if (step === 'enrol' && secret !== null) {
    return (
      <Frame title={t(texts.enrolTitle)} lead={t(texts.enrolLead)} wide>
        <Step signing={signing}>
          <Enrolment {...secret} code={signing.typed.code} onCode={(code) => signing.set({ code })} error={signing.refusal.fields.code} />
        </Step>
      </Frame>
    )
  }
  if (step === 'code') return <CodeStep signing={signing} />
  if (step === 'newPassword') {
    return (
      <Frame title={t(texts.newPasswordTitle)} lead={t(texts.newPasswordHelp)}>
        <Step signing={signing}>
          <PasswordInput label={t(texts.newPassword)} autoComplete="new-password" value={signing.typed.newPassword} onChange={(event) => signing.set({ newPassword: event.currentTarget.value })} error={signing.refusal.fields.newPassword} required withAsterisk={false} autoFocus />
        </Step>
      </Frame>
    )
  }
  return <PasswordStep signing={signing} />
}

function PasswordStep({ signing }: { signing: SigningIn }) {
  const t = useText()
  const { typed, set, refusal } = signing
  return (
    <Frame title={t(texts.signIn)}>
      <Step signing={signing} first>
        <TextInput label={t(texts.mail)} type="email" autoComplete="username" value={typed.mail} onChange={(event) => set({ mail: event.currentTarget.value })} error={refusal.fields.email} required withAsterisk={false} autoFocus={typed.mail === ''} />
        <PasswordInput label={t(texts.password)} autoComplete="current-password" value={typed.password} onChange={(event) => set({ password: event.currentTarget.value })} error={refusal.fields.password} required withAsterisk={false} autoFocus={typed.mail !== ''} />
      </Step>
    </Frame>
  )
}

function CodeStep({ signing }: { signing: SigningIn }) {
  const t = useText()
  const [recovery, setRecovery] = useState(false)
  const { typed, set, refusal } = signing
  const swap = () => {
    set({ code: '' })
    setRecovery(!recovery)
  }
  return (
    <Frame title={t(texts.codeTitle)} lead={recovery ? undefined : t(texts.codeLead)}>
      <Step signing={signing}>
        {recovery ? (
          <TextInput label={t(texts.recoveryCode)} description={t(texts.recoveryCodeHelp)} autoComplete="off" spellCheck={false} value={typed.code} onChange={(event) => set({ code: event.currentTarget.value })} error={refusal.fields.code} required withAsterisk={false} autoFocus />
        ) : (
          <CodeInput label={t(texts.code)} value={typed.code} onChange={(code) => set({ code })} error={refusal.fields.code} autoFocus />
        )}
        <UnstyledButton className={style.other} onClick={swap}>
          {t(recovery ? texts.useApp : texts.useRecovery)}
        </UnstyledButton>
      </Step>
    </Frame>
  )
}

/** The form around one step. Who it is stays in it unseen, for password managers. */
function Step({ signing, first, children }: { signing: SigningIn; first?: boolean; children: ReactNode }) {
  const t = useText()
  const wait = useCountdown(signing.lockedTo)
  const { refusal, busy, typed } = signing
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (wait === 0) void signing.signIn()
      }}
    >
      {!first && <input type="email" autoComplete="username" value={typed.mail} readOnly hidden />}
      {children}
      {refusal.general !== null && <div className={style.refusal} role="alert">{refusal.general}</div>}
      {wait > 0 && <div className={style.refusal} role="timer">{t(texts.locked, { time: clockText(wait) })}</div>}
      <span role="status" className="sd-unseen">{signing.lockedTo !== null && (wait > 0 ? t(texts.locked, { time: '' }) : t(texts.lockOver))}</span>
      <Button type="submit" variant="filled" size="md" loading={busy} disabled={wait > 0}>
        {t(first ? texts.signIn : texts.next)}
      </Button>
      {first ? <p className={style.note}>{t(texts.forgotten)}</p> : (
        <UnstyledButton className={style.other} onClick={signing.startAgain}>
          {t(texts.startAgain)}
        </UnstyledButton>
      )}
    </form>
  )
}
