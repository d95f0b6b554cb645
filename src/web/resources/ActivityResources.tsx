import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ObjectView, RecordRow } from '../../contract/records.ts'
import { changeRecord, useList } from '../kernel/api/records.ts'
import { FieldShow } from '../kernel/records/field/FieldShow.tsx'
import { fieldOf, useObject } from '../kernel/api/metadata.ts'
import { Go } from '../kernel/ui/Go.tsx'
import { RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { useText } from '../kernel/ui/language.ts'
import { toRecord } from '../kernel/ui/links.ts'
import { refused, told } from '../kernel/ui/notify.tsx'
import { useAct } from '../kernel/ui/useAct.ts'
import { bookingsChanged } from './asking.ts'
import { BookingWindow } from './BookingWindow.tsx'
import style from './resources.module.css'
import { texts } from './texts.ts'

const moment = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** What is booked for this activity, and the way to book more. */
export function ActivityResources({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const [isBooking, setBooking] = useState(false)
  const booked = useList('booking', { columns: ['resource', 'state', 'units', 'answer'], where: `activity = '${record.id}' and state != 'cancelled'`, order: 'createdAt', limit: 50 })
  if (booked.isError) return <RefusedFace error={booked.error} />
  if (booked.isPending) return <Waiting lines={2} />
  return (
    <div className={style.block}>
      {booked.data.rows.length === 0 ? <p className={style.quiet}>{t(texts.noResources)}</p> : <ul className={style.plain}>{booked.data.rows.map((row) => <Booked key={row.id} row={row} />)}</ul>}
      {record.can?.change !== false && <div><Button size="compact-md" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setBooking(true)}>{t(texts.addResource)}</Button></div>}
      {isBooking && <BookingWindow about={{ activity: { id: record.id, recurs: typeof record['recurrence'] === 'string' }, start: moment(record['start']), end: moment(record['end']) }} onClose={() => setBooking(false)} />}
    </div>
  )
}

function Booked({ row }: { row: RecordRow }) {
  const t = useText()
  const bookings = useObject('booking')
  const state = bookings && fieldOf(bookings, 'state')
  const name = (row['resource'] as { name?: string } | null)?.name ?? ''
  const letGo = useAct(async () => {
    const { version } = await changeRecord('booking', row.id, row.version, { state: 'cancelled' })
    told(t(texts.freed, { name }), { undo: () => changeRecord('booking', row.id, version, { state: 'booked' }).then(bookingsChanged) })
    await bookingsChanged()
  }, refused)
  return (
    <li className={style.booked}>
      <Go href={toRecord('booking', row.id)}>{name}</Go>
      {Number(row['units']) > 1 && <span className={style.quiet}>{t(texts.units, { count: Number(row['units']) })}</span>}
      {state && <FieldShow field={state} value={row['state']} density="cell" />}
      {row.can?.change !== false && row['state'] !== 'refused' && <Button className={style.book} size="compact-sm" variant="subtle" loading={letGo.busy} onClick={() => void letGo.run()}>{t(texts.freeIt)}</Button>}
    </li>
  )
}
