import { ActionIcon, Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconMail, IconSend, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import type { Attendance, ShownAttendee } from '../../../server/calendar/invitations/contract.ts'
import { removeRecord } from '../../kernel/api/records.ts'
import { momentText } from '../../kernel/records/time.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { queries } from '../../kernel/api/client.ts'
import { useCalendarNews } from '../useCalendar.ts'
import { Answering } from './Answering.tsx'
import { attendanceQuery, invite } from './asking.ts'
import { InviteWindow } from './InviteWindow.tsx'
import style from './invitations.module.css'
import { texts } from './texts.ts'

/** Who is asked to the meeting, what each said, and the way to ask more. */
export function AttendeesBlock({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const manner = useManner()
  const [isInviting, setInviting] = useState(false)
  useCalendarNews()
  const asked = useQuery(attendanceQuery(record.id))
  if (asked.isError) return <RefusedFace error={asked.error} />
  if (asked.isPending) return <Waiting lines={3} />
  const { attendees, counts, sentAt, mayInvite, mine } = asked.data
  return (
    <div className={style.block}>
      {mine !== null && <Answering activity={record.id} said={mine} />}
      {attendees.length === 0 ? <p className={style.quiet}>{t(texts.nobody)}</p> : (
        <>
          <p className={style.counts}>{t(texts.counts, counts)}</p>
          <ul className={style.attendees}>{attendees.map((one) => <Attendee key={one.id} attendee={one} activity={record.id} mayInvite={mayInvite} />)}</ul>
        </>
      )}
      {mayInvite && (
        <div className={style.acts}>
          <Button size="compact-md" variant="default" leftSection={<IconMail size={14} aria-hidden />} onClick={() => setInviting(true)}>{t(texts.add)}</Button>
          <SendRest attendance={asked.data} activity={record.id} />
        </div>
      )}
      {sentAt !== null && <p className={style.quiet}>{t(texts.lastSent, { when: momentText(sentAt, manner) })} {t(texts.changes)}</p>}
      {isInviting && <InviteWindow record={record} onClose={() => setInviting(false)} />}
    </div>
  )
}

const isUnsent = ({ user, invitedAt }: ShownAttendee): boolean => user === null && invitedAt === null

/** People outside who stand among the asked and have no letter yet: from an import, or added by hand. */
function SendRest({ attendance, activity }: { attendance: Attendance; activity: string }) {
  const t = useText()
  const count = attendance.attendees.filter(isUnsent).length
  const sending = useAct(async () => {
    await invite({ activity })
    told(t(texts.sent))
  }, refused)
  if (count === 0) return null
  return <Button size="compact-md" variant="default" leftSection={<IconSend size={14} aria-hidden />} loading={sending.busy} onClick={() => void sending.run()}>{t(texts.sendRest, { count })}</Button>
}

const colors = { yes: 'green', maybe: 'amber', no: 'red', none: 'gray' } as const

function Attendee({ attendee, activity, mayInvite }: { attendee: ShownAttendee; activity: string; mayInvite: boolean }) {
  const t = useText()
  const { id, name, mail, user, answer, comment } = attendee
  const called = name ?? mail ?? ''
  const removing = useAct(async () => {
    await removeRecord('attendee', id)
    told(t(texts.removed, { name: called }))
    await queries.invalidateQueries({ queryKey: attendanceQuery(activity).queryKey })
  }, refused)
  return (
    <li className={style.attendee}>
      <div className={style.who}>
        <span className={style.name}>{called}</span>
        <span className={style.quiet}>{[user === null ? (called === mail ? null : mail) : t(texts.colleague), isUnsent(attendee) ? t(texts.notSent) : null].filter((part) => part !== null).join(' · ')}</span>
        {comment !== null && comment !== '' && <span className={style.comment}>„{comment}”</span>}
      </div>
      <Badge color={colors[answer]} variant="light">{t(texts[answer])}</Badge>
      {mayInvite && user === null && <ActionIcon variant="subtle" color="gray" size={26} aria-label={t(texts.remove, { name: called })} loading={removing.busy} onClick={() => void removing.run()}><IconX size={14} /></ActionIcon>}
    </li>
  )
}
