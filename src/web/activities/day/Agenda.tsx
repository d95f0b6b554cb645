import { localeOf } from '../../../fields/locales.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import style from '../activities.module.css'
import { texts } from '../texts.ts'
import type { Day, Work } from './useDay.ts'

const colors: Readonly<Record<string, string>> = { task: 'blue', meeting: 'violet', call: 'teal', visit: 'green', letter: 'amber' }

/** What stands in today's calendar, and how full the week is. */
export function Agenda({ day }: { day: Day }) {
  const t = useText()
  return (
    <section aria-label={t(texts.calendar)}>
      <div className={style.partHead}><h2 className={style.partTitle}>{t(texts.calendar)}</h2><Go className={style.count} href="/calendar">{t(texts.week)}</Go></div>
      {day.planned.length === 0 ? <p className={style.empty}>{t(texts.nothingToday)}</p> : (
        <ol className={style.agenda}>{day.planned.map((work) => <Slot key={`${work.id}${work.instance ?? ''}`} work={work} now={day.now} />)}</ol>
      )}
      <Week day={day} />
    </section>
  )
}

function Slot({ work, now }: { work: Work; now: string }) {
  const t = useText()
  const { language, timeZone } = useManner()
  const clock = new Intl.DateTimeFormat(localeOf[language], { hour: 'numeric', minute: '2-digit', timeZone })
  const time = work.allDay || work.start === null ? t(texts.allDay) : clock.formatRange(new Date(work.start), new Date(work.end ?? work.start))
  const more = [work.company?.name, work.place].filter((part) => (part ?? '') !== '').join(' · ')
  return (
    <li className={style.slot} data-color={colors[work.type]} data-past={(work.end !== null && Date.parse(work.end) < Date.parse(now)) || undefined}>
      <span className={style.slotTime}>{time}</span>
      <div className={style.rowText}>
        <Go className={style.rowTitle} href={toRecord('activity', work.id)}>{work.title}</Go>
        {more !== '' && <span>{more}</span>}
      </div>
    </li>
  )
}

function Week({ day }: { day: Day }) {
  const t = useText()
  const { language } = useManner()
  const named = new Intl.DateTimeFormat(localeOf[language], { weekday: 'short', day: 'numeric', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(localeOf[language], { weekday: 'short', timeZone: 'UTC' })
  return (
    <ul className={style.week} aria-label={t(texts.weekCount)}>
      {day.week.map(({ date, due, planned }) => (
        <li key={date}>
          <Go className={style.weekDay} href={`/calendar?view=day&day=${date}`}>
            <span>{weekday.format(new Date(date))}</span>
            <span>{Number(date.slice(8))}</span>
            <strong aria-hidden>{due + planned === 0 ? '–' : due + planned}</strong>
            <span className="sd-unseen">{t(texts.dayOfWeek, { due, planned })}</span>
          </Go>
        </li>
      ))}
    </ul>
  )
}
