import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { changeRecord, runAction } from '../../kernel/api/records.ts'
import { useSession } from '../../kernel/api/session.ts'
import { openAction } from '../../kernel/records/form/open.ts'
import { momentText } from '../../kernel/records/time.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { Asked } from '../Asked.tsx'
import { signInState, stateChanged, type SignInState } from './link.ts'
import { NewLink, TemporaryPassword } from './NewPassword.tsx'
import { texts } from './texts.ts'
import style from '../users.module.css'

/** How this person can sign in just now, and what an administrator does about it. */
export function SignInBlock({ record }: { object: ObjectView; record: RecordRow }) {
  const state = useQuery(signInState(record.id))
  if (state.isError) return <RefusedFace error={state.error} />
  if (state.isPending) return <Waiting lines={3} />
  return (
    <div className={style.form}>
      <Facts state={state.data} active={record.active === true} />
      {record.active === true ? <Acts record={record} state={state.data} /> : <Activate record={record} />}
    </div>
  )
}

function Facts({ state, active }: { state: SignInState; active: boolean }) {
  const t = useText()
  const manner = useManner()
  const when = (at: string) => ({ when: momentText(at, manner) })
  return (
    <dl className={style.facts}>
      {!active && <><dt>{t(texts.locked)}</dt><dd className={style.bad}>{t(texts.inactive)}</dd></>}
      {active && state.lockedUntil && <><dt>{t(texts.locked)}</dt><dd className={style.bad}>{t(texts.lockedUntil, when(state.lockedUntil))}</dd></>}
      <dt>{t(texts.password)}</dt>
      <dd className={state.hasPassword ? undefined : style.warn}>{t(!state.hasPassword ? texts.noPassword : state.temporary ? texts.isTemporary : texts.hasPassword)}</dd>
      {state.linkUntil && <><dt>{t(texts.linkWaits)}</dt><dd>{t(texts.linkUntil, when(state.linkUntil))}</dd></>}
      <dt>{t(texts.codes)}</dt>
      <dd>{t(state.codes ? texts.on : texts.off)}</dd>
      <dt>{t(texts.sessions)}</dt>
      <dd>{t(texts.sessionCount, { count: state.sessions })}{state.usedAt && `, ${t(texts.usedAt, when(state.usedAt))}`}</dd>
    </dl>
  )
}

type Doing = 'link' | 'password' | 'deactivate'

function Acts({ record, state }: { record: RecordRow; state: SignInState }) {
  const t = useText()
  const me = useSession().user.id
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const person = { id: record.id, name: String(record.name), mail: String(record.mail) }
  const unlock = useAct(async () => {
    await runAction('user', record.id, 'unlock')
    told(t(texts.unlocked))
    await stateChanged(record.id)
  }, refused)
  return (
    <>
      <div className={style.row}>
        {state.lockedUntil && <Button size="compact-md" variant="filled" loading={unlock.busy} onClick={() => void unlock.run()}>{t(texts.unlock)}</Button>}
        <Button size="compact-md" onClick={() => setDoing('link')}>{t(texts.newLink)}</Button>
        <Button size="compact-md" onClick={() => setDoing('password')}>{t(texts.temporary)}</Button>
        {state.sessions > 0 && <Button size="compact-md" onClick={() => openAction('user', record.id, 'endSessions')}>{t(texts.endSessions)}</Button>}
        {state.codes && <Button size="compact-md" onClick={() => openAction('user', record.id, 'removeTotp')}>{t(texts.removeCodes)}</Button>}
        {record.id !== me && record.can?.change && <Button size="compact-md" color="red" variant="subtle" onClick={() => setDoing('deactivate')}>{t(texts.deactivate)}</Button>}
      </div>
      {doing === 'link' && <NewLink person={person} onClose={close} />}
      {doing === 'password' && <TemporaryPassword person={person} onClose={close} />}
      {doing === 'deactivate' && <Deactivate record={record} onClose={close} />}
    </>
  )
}

function Deactivate({ record, onClose }: { record: RecordRow; onClose(): void }) {
  const t = useText()
  const name = String(record.name)
  const deactivate = useAct(async () => {
    const row = await changeRecord('user', record.id, record.version, { active: false })
    told(t(texts.deactivated, { name }), { undo: () => changeRecord('user', record.id, row.version, { active: true }) })
    onClose()
    await stateChanged(record.id)
  })
  return (
    <Window title={t(texts.deactivate)} onClose={onClose}>
      <Asked act={deactivate} doIt={t(texts.deactivate)} about={t(texts.deactivateAbout, { name })}>{null}</Asked>
    </Window>
  )
}

function Activate({ record }: { record: RecordRow }) {
  const t = useText()
  const activate = useAct(async () => {
    await changeRecord('user', record.id, record.version, { active: true })
    told(t(texts.activated, { name: String(record.name) }))
    await stateChanged(record.id)
  }, refused)
  return <div><Button size="compact-md" loading={activate.busy} disabled={!record.can?.change} onClick={() => void activate.run()}>{t(texts.activate)}</Button></div>
}
