import { Button, PasswordInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { Text } from '../../contract/text.ts'
import { changeSecrets, type ShownGateway } from '../../server/sms/contract.ts'
import { fieldSentences, sentence } from '../kernel/api/problem.ts'
import { call } from '../kernel/api/request.ts'
import { Copyable } from '../kernel/ui/Copyable.tsx'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { told } from '../kernel/ui/notify.tsx'
import { Refusal } from '../kernel/ui/Page.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import { Window } from '../kernel/ui/Window.tsx'
import { texts } from './texts.ts'
import style from './sms.module.css'

const tokenLabels: Record<ShownGateway['kind'], Text> = { smsapi: texts.tokenOfSmsapi, twilio: texts.tokenOfTwilio, http: texts.tokenOfHttp }

/** What the gateway is signed in to with, what its calls are checked by, and where it is to call. */
export function Secrets({ gateway, onClose, onSaved }: { gateway: ShownGateway; onClose(): void; onSaved(): Promise<void> }) {
  const t = useText()
  const language = useLanguage()
  const [token, setToken] = useState('')
  const [webhook, setWebhook] = useState('')
  const save = useAct(async () => {
    await call(changeSecrets, { params: { id: gateway.id }, body: { ...(token === '' ? {} : { token }), ...(webhook === '' ? {} : { webhook }) } })
    await onSaved()
    setToken('')
    setWebhook('')
    told(t(texts.saved))
  })
  const at = fieldSentences(save.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save.run()
  }
  const kept = (has: boolean, help?: Text) => [help === undefined ? '' : t(help), has ? t(texts.keptHelp) : ''].filter((part) => part !== '').join(' ')
  const { kind } = gateway
  return (
    <Window title={t(texts.secretsOf, { name: gateway.name })} onClose={onClose}>
      <form className={style.form} onSubmit={submit} noValidate>
        <PasswordInput label={t(tokenLabels[kind], { secret: '{secret}' })} description={kept(gateway.hasToken)} value={token} onChange={(event) => setToken(event.currentTarget.value)} error={at.token} autoComplete="new-password" inputWrapperOrder={['label', 'input', 'description', 'error']} data-autofocus />
        {kind === 'twilio'
          ? <p className={style.quiet}>{t(texts.signedByToken)}</p>
          : <PasswordInput label={t(kind === 'smsapi' ? texts.webhookOfSmsapi : texts.webhookOfHttp)} description={kept(gateway.hasWebhook, kind === 'smsapi' ? texts.webhookOfSmsapiHelp : texts.webhookOfHttpHelp)} value={webhook} onChange={(event) => setWebhook(event.currentTarget.value)} error={at.webhook} autoComplete="new-password" inputWrapperOrder={['label', 'input', 'description', 'error']} />}
        {save.error !== null && Object.keys(at).length === 0 && <Refusal>{sentence(save.error, language)}</Refusal>}
        <div className={style.end}><Button type="submit" variant="filled" loading={save.busy} disabled={token === '' && webhook === ''}>{t(texts.save)}</Button></div>
        {(gateway.hasWebhook || kind === 'twilio') && (
          <div className={style.form}>
            <h3 className={style.heading}>{t(texts.addresses)}</h3>
            {kind !== 'twilio' && <Address label={t(texts.reportTo)} value={gateway.reportTo} />}
            <Address label={t(texts.incomingTo)} value={gateway.incomingTo} />
          </div>
        )}
      </form>
    </Window>
  )
}

function Address({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <div className={style.quiet}>{label}</div>
      <Copyable value={value} label={label} />
    </div>
  )
}
