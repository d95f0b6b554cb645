import { ActionIcon, Button, Checkbox, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Tag } from '../../../fields/tag.tsx'
import { localeOf } from '../../../fields/locales.ts'
import { runAction } from '../../kernel/api/records.ts'
import { openAction, openCreate } from '../../kernel/records/form/open.ts'
import { momentText } from '../../kernel/records/time.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useManner, useText } from '../../kernel/ui/language.ts'
import { toList, toRecord } from '../../kernel/ui/links.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { useTitle } from '../../kernel/ui/title.ts'
import { useAct } from '../../kernel/ui/useAct.ts'
import { useFinish } from '../EntryActs.tsx'
import style from '../activities.module.css'
import { texts } from '../texts.ts'
import { Agenda } from './Agenda.tsx'
import { useDay, type Day, type Work } from './useDay.ts'

/** The first screen: what waits for me today, what others wait for, what stands in the calendar. */
export function MyDayScreen() {
  const t = useText()
  const manner = useManner()
  useTitle(t(texts.myDay))
  const day = useDay()
  if (day.isError && day.data === undefined) return <RefusedFace error={day.error} onRetry={() => void day.refetch()} />
  if (day.data === undefined) return <div className={style.day}><Waiting lines={9} /></div>
  const date = new Intl.DateTimeFormat(localeOf[manner.language], { weekday: 'long', day: 'numeric', month: 'long', timeZone: manner.timeZone }).format(new Date())
  return (
    <div className={style.day}>
      <header className={style.dayHead}>
        <h1 className={style.dayTitle}>{t(texts.morning)}</h1>
        <span className={style.date}>{date}</span>
        <Button ml="auto" variant="default" size="compact-md" leftSection={<IconPlus size={15} />} onClick={() => openCreate('activity', { type: 'task' })}>{t(texts.newTask)}</Button>
      </header>
      <Tiles day={day.data} />
      <div className={style.parts}>
        <Lists day={day.data} onDone={day.again} />
        <Agenda day={day.data} />
      </div>
    </div>
  )
}

const many = ({ count, exact }: Day['overdue']): string => (exact ? String(count) : `${count}+`)

function Tiles({ day }: { day: Day }) {
  const t = useText()
  const week = day.week.reduce((sum, { due, planned }) => sum + due + planned, 0)
  return (
    <div className={style.tiles}>
      <Go className={style.tile} href={`${toList('activity')}?view=mine&where=${encodeURIComponent('owner = me and due < now and doneAt is empty')}`} data-red={day.overdue.count > 0 || undefined}>{t(texts.overdueCount)}<span className={style.number}>{many(day.overdue)}</span></Go>
      <Go className={style.tile} href={`${toList('activity')}?view=mine`}>{t(texts.todayCount)}<span className={style.number}>{many(day.dueToday)}</span></Go>
      <Go className={style.tile} href="/calendar?view=day">{t(texts.meetingsCount)}<span className={style.number}>{day.planned.length}</span></Go>
      <Go className={style.tile} href="/calendar?view=agenda">{t(texts.weekCount)}<span className={style.number}>{week}</span></Go>
    </div>
  )
}

function Lists({ day, onDone }: { day: Day; onDone(): void }) {
  const t = useText()
  const toDo = [...day.overdue.rows.map((work) => ({ work, late: true })), ...day.dueToday.rows.map((work) => ({ work, late: false }))]
  const total = day.overdue.count + day.dueToday.count
  const waiting = day.toAccept.count + day.invitations.length
  const delegated = day.refused.count + day.lateDelegated.count
  return (
    <div className={style.lists}>
      <Part title={t(texts.toDo)} count={total} more={total - toDo.length} empty={t(texts.nothingToDo)}>
        {toDo.map(({ work, late }) => <ToDo key={work.id} work={work} late={late} onDone={onDone} />)}
      </Part>
      {waiting > 0 && (
        <Part title={t(texts.waits)} count={waiting} more={day.toAccept.count - day.toAccept.rows.length}>
          {day.toAccept.rows.map((work) => <ToAccept key={work.id} work={work} onDone={onDone} />)}
          {day.invitations.map((work) => <Row key={`${work.id}${work.instance ?? ''}`} work={work} tag={<When moment={work.start} />} />)}
        </Part>
      )}
      {delegated > 0 && (
        <Part title={t(texts.delegated)} count={delegated} more={delegated - day.refused.rows.length - day.lateDelegated.rows.length}>
          {day.refused.rows.map((work) => <Row key={work.id} work={work} note={work.delegationNote} tag={<Tag color="red">{t(texts.wasRefused)}</Tag>} />)}
          {day.lateDelegated.rows.map((work) => <Row key={work.id} work={work} note={work.owner?.name} tag={<When moment={work.due} late />} />)}
        </Part>
      )}
    </div>
  )
}

function Part({ title, count, more, empty, children }: { title: string; count: number; more: number; empty?: string; children: ReactNode }) {
  const t = useText()
  return (
    <section aria-label={title}>
      <div className={style.partHead}><h2 className={style.partTitle}>{title}</h2><span className={style.count}>{count}</span></div>
      {count === 0 && empty !== undefined ? <p className={style.empty}>{empty}</p> : <ul className={style.rows}>{children}</ul>}
      {more > 0 && <Go className="sd-link" href={`${toList('activity')}?view=mine`}>{t(texts.moreThere, { count: more })}</Go>}
    </section>
  )
}

function Row({ work, lead, note, tag, acts }: { work: Work; lead?: ReactNode; note?: string | null | undefined; tag?: ReactNode; acts?: ReactNode }) {
  const t = useText()
  const more = [work.company?.name, note ?? (work.delegatedBy === null ? null : t(texts.from, { name: work.delegatedBy.name }))].filter((part) => (part ?? '') !== '').join(' · ')
  return (
    <li className={style.row}>
      {lead}
      <div className={style.rowText}>
        <Go className={style.rowTitle} href={toRecord('activity', work.id)}>{work.title}</Go>
        {more !== '' && <span className={style.rowMore}>{more}</span>}
      </div>
      {acts}
      {tag}
    </li>
  )
}

function ToDo({ work, late, onDone }: { work: Work; late: boolean; onDone(): void }) {
  const t = useText()
  const finish = useFinish(onDone)
  const box = (
    <Tooltip label={t(texts.finish)} openDelay={600}>
      <Checkbox size="xs" aria-label={`${t(texts.finish)}: ${work.title}`} checked={finish.busy} onChange={() => void finish.run({ id: work.id, title: work.title })} />
    </Tooltip>
  )
  return <Row work={work} lead={box} tag={<When moment={work.due} late={late} />} />
}

function ToAccept({ work, onDone }: { work: Work; onDone(): void }) {
  const t = useText()
  const accept = useAct(async () => {
    await runAction('activity', work.id, 'accept')
    told(t(texts.accepted, { title: work.title }))
    onDone()
  }, refused)
  const acts = (
    <>
      <Button size="compact-sm" variant="light" loading={accept.busy} onClick={() => void accept.run()}>{t(texts.accept)}</Button>
      <Button size="compact-sm" variant="subtle" onClick={() => openAction('activity', work.id, 'refuse')}>{t(texts.refuse)}</Button>
    </>
  )
  return <Row work={work} acts={acts} tag={work.due === null ? undefined : <When moment={work.due} />} />
}

function When({ moment, late = false }: { moment: string | null; late?: boolean }) {
  const t = useText()
  const manner = useManner()
  if (moment === null) return null
  const said = momentText(moment, manner)
  return <Tag color={late ? 'red' : 'amber'}>{late ? `${t(texts.overdue)} · ${said}` : said}</Tag>
}
