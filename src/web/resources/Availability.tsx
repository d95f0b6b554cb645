import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ObjectView, RecordRow } from '../../contract/records.ts'
import type { ShownBooking, Standing } from '../../server/resources/contract.ts'
import { onRecordEvents } from '../kernel/api/events.ts'
import { Go } from '../kernel/ui/Go.tsx'
import { RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { dayIn, useManner, useText } from '../kernel/ui/language.ts'
import { toRecord } from '../kernel/ui/links.ts'
import { bookingsChanged, standingQuery, comingQuery } from './asking.ts'
import { BookingWindow } from './BookingWindow.tsx'
import { clockText, dayText, whenText } from './moments.ts'
import style from './resources.module.css'
import { texts } from './texts.ts'

const minuteMs = 60_000

/** Is it free now, when next, who has it in the coming days; and the way to book it. */
export function Availability({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const manner = useManner()
  const [isBooking, setBooking] = useState(false)
  const now = useQuery(standingQuery(record.id))
  useEffect(() => onRecordEvents((changes) => void (changes.some(({ object }) => object === 'booking') && bookingsChanged())), [])
  if (now.isError) return <RefusedFace error={now.error} />
  if (now.isPending) return <Waiting lines={3} />
  const next = now.data.nextFree ?? new Date(Math.ceil(Date.now() / (15 * minuteMs)) * 15 * minuteMs).toISOString()
  return (
    <div className={style.block}>
      <div className={style.standing}>
        <span className={style.state} data-free={now.data.free || undefined} role="status">{stateOf(now.data, t, manner)}</span>
        {now.data.nextFree && <span className={style.quiet}>{t(texts.nextFree, { when: whenText(now.data.nextFree, manner) })}</span>}
        <Button className={style.book} size="compact-md" leftSection={<IconCalendarPlus size={15} stroke={1.7} aria-hidden />} onClick={() => setBooking(true)}>{t(texts.book)}</Button>
      </div>
      <Coming id={record.id} />
      {isBooking && <BookingWindow about={{ resource: { id: record.id, name: String(record['name']) }, start: next, end: new Date(Date.parse(next) + 60 * minuteMs).toISOString() }} onClose={() => setBooking(false)} />}
    </div>
  )
}

function stateOf({ free, isOpen, until, who, freeUnits, quantity }: Standing, t: ReturnType<typeof useText>, manner: ReturnType<typeof useManner>): string {
  const units = quantity > 1 && free ? ` · ${t(texts.unitsLeft, { free: freeUnits, quantity })}` : ''
  if (free) return (until === null ? t(texts.freeNow) : t(texts.freeUntil, { until: whenText(until, manner) })) + units
  if (!isOpen || until === null) return t(texts.closedNow)
  return t(texts.takenUntil, { until: whenText(until, manner) }) + (who === null ? '' : ` · ${t(texts.takenBy, { who })}`)
}

function Coming({ id }: { id: string }) {
  const t = useText()
  const manner = useManner()
  const today = Date.parse(`${dayIn(manner.timeZone)}T00:00:00Z`)
  const coming = useQuery(comingQuery(id, today))
  if (coming.isError) return <RefusedFace error={coming.error} />
  if (coming.isPending) return <Waiting lines={2} />
  if (coming.data.bookings.length === 0) return <p className={style.quiet}>{t(texts.nothingBooked)}</p>
  const days = Map.groupBy(coming.data.bookings, ({ start }) => dayText(start, manner))
  return (
    <div className={style.coming} aria-label={t(texts.coming)} role="group">
      {[...days].map(([day, bookings]) => (
        <div key={day}>
          <h3 className={style.day}>{day}</h3>
          <ul className={style.plain}>{bookings.map((booking) => <Taken key={booking.start + (booking.id ?? booking.end)} booking={booking} />)}</ul>
        </div>
      ))}
    </div>
  )
}

function Taken({ booking }: { booking: ShownBooking }) {
  const t = useText()
  const manner = useManner()
  const words = [booking.title ?? booking.owner?.name ?? t(texts.taken), ...(booking.title !== undefined && booking.owner !== undefined ? [booking.owner.name] : []), ...(booking.units > 1 ? [t(texts.units, { count: booking.units })] : []), ...(booking.state === 'tentative' ? [t(texts.tentative)] : [])]
  const text = words.join(' · ')
  return (
    <li className={style.slot} data-tentative={booking.state === 'tentative' || undefined}>
      <span className={style.time}>{clockText(booking.start, manner)}–{clockText(booking.end, manner)}</span>
      {booking.id === undefined ? <span>{text}</span> : <Go href={toRecord('booking', booking.id)}>{text}</Go>}
    </li>
  )
}
