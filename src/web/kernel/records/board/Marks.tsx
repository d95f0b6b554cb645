import { IconAlertTriangle, IconClock, IconHourglassHigh } from '@tabler/icons-react'
import type { LinkValue, ObjectView, RecordRow } from '../../../../contract/records.ts'
import type { BoardDefinition } from '../../../../contract/board.ts'
import { Face } from '../../../../fields/face.tsx'
import { Tag } from '../../../../fields/tag.tsx'
import type { Manner } from '../../../../fields/field.ts'
import { localeOf } from '../../../../fields/locales.ts'
import { fieldOf } from '../../api/metadata.ts'
import { dayIn, useManner, useText } from '../../ui/language.ts'
import { texts } from './texts.ts'
import style from './board.module.css'

/** What one must see of a card at a glance: whose it is, what is next, how long it has stood. */
export function Marks({ object, row }: { object: ObjectView; row: RecordRow }) {
  const board = object.board!
  const owner = row['owner'] as LinkValue | null | undefined
  return (
    <div className={style.marks}>
      {owner && <span className={style.owner} title={owner.name}><Face name={owner.name} /><span className="sd-unseen">{owner.name}</span></span>}
      {board.next !== undefined && <Next object={object} row={row} next={board.next} />}
      <Standing object={object} row={row} board={board} />
    </div>
  )
}

/** Red with a sign when its time has passed, or when there must be one and is none. */
function Next({ object, row, next }: { object: ObjectView; row: RecordRow; next: NonNullable<BoardDefinition['next']> }) {
  const t = useText()
  const manner = useManner()
  const label = fieldOf(object, next.field)?.label
  if (label === undefined) return null
  const at = row[next.field]
  const ended = object.board?.ends !== undefined && fieldOf(object, object.board.ends) !== null && isEnded(object, row)
  if (typeof at !== 'string') return next.required !== undefined && row[next.required] === true && !ended ? <Tag color="red"><IconAlertTriangle className={style.sign} aria-hidden />{t(texts.missing, { field: t(label) })}</Tag> : null
  const late = Date.parse(at.length === 10 ? `${at}T23:59:59Z` : at) < Date.now()
  const words = t(late ? texts.late : texts.next, { field: t(label), day: dayWords(at, manner) })
  return <Tag color={late ? 'red' : 'grey'} title={words}>{late && <IconAlertTriangle className={style.sign} aria-hidden />}{words}</Tag>
}

/** Nothing leads on from where it stands but the way back: nothing is to be done next. */
function isEnded(object: ObjectView, row: RecordRow): boolean {
  const machine = object.states?.find(({ field }) => field === object.board?.ends)
  return machine?.initial !== undefined && row[machine.field] !== machine.initial
}

/** 'dziś', 'jutro', 'śr.', '15 gru' */
function dayWords(at: string, manner: Manner): string {
  const locale = localeOf[manner.language]
  const day = at.length === 10 ? at : dayIn(manner.timeZone, new Date(at))
  const days = Math.round((Date.parse(day) - Date.parse(manner.today)) / 86_400_000)
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
  const format: Intl.DateTimeFormatOptions = days > 1 && days < 7 ? { weekday: 'short' } : { day: 'numeric', month: 'short' }
  return new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

function Standing({ object, row, board }: { object: ObjectView; row: RecordRow; board: BoardDefinition }) {
  const t = useText()
  const since = board.since === undefined ? null : row[board.since]
  const stalled = board.stalled !== undefined && row[board.stalled] === true
  const days = typeof since === 'string' ? t(texts.days, { count: Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 86_400_000)) }) : ''
  if (stalled) {
    const label = t(fieldOf(object, board.stalled!)!.label)
    return <Tag color="amber" title={`${label}. ${t(texts.here, { days })}`}><IconHourglassHigh className={style.sign} aria-hidden />{label}{days && `: ${days}`}</Tag>
  }
  return days === '' ? null : <span className={style.days} title={t(texts.here, { days })}><IconClock className={style.sign} aria-hidden />{days}</span>
}
