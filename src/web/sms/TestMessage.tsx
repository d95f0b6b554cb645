import { Button, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { smsLength } from '../../contract/smsParts.ts'
import { testSms, type ShownGateway, type TestedSms } from '../../server/sms/contract.ts'
import { fieldSentences, sentence } from '../kernel/api/problem.ts'
import { call } from '../kernel/api/request.ts'
import { useLanguage, useText } from '../kernel/ui/language.ts'
import { Refusal } from '../kernel/ui/Page.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import { Window } from '../kernel/ui/Window.tsx'
import { texts } from './texts.ts'
import style from './sms.module.css'

/** One message at once, through this gateway, and what it answered. */
export function TestMessage({ gateway, onClose }: { gateway: ShownGateway; onClose(): void }) {
  const t = useText()
  const language = useLanguage()
  const [to, setTo] = useState('')
  const [text, setText] = useState(t(texts.sample))
  const [answer, setAnswer] = useState<TestedSms | null>(null)
  const send = useAct(async () => {
    setAnswer(null)
    setAnswer(await call(testSms, { body: { gateway: gateway.id, to, text } }))
  })
  const at = fieldSentences(send.error)
  const { parts, left, encoding } = smsLength(text)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send.run()
  }
  return (
    <Window title={t(texts.testOf, { name: gateway.name })} onClose={onClose}>
      <form className={style.form} onSubmit={submit} noValidate>
        <TextInput label={t(texts.to)} type="tel" placeholder="601 234 567" value={to} onChange={(event) => setTo(event.currentTarget.value)} error={at.to} required data-autofocus />
        <Textarea label={t(texts.text)} autosize minRows={2} maxRows={8} value={text} onChange={(event) => setText(event.currentTarget.value)} error={at.text} description={t(texts.length, { parts, left, unicode: String(encoding === 'unicode') })} inputWrapperOrder={['label', 'input', 'description', 'error']} maxLength={5_000} />
        {send.error !== null && Object.keys(at).length === 0 && <Refusal>{sentence(send.error, language)}</Refusal>}
        {answer !== null && (
          <div className={style.answer} data-good={answer.sent || undefined} role="status">
            <strong>{answer.sent ? t(texts.testSent) : t(texts.testFailed, { why: answer.why ?? '' })}</strong>
            {answer.said !== null && <div className={style.said}>{t(texts.gatewaySaid, { said: answer.said })}</div>}
          </div>
        )}
        <div className={style.end}><Button type="submit" variant="filled" loading={send.busy} disabled={to.trim() === '' || text.trim() === ''}>{t(texts.send)}</Button></div>
      </form>
    </Window>
  )
}
