import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCalendarSearch, IconChevronLeft, IconChevronRight, IconPlus, IconUsers } from '@tabler/icons-react'
import { localeOf } from '../../fields/locales.ts'
import type { Language } from '../../contract/text.ts'
import { useManner, useText } from '../kernel/ui/language.ts'
import { phoneWidth } from '../kernel/ui/theme.ts'
import style from './calendar.module.css'
import { views, type CalendarPlace, type ViewName } from './place.ts'
import { addDays, spanOf, stepFrom } from './span.ts'
import { texts } from './texts.ts'

interface HeadProps {
  place: CalendarPlace
  onMove(change: Partial<CalendarPlace>): void
  onNew(): void
  onFind(): void
  /** Where the list of calendars does not stand beside. */
  onPeople?: (() => void) | undefined
}

export function Head({ place, onMove, onNew, onFind, onPeople }: HeadProps) {
  const t = useText()
  const { language, today } = useManner()
  const phone = useMediaQuery(phoneWidth)
  const narrow = useMediaQuery('(max-width: 1199px)')
  const choices = views.map((value) => ({ value, label: t(texts[value]) }))
  const step = (direction: 1 | -1) => onMove({ day: stepFrom(place.view, place.day, direction) })
  return (
    <header className={style.head}>
      <div className={style.steps}>
        <Button variant="default" size="compact-md" onClick={() => onMove({ day: today })}>{t(texts.today)}</Button>
        <ActionIcon variant="subtle" color="gray" aria-label={t(texts.earlier)} onClick={() => step(-1)}><IconChevronLeft size={17} /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t(texts.later)} onClick={() => step(1)}><IconChevronRight size={17} /></ActionIcon>
      </div>
      <h1 className={style.title} aria-live="polite">{titleOf(place, language, phone === true)}</h1>
      <div className={style.right}>
        {onPeople && <Button variant="default" size="compact-md" leftSection={<IconUsers size={15} />} onClick={onPeople}>{t(texts.calendars)}</Button>}
        {phone || narrow
          ? <Select size="xs" w={phone ? 128 : 150} aria-label={t(texts.view)} data={choices} value={place.view} allowDeselect={false} onChange={(view) => view !== null && onMove({ view: view as ViewName })} />
          : <SegmentedControl size="xs" aria-label={t(texts.view)} data={choices} value={place.view} onChange={(view) => onMove({ view: view as ViewName })} />}
        {phone ? <ActionIcon variant="default" size={30} aria-label={t(texts.freeTime)} onClick={onFind}><IconCalendarSearch size={16} /></ActionIcon> : <Button variant="default" size="compact-md" leftSection={<IconCalendarSearch size={15} />} onClick={onFind}>{t(texts.freeTime)}</Button>}
        {phone ? <ActionIcon variant="filled" color="teal" size={30} aria-label={t(texts.newEntry)} onClick={onNew}><IconPlus size={16} /></ActionIcon> : <Button size="compact-md" leftSection={<IconPlus size={15} />} onClick={onNew}>{t(texts.newEntry)}</Button>}
      </div>
    </header>
  )
}

/** 'listopad 2026', '23–29 listopada 2026', 'poniedziałek, 23 listopada 2026' */
function titleOf({ view, day }: CalendarPlace, language: Language, short: boolean): string {
  const date = (text: string) => new Date(`${text}T12:00:00Z`)
  if (view === 'month') return new Intl.DateTimeFormat(localeOf[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date(day))
  if (view === 'day' || view === 'columns') return new Intl.DateTimeFormat(localeOf[language], { weekday: short ? 'short' : 'long', day: 'numeric', month: short ? 'short' : 'long', year: short ? undefined : 'numeric', timeZone: 'UTC' }).format(date(day))
  const { from, until } = spanOf(view, day)
  return new Intl.DateTimeFormat(localeOf[language], { day: 'numeric', month: short ? 'short' : 'long', year: short ? undefined : 'numeric', timeZone: 'UTC' }).formatRange(date(from), date(addDays(until, -1)))
}
