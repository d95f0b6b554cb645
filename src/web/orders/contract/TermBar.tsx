import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { showDay } from '../../../fields/date/field.ts'
import { addDays, addMonths } from '../../../fields/days.ts'
import { dayIn, useLanguage, useManner, useText } from '../../kernel/ui/language.ts'
import style from './contract.module.css'
import { texts } from './texts.ts'

const day = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const dayMs = 86_400_000
const between = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / dayMs)

/** From its first day to its last: where today stands, until when notice can be given, and what comes after. */
export function TermBar({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const language = useLanguage()
  const today = dayIn(useManner().timeZone)
  const [from, until, noticeBy] = [day(record['from']), day(record['until']), day(record['noticeBy'])]
  if (from === null) return null
  const end = until ?? addMonths(today > from ? today : from, 12)!
  const length = Math.max(1, between(from, end))
  const at = (moment: string) => `${Math.min(100, Math.max(0, (between(from, moment) / length) * 100))}%`
  const say = (moment: string) => showDay(moment, language)
  const isRunning = ['active', 'notice'].includes(String(record['state'])) && today >= from && today <= end
  return (
    <div className={style.term}>
      <div className={style.bar} role="img" aria-label={t(texts.bar, { from: say(from), until: until === null ? t(texts.endless) : say(until) })} data-endless={until === null || undefined}>
        {today > from && <span className={style.passed} style={{ width: at(today) }} />}
        {noticeBy !== null && noticeBy >= from && <span className={style.notice} style={{ left: at(noticeBy) }} />}
        {isRunning && <span className={style.today} style={{ left: at(today) }} />}
      </div>
      <div className={style.ends}><span>{say(from)}</span><span>{until === null ? t(texts.endless) : say(until)}</span></div>
      <dl className={style.facts}>
        {noticeBy !== null && <div data-tone={noticeBy >= today && between(today, noticeBy) <= 60 ? 'amber' : undefined}><dt>{t(texts.notice)}</dt><dd>{say(noticeBy)}{noticeBy >= today && isRunning && <span className={style.quiet}> · {t(texts.daysLeft, { count: between(today, noticeBy) })}</span>}</dd></div>}
        {until !== null && isRunning && <div><dt>{t(texts.until)}</dt><dd>{say(until)}<span className={style.quiet}> · {t(texts.daysLeft, { count: between(today, until) })}</span></dd></div>}
      </dl>
      <p className={style.quiet}>{afterwards(record, { until, say, t })}</p>
    </div>
  )
}

interface Wording {
  until: string | null
  say(day: string): string
  t: ReturnType<typeof useText>
}

function afterwards(record: RecordRow, { until, say, t }: Wording): string {
  const given = day(record['noticeGivenOn'])
  const times = Number(record['renewals'] ?? 0)
  const months = Number(record['renewalMonths'] ?? 0)
  const said = times > 0 ? [t(texts.renewed, { count: times })] : []
  if (record['state'] === 'notice' && given !== null && until !== null) said.push(t(texts.noticed, { day: say(given), until: say(until) }))
  else if (record['state'] === 'active' && record['renewal'] === 'automatic' && until !== null && months > 0) said.push(t(texts.renews, { day: say(renewedUntil(until, months)) }))
  else if (record['state'] === 'active' && record['renewal'] === 'byAgreement') said.push(t(texts.byAgreement))
  return said.join(' ')
}

/** A term ends with the day before the same day of a later month, as the server has it. */
const renewedUntil = (until: string, months: number): string => addDays(addMonths(addDays(until, 1)!, months)!, -1)!
