import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import { useSession } from '../kernel/api/session.ts'
import { RefusedFace } from '../kernel/ui/faces.tsx'
import { useGo } from '../kernel/ui/go.ts'
import { useManner, useText } from '../kernel/ui/language.ts'
import { toRecord } from '../kernel/ui/links.ts'
import { phoneWidth } from '../kernel/ui/theme.ts'
import { useTitle } from '../kernel/ui/title.ts'
import style from './calendar.module.css'
import { Drawing } from './Drawing.tsx'
import type { Piece, Shown } from './entries.ts'
import { EntryCard } from './EntryCard.tsx'
import { openFreeTime } from './finding/open.tsx'
import { Head } from './Head.tsx'
import { useNewEntry } from './newEntry.ts'
import { People } from './People.tsx'
import { useCalendarPlace } from './place.ts'
import { stepFrom } from './span.ts'
import { useSwiping } from './swiping.ts'
import { texts } from './texts.ts'
import { useEntryActs } from './useEntryActs.ts'
import { useKeys } from './useKeys.ts'
import { useShown } from './useShown.ts'

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
  const { calendar, people, resources, columns, pieces, shades, freeDays, waits } = useShown(place)
  const go = useGo()
  const colorOf = useColors(people, resources, me.id)
  const { acts, moved } = useEntryActs()
  const { create, createNext } = useNewEntry(columns)
  const onFind = () => openFreeTime({ people: people.map(({ id, name }) => ({ id, name })), resources: resources.map(({ id, name }) => ({ id, name })), day: place.day })
  useKeys({ place, pieces, acts, onMove: move, onNew: createNext, onFind })
  const onOpen = useCallback((piece: Piece, at: HTMLElement) => {
    if (piece.kind === 'entry') setOpen({ entry: piece, at })
    else if (piece.kind === 'task') go(toRecord('activity', piece.id))
    else if (piece.kind === 'booking' && piece.id !== undefined) go(piece.activity === undefined ? toRecord('booking', piece.id) : toRecord('activity', piece.activity))
  }, [go])
  const swiping = useSwiping((direction) => move({ day: stepFrom(place.view, place.day, direction) }))
  const side = <People place={place} shown={people} resources={resources} colorOf={colorOf} onMove={move} />
  return (
    <div className={style.screen}>
      <Head place={place} onMove={move} onNew={createNext} onFind={onFind} onPeople={narrow ? () => setChoosing(true) : undefined} />
      {calendar.isError && calendar.data === undefined ? <RefusedFace error={calendar.error} onRetry={() => void calendar.refetch()} /> : (
        <div className={style.body}>
          {!narrow && side}
          <div className={style.main} {...(place.view === 'columns' ? {} : swiping)} aria-busy={calendar.isFetching}>
            {waits && <div className={style.waiting} aria-hidden />}
            <Drawing view={place.view} day={place.day} pieces={pieces} columns={columns} shades={shades} freeDays={freeDays} colorOf={colorOf} onOpen={onOpen} onMoved={moved} onChosen={create} onDay={(day) => move({ day, view: 'day' })} />
          </div>
        </div>
      )}
      {narrow && <Drawer opened={choosing} onClose={() => setChoosing(false)} title={t(texts.calendars)} closeButtonProps={{ 'aria-label': t(texts.close) }} size={phone ? '100%' : 320} position={phone ? 'bottom' : 'left'}>{side}</Drawer>}
      {open !== null && <EntryCard entry={open.entry} at={open.at} acts={acts} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** With one calendar colours tell types; with several they tell people. Rooms and devices have their own. */
function useColors(people: readonly { id: string }[], resources: readonly { id: string; color: string | null; kind: { color: string | null } }[], me: string) {
  return useMemo(() => {
    const others = people.filter(({ id }) => id !== me)
    const colors = new Map<string, string>([...others.map(({ id }, index) => [id, colorsOfPeople[index % colorsOfPeople.length]!] as const), ...resources.map(({ id, color, kind }) => [id, color ?? kind.color ?? 'violet'] as const)])
    return (id: string): string | undefined => colors.get(id) ?? (id === me && others.length > 0 ? 'teal' : undefined)
  }, [people, resources, me])
}
