import { Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useState } from 'react'
import type { Answer } from '../../../contract/route.ts'
import type { listSessions } from '../../../server/users/sessions/contract.ts'
import { queries } from '../../kernel/api/client.ts'
import { isProblem } from '../../kernel/api/problem.ts'
import { request } from '../../kernel/api/request.ts'
import { fullMoment, momentText } from '../../kernel/records/time.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { Window } from '../../kernel/ui/Window.tsx'
import { Asked, OwnPassword } from '../Asked.tsx'
import { texts } from './texts.ts'
import style from '../users.module.css'

type Session = Answer<typeof listSessions>['sessions'][number]
const sessionsKey = ['sessions'] as const

export const sessionsChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: sessionsKey })

/** One of them by its id, or all but this one. */
type Which = { id: string } | 'others'

export function Sessions() {
  const t = useText()
  const sessions = useQuery({ queryKey: sessionsKey, queryFn: ({ signal }) => request<Answer<typeof listSessions>>('GET', '/api/sessions', { signal }), staleTime: 0 })
  const [unconfirmed, setUnconfirmed] = useState<Which | null>(null)
  // After a quarter of an hour the server wants the password again.
  const end = useAct((which: Which) => endNow(which), (error) => refused(error))
  async function endNow(which: Which, password?: string): Promise<void> {
    try {
      await endSessions(which, password, t)
      setUnconfirmed(null)
    } catch (error) {
      if (!isProblem(error) || error.problem.code !== 'session.confirm') throw error
      setUnconfirmed(which)
    }
  }
  if (sessions.isError) return <RefusedFace error={sessions.error} onRetry={() => void sessions.refetch()} />
  if (sessions.isPending) return <Waiting lines={4} />
  const all = [...sessions.data.sessions].sort((a, b) => Number(b.current) - Number(a.current))
  return (
    <>
      <ul className={style.list}>
        {all.map((session) => <SessionItem key={session.id} session={session} busy={end.busy} onEnd={() => void end.run({ id: session.id })} />)}
      </ul>
      {all.length > 1 && <div><Button loading={end.busy} onClick={() => void end.run('others')}>{t(texts.endOthers)}</Button></div>}
      {unconfirmed !== null && <Confirm onClose={() => setUnconfirmed(null)} onPassword={(password) => endNow(unconfirmed, password)} />}
    </>
  )
}

async function endSessions(which: Which, password: string | undefined, t: ReturnType<typeof useText>): Promise<void> {
  const body = password === undefined ? {} : { password }
  if (which === 'others') {
    const { ended } = await request<{ ended: number }>('DELETE', '/api/sessions', { body })
    told(t(texts.endedOthers, { count: ended }))
  } else {
    await request('DELETE', `/api/sessions/${which.id}`, { body })
    told(t(texts.endedOne))
  }
  await sessionsChanged()
}

function SessionItem({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd(): void }) {
  const t = useText()
  const manner = useManner()
  const device = session.device ?? t(texts.unknownDevice)
  const Icon = /Android|iPhone|iPad/.test(device) ? IconDeviceMobile : IconDeviceDesktop
  return (
    <li className={style.item}>
      <Icon className={style.itemIcon} size={22} stroke={1.5} aria-hidden />
      <div className={style.itemBody}>
        <div className={style.itemName}>{device} {session.current && <Badge color="teal" variant="light">{t(texts.thisOne)}</Badge>}</div>
        <div className={style.itemAbout}>
          {session.ip && <span>{session.ip}</span>}
          <span title={fullMoment(session.usedAt, manner)}>{t(texts.used, { when: momentText(session.usedAt, manner) })}</span>
          <span title={fullMoment(session.startedAt, manner)}>{t(texts.begun, { when: momentText(session.startedAt, manner) })}</span>
        </div>
      </div>
      {!session.current && <Button size="compact-sm" disabled={busy} onClick={onEnd} aria-label={t(texts.endOne, { device })}>{t(texts.end)}</Button>}
    </li>
  )
}

function Confirm({ onPassword, onClose }: { onPassword(password: string): Promise<void>; onClose(): void }) {
  const t = useText()
  const [password, setPassword] = useState('')
  const confirm = useAct(() => onPassword(password))
  return (
    <Window title={t(texts.confirmTitle)} onClose={onClose}>
      <Asked act={confirm} doIt={t(texts.confirm)}><OwnPassword value={password} onChange={setPassword} error={confirm.error} /></Asked>
    </Window>
  )
}
