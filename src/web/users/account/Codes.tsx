import { Button, TextInput } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useState } from 'react'
import { Enrolment, type Secret } from '../../kernel/access/Enrolment.tsx'
import { RecoveryCodes } from '../../kernel/access/RecoveryCodes.tsx'
import { fieldSentences } from '../../kernel/api/problem.ts'
import { request } from '../../kernel/api/request.ts'
import { useText } from '../../kernel/ui/language.ts'
import { told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { Asked, OwnPassword } from '../Asked.tsx'
import { sessionsChanged } from './Sessions.tsx'
import { texts } from './texts.ts'
import { accountChanged, type Account } from './useAccount.ts'
import style from '../users.module.css'

type Doing = 'on' | 'off' | 'renew'

/** The second factor: set up, renewed, taken away. */
export function Codes({ account }: { account: Account }) {
  const t = useText()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  return (
    <>
      <div className={style.row}>
        {account.totp ? <span className={`${style.state} ${style.good}`}><IconCircleCheck size={18} stroke={1.7} aria-hidden />{t(texts.codesOn)}</span> : <span className={style.state}><IconCircleDashed size={18} stroke={1.7} aria-hidden />{t(texts.codesOff)}</span>}
        {account.totp && <span className={account.recoveryCodes < 3 ? style.warn : style.quiet}>{t(texts.codesLeft, { count: account.recoveryCodes })}</span>}
      </div>
      <div className={style.row}>
        {!account.totp && <Button onClick={() => setDoing('on')}>{t(texts.turnOn)}</Button>}
        {account.totp && <Button onClick={() => setDoing('renew')}>{t(texts.newCodes)}</Button>}
        {account.totp && <Button onClick={() => setDoing('off')}>{t(texts.turnOff)}</Button>}
      </div>
      {doing === 'on' && <TurnOn mail={account.mail} onClose={close} />}
      {doing === 'renew' && <Renew mail={account.mail} onClose={close} />}
      {doing === 'off' && <TurnOff onClose={close} />}
    </>
  )
}

function TurnOn({ mail, onClose }: { mail: string; onClose(): void }) {
  const t = useText()
  const [password, setPassword] = useState('')
  const [secret, setSecret] = useState<Secret | null>(null)
  const [code, setCode] = useState('')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const begin = useAct(async () => setSecret(await request<Secret>('POST', '/api/account/totp', { body: { password } })))
  const confirm = useAct(async () => {
    const { recoveryCodes } = await request<{ recoveryCodes: string[] }>('POST', '/api/account/totp/confirm', { body: { code } })
    setCodes(recoveryCodes)
    await Promise.all([accountChanged(), sessionsChanged()])
  })
  const finish = () => {
    told(t(texts.codesAreOn))
    onClose()
  }
  // Codes once shown are gone for good, so only the button at their end leads out.
  if (codes !== null) return <Window title={t(texts.recovery)}><RecoveryCodes codes={codes} mail={mail} doneLabel={t(texts.done)} onDone={finish} /></Window>
  if (secret !== null) {
    return (
      <Window title={t(texts.turnOn)} onClose={onClose}>
        <Asked act={confirm} doIt={t(texts.confirmCode)}><Enrolment {...secret} code={code} onCode={setCode} error={fieldSentences(confirm.error).code} /></Asked>
      </Window>
    )
  }
  return (
    <Window title={t(texts.turnOn)} onClose={onClose}>
      <Asked act={begin} doIt={t(texts.next)} about={t(texts.confirmAbout)}><OwnPassword value={password} onChange={setPassword} error={begin.error} /></Asked>
    </Window>
  )
}

function Renew({ mail, onClose }: { mail: string; onClose(): void }) {
  const t = useText()
  const [password, setPassword] = useState('')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const renew = useAct(async () => {
    const { recoveryCodes } = await request<{ recoveryCodes: string[] }>('POST', '/api/account/totp/recovery', { body: { password } })
    setCodes(recoveryCodes)
    await accountChanged()
  })
  if (codes !== null) return <Window title={t(texts.recovery)}><RecoveryCodes codes={codes} mail={mail} doneLabel={t(texts.done)} onDone={onClose} /></Window>
  return (
    <Window title={t(texts.newCodes)} onClose={onClose}>
      <Asked act={renew} doIt={t(texts.next)} about={t(texts.newCodesAbout)}><OwnPassword value={password} onChange={setPassword} error={renew.error} /></Asked>
    </Window>
  )
}

function TurnOff({ onClose }: { onClose(): void }) {
  const t = useText()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const turnOff = useAct(async () => {
    await request('POST', '/api/account/totp/disable', { body: { password, code } })
    await accountChanged()
    told(t(texts.codesAreOff))
    onClose()
  })
  return (
    <Window title={t(texts.turnOffTitle)} onClose={onClose}>
      <Asked act={turnOff} doIt={t(texts.turnOff)} about={t(texts.turnOffAbout)}>
        <OwnPassword value={password} onChange={setPassword} error={turnOff.error} />
        <TextInput label={t(texts.codeOrRecovery)} value={code} onChange={(event) => setCode(event.currentTarget.value)} error={fieldSentences(turnOff.error).code} autoComplete="one-time-code" required withAsterisk={false} />
      </Asked>
    </Window>
  )
}
