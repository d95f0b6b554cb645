import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import { useSession } from '../kernel/api/session.ts'
import { createRecordByForm } from '../kernel/records/form/open.ts'
import { RefusedFace } from '../kernel/ui/faces.tsx'
import { useGo } from '../kernel/ui/go.ts'
import { useManner, useText } from '../kernel/ui/language.ts'
import { toRecord } from '../kernel/ui/links.ts'
import { useShortcuts } from '../kernel/ui/shortcuts.ts'
import { phoneWidth } from '../kernel/ui/theme.ts'
import { useTitle } from '../kernel/ui/title.ts'
import type { Times } from './acts.ts'
import style from './calendar.module.css'
import { Drawing } from './Drawing.tsx'
import { piecesOf, type Piece, type Shown } from './entries.ts'
import { EntryCard } from './EntryCard.tsx'
import { Head } from './Head.tsx'
import { People } from './People.tsx'
import { useCalendarPlace } from './place.ts'
import { momentsOf, spanOf, stepFrom } from './span.ts'
import { texts } from './texts.ts'
import { useCalendar } from './useCalendar.ts'
import { useEntryActs } from './useEntryActs.ts'

const colorsOfPeople = ['blue', 'amber', 'green', 'violet', 'red', 'grey'] as const

export function CalendarScreen() {
  const t = useText()
  useTitle(t(texts.calendar))
  const phone = useMediaQuery(phoneWidth, undefined, { getInitialValueInEffect: false })
  const narrow = useMediaQuery('(max-width: 1099px)', undefined, { getInitialValueInEffect: false })
  const manner = useManner()
  const me = useSession().user
  const [place, move] = useCalendarPlace(manner.today, phone)
  const [choosing, setChoosing] = useState(false)
  const [open, setOpen] = useState<{ entry: Shown; at: HTMLElement } | null>(null)
  const { from, until } = momentsOf(spanOf(place.view, place.day), manner.timeZone)
  const calendar = useCalendar({ from, until, people: place.others ? place.people : [me.id, ...place.people], teams: place.teams, tasks: place.tasks })
  const people = calendar.data?.people ?? []
  const pieces = useMemo(() => (calendar.data === undefined ? [] : piecesOf(calendar.data)), [calendar.data])
  const go = useGo()
  const colorOf = useColors(people, me.id)
  const { acts, moved } = useEntryActs()
  const create = ({ person, ...rest }: Times) => void createRecordByForm('activity', { type: 'meeting', ...rest, ...(person === undefined || person === me.id ? {} : { owner: people.find(({ id }) => id === person) }) }).then(() => void calendar.refetch())
  const onNew = () => create(nextHour())
  useShortcuts([
    { keys: 't', label: texts.toToday, group: texts.keysGroup, run: () => move({ day: manner.today }) },
    { keys: 'ArrowLeft', label: texts.goEarlier, group: texts.keysGroup, run: () => move({ day: stepFrom(place.view, place.day, -1) }) },
    { keys: 'ArrowRight', label: texts.goLater, group: texts.keysGroup, run: () => move({ day: stepFrom(place.view, place.day, 1) }) },
    { keys: 'n', label: texts.newEntry, group: texts.keysGroup, run: onNew },
  ])
  const onOpen = useCallback((piece: Piece, at: HTMLElement) => {
    if (piece.kind === 'entry') setOpen({ entry: piece, at })
    else if (piece.kind === 'task') go(toRecord('activity', piece.id))
  }, [go])
  const side = <People place={place} shown={people} colorOf={colorOf} onMove={move} />
  return (
    <div className={style.screen}>
      <Head place={place} onMove={move} onNew={onNew} onPeople={narrow ? () => setChoosing(true) : undefined} />
      {calendar.isError && calendar.data === undefined ? <RefusedFace error={calendar.error} onRetry={() => void calendar.refetch()} /> : (
        <div className={style.body}>
          {!narrow && side}
          <div className={style.main} aria-busy={calendar.isFetching}>
            {calendar.isPlaceholderData && <div className={style.waiting} aria-hidden />}
            <Drawing view={place.view} day={place.day} pieces={pieces} people={people} colorOf={colorOf} onOpen={onOpen} onMoved={moved} onChosen={create} onDay={(day) => move({ day, view: 'day' })} />
          </div>
        </div>
      )}
      {narrow && <Drawer opened={choosing} onClose={() => setChoosing(false)} title={t(texts.calendars)} closeButtonProps={{ 'aria-label': t(texts.close) }} size={phone ? '100%' : 320} position={phone ? 'bottom' : 'left'}>{side}</Drawer>}
      {open !== null && <EntryCard entry={open.entry} at={open.at} acts={acts} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** With one calendar colours tell types; with several they tell people. */
function useColors(people: readonly { id: string }[], me: string) {
  return useMemo(() => {
    const others = people.filter(({ id }) => id !== me)
    const colors = new Map(others.map(({ id }, index) => [id, colorsOfPeople[index % colorsOfPeople.length]!]))
    return (person: string): string | undefined => (others.length === 0 ? undefined : person === me ? 'teal' : colors.get(person))
  }, [people, me])
}

function nextHour(): Times {
  const start = new Date()
  start.setMinutes(60, 0, 0)
  return { start: start.toISOString(), end: new Date(start.getTime() + 3_600_000).toISOString() }
}
