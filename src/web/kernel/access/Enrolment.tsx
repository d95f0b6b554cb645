import { useText } from '../ui/language.ts'
import { Copyable } from '../ui/Copyable.tsx'
import { CodeInput } from './CodeInput.tsx'
import { Qr } from './Qr.tsx'
import { texts } from './recoveryTexts.ts'
import style from './access.module.css'

export interface Secret {
  secret: string
  uri: string
}

/** Two steps of setting up codes: give the secret to the app, and prove that it has it. */
export function Enrolment({ secret, uri, code, onCode, error }: Secret & { code: string; onCode(code: string): void; error?: string }) {
  const t = useText()
  const spaced = secret.replace(/(.{4})/g, '$1 ').trim()
  return (
    <ol className={style.steps}>
      <li>
        <p className={style.step}>{t(texts.scan)}</p>
        <Qr text={uri} label={t(texts.qr)} />
        <p className={style.note}>{t(texts.byHand)}</p>
        <Copyable value={spaced} label={t(texts.secret)} />
      </li>
      <li>
        <CodeInput label={t(texts.thenCode)} value={code} onChange={onCode} error={error} autoFocus />
      </li>
    </ol>
  )
}
