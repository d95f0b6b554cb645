/** event-calendar as a part of the page: what it is given it draws, what is done on it comes back as moments. */
import { createCalendar, DayGrid, destroyCalendar, Interaction, List, ResourceTimeGrid, TimeGrid, type Calendar } from '@event-calendar/core'
import '@event-calendar/core/index.css'
import { useEffect, useEffectEvent, useRef } from 'react'
import { localeOf } from '../../fields/locales.ts'
import { useManner, useText } from '../kernel/ui/language.ts'
import { background, drawn, offWall, onDay, pieceOf, type Piece } from './entries.ts'
import type { FreeDay, Shade } from './shading.ts'
import { contentOf } from './content.ts'
import { keepReachable } from './keyboard.ts'
import type { Times } from './acts.ts'
import type { ViewName } from './place.ts'
import { texts } from './texts.ts'
import './calendar.css'

/** Of the side-by-side view: somebody's calendar, or what can be booked. */
export interface Column {
  id: string
  name: string
  kind: 'person' | 'resource'
}

interface DrawingProps {
  view: ViewName
  day: string
  pieces: readonly Piece[]
  columns: readonly Column[]
  shades: readonly Shade[]
  freeDays: readonly FreeDay[]
  colorOf(person: string): string | undefined
  onOpen(piece: Piece, at: HTMLElement): void
  /** `revert` puts it back as it was drawn. */
  onMoved(piece: Piece, times: Times, revert: () => void): void
  onChosen(times: Times): void
  onDay(day: string): void
}

const drawnViews: Record<ViewName, string> = { day: 'timeGridDay', workWeek: 'timeGridWeek', week: 'timeGridWeek', month: 'dayGridMonth', agenda: 'listTwoWeeks', columns: 'resourceTimeGridDay' }

export function Drawing(props: DrawingProps) {
  const { view, day, pieces, columns, shades, freeDays, colorOf } = props
  const t = useText()
  const manner = useManner()
  const place = useRef<HTMLDivElement>(null)
  const drawing = useRef<Calendar | null>(null)
  const { language, timeZone } = manner
  const beside = view === 'columns'
  const into = (id: string | undefined): Partial<Times> => (id === undefined ? {} : columns.some((one) => one.id === id && one.kind === 'resource') ? { resource: id } : { person: id })

  const moved = useEffectEvent(({ event, revert, newResource, oldResource }: { event: Calendar.Event; revert: () => void; newResource?: Calendar.Resource; oldResource?: Calendar.Resource }) => {
    const other = newResource !== undefined && newResource.id !== oldResource?.id ? into(newResource.id) : {}
    const piece = pieceOf(event)
    if (piece !== undefined) props.onMoved(piece, { ...timesOf(event), ...other }, revert)
  })
  const chosen = useEffectEvent((info: Calendar.SelectInfo) => props.onChosen({ ...timesOf(info), ...into(info.resource?.id) }))
  const opened = useEffectEvent(({ event, el }: Calendar.EventClickInfo) => {
    const piece = pieceOf(event)
    if (piece !== undefined) props.onOpen(piece, el)
  })
  const clicked = useEffectEvent(({ date, allDay, resource, view: { type } }: Calendar.DateClickInfo) => {
    if (type === drawnViews.month) return props.onDay(onDay(date))
    const end = new Date(date.getTime() + (allDay ? 24 * 60 : 60) * 60_000)
    props.onChosen({ ...timesOf({ start: date, end, allDay }), ...into(resource?.id) })
  })
  const timesOf = ({ start, end, allDay }: { start: Date; end: Date; allDay: boolean }): Times => ({ start: offWall(start, timeZone), end: offWall(end, timeZone), allDay })
  const content = useEffectEvent((info: Calendar.EventContentInfo) => contentOf(info, { t, manner }))
  useEffect(() => {
    const made = createCalendar(place.current!, [TimeGrid, DayGrid, List, ResourceTimeGrid, Interaction], {
      headerToolbar: { start: '', center: '', end: '' },
      height: '100%', firstDay: 1, nowIndicator: true, selectable: true, editable: true,
      slotDuration: '00:30', slotHeight: 24, scrollTime: '07:30:00', snapDuration: '00:15', dayMaxEvents: true, pointer: true, longPressDelay: 400,
      views: { listTwoWeeks: { type: 'listWeek', duration: { days: 14 } } },
      eventDrop: moved, eventResize: moved, select: chosen, eventClick: opened, dateClick: clicked, eventContent: content,
    } as Calendar.Options)
    drawing.current = made
    const leave = keepReachable(place.current!)
    return () => {
      leave()
      drawing.current = null
      void destroyCalendar(made)
    }
  }, [])

  useEffect(() => {
    const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }
    set(drawing.current, {
      locale: localeOf[language], allDayContent: t(texts.allDay), noEventsContent: t(texts.nothing), moreLinkContent: ({ num }: Calendar.MoreLinkInfo) => t(texts.more, { count: num }),
      slotLabelFormat: clock, eventTimeFormat: clock, dayHeaderFormat: { weekday: 'short', day: 'numeric', ...(view === 'month' ? { day: undefined } : {}) },
    })
  }, [language, t, view])

  useEffect(() => {
    set(drawing.current, { view: drawnViews[view], date: day, hiddenDays: view === 'workWeek' ? [0, 6] : [], columnWidth: view === 'columns' ? 'minmax(120px, 1fr)' : undefined })
  }, [view, day])

  useEffect(() => {
    const how = { timeZone, columns: beside }
    set(drawing.current, { resources: beside ? columns.map(({ id, name }) => ({ id, title: name })) : [], events: [...drawn(pieces, { ...how, colorOf }), ...background({ shades, freeDays }, how)] })
  }, [pieces, columns, shades, freeDays, beside, colorOf, timeZone])

  return <div ref={place} className="sd-calendar" data-view={view} />
}

function set(drawing: Calendar | null, options: Calendar.Options): void {
  if (drawing === null) return
  for (const [name, value] of Object.entries(options)) drawing.setOption(name as keyof Calendar.Options, value as never)
}
