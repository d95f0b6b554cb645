import { Button, Select, Textarea } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import type { ObjectView, RecordRow } from '../../contract/records.ts'
import { smsLength } from '../../contract/smsParts.ts'
import { asText } from '../../fields/as-text.ts'
import { showNumber } from '../../fields/phone/numbers.ts'
import { previewSms, sendSms } from '../../server/sms/contract.ts'
import { keys, queries } from '../kernel/api/client.ts'
import { sentence } from '../kernel/api/problem.ts'
import { call } from '../kernel/api/request.ts'
import { useLanguage, useManner, useText } from '../kernel/ui/language.ts'
import { told } from '../kernel/ui/notify.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import { texts } from './texts.ts'
import style from './sms.module.css'

interface Place {
  object: ObjectView
  record: RecordRow
}

/** A text message from the page of whom it goes to: how many parts, what they cost, and at once why a number takes none. */
export function SmsComposer({ object, record }: Place) {
  const t = useText()
  const numbers = numbersOf(record)
  const [to, setTo] = useState(numbers[0] ?? '')
  const [text, setText] = useState('')
  const preview = usePreview(to, text)
  const send = useSending({ object, record }, { to, text, onSent: () => setText('') })
  if (numbers.length === 0) return <p className={style.quiet}>{t(texts.noNumber)}</p>
  const refused = preview?.refused[0]?.reason
  const wrong = preview?.problem != null && text.trim() !== '' ? preview.problem : undefined
  return (
    <div className={style.composer}>
      <Select size="xs" className={style.number} aria-label={t(texts.to)} allowDeselect={false} data={numbers.map((number) => ({ value: number, label: showNumber(number) }))} value={to} error={refused} onChange={(next) => setTo(next ?? to)} />
      <Textarea variant="unstyled" autosize minRows={2} maxRows={8} maxLength={5_000} aria-label={t(texts.text)} placeholder={t(texts.whatToWrite)} value={text} error={send.refusal ?? wrong} onChange={(event) => setText(event.currentTarget.value)} />
      {text !== '' && (
        <div className={style.composerFoot}>
          <Length text={text} cost={preview?.cost ?? null} gateway={preview === undefined ? undefined : preview.gateway} />
          <Button className={style.send} disabled={text.trim() === '' || refused !== undefined || wrong !== undefined} loading={send.busy} onClick={() => void send.run()}>{t(texts.sendSms)}</Button>
        </div>
      )}
    </div>
  )
}

const numbersOf = ({ phones }: RecordRow): string[] => [...new Set(((phones as { value: string }[] | null | undefined) ?? []).map(({ value }) => value))]

/** What the server says of the number and the text; the last answer stays until the next is there. */
function usePreview(to: string, text: string) {
  const asked = useDeferredValue(text)
  return useQuery({
    queryKey: ['sms', 'preview', to, asked], enabled: to !== '', placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(previewSms, { body: { to: [to], text: asked } }, signal),
  }).data
}

function Length({ text, cost, gateway }: { text: string; cost: { amount: string; currency: string } | null; gateway: { name: string } | null | undefined }) {
  const t = useText()
  const manner = useManner()
  const { parts, left, encoding } = smsLength(text)
  const price = cost === null ? null : asText(cost, { id: 'cost', name: 'cost', type: 'money', label: { pl: '', en: '' } }, manner)
  return (
    <span className={style.quiet} role="status">
      {t(texts.length, { parts, left, unicode: String(encoding === 'unicode') })}
      {price !== null && ` · ${price}`}
      {gateway === null && ` · ${t(texts.willWait)}`}
    </span>
  )
}

function useSending({ object, record }: Place, { to, text, onSent }: { to: string; text: string; onSent(): void }) {
  const t = useText()
  const language = useLanguage()
  const attempt = useRef({ said: '', key: '' })
  const act = useAct(async () => {
    const said = `${to} ${text}`
    // The same words sent again after a broken connection go out once.
    if (attempt.current.said !== said) attempt.current = { said, key: crypto.randomUUID() }
    await call(sendSms, { body: { to: [to], text, key: attempt.current.key, about: { object: object.name as 'person' | 'company', id: record.id } } })
    attempt.current = { said: '', key: '' }
    onSent()
    told(t(texts.smsQueued, { to: showNumber(to) }))
    await queries.invalidateQueries({ queryKey: keys.timeline(object.name, record.id) })
  })
  return { run: act.run, busy: act.busy, refusal: act.error === null ? undefined : sentence(act.error, language) }
}
