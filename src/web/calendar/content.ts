/** What stands in the box of an entry, and what a screen reader says of it. Plain nodes: titles are never read as HTML. */
import type { Calendar } from '@event-calendar/core'
import type { Text } from '../../contract/text.ts'
import type { Manner } from '../../fields/field.ts'
import { localeOf } from '../../fields/locales.ts'
import type { Teller } from '../kernel/ui/language.ts'
import { pieceOf, type Piece } from './entries.ts'
import { texts } from './texts.ts'

const takenTexts: Readonly<Record<string, Text>> = { tentative: texts.tentative, away: texts.away }

const nameOf = (piece: Piece, t: Teller): string => (piece.kind === 'busy' ? t(takenTexts[piece.showAs] ?? texts.busy) : (piece.title ?? ''))

export function contentOf({ event, timeText }: Calendar.EventContentInfo, t: Teller): Calendar.Content {
  const piece = pieceOf(event)
  if (piece === undefined) return { domNodes: [line('sd-time', timeText)] }
  const marks = piece.kind === 'entry' ? `${piece.private ? ' 🔒' : ''}${piece.recurring ? ' ↻' : ''}` : ''
  const more = piece.kind === 'busy' ? '' : [piece.company?.name, piece.kind === 'entry' ? piece.place : null].filter((text) => (text ?? '') !== '').join(' · ')
  return { domNodes: [line('sd-title-line', `${nameOf(piece, t)}${marks}`), line('sd-time', event.allDay ? '' : timeText), ...(more === '' ? [] : [line('sd-more', more)])] }
}

function line(className: string, text: string): HTMLElement {
  const made = document.createElement('div')
  made.className = className
  made.textContent = text
  return made
}

export function labelOf(piece: Piece | undefined, { t, manner }: { t: Teller; manner: Manner }): string {
  if (piece === undefined) return ''
  const when = piece.kind === 'task' ? rangeText({ start: piece.due, end: piece.due, allDay: false }, manner) : rangeText(piece, manner)
  const more = piece.kind !== 'entry' ? [] : [piece.company?.name, piece.place, piece.private ? t(texts.private) : '', piece.recurring ? t(texts.recurring) : '']
  return [nameOf(piece, t), when, ...more].filter((part) => (part ?? '') !== '').join(', ')
}

/** 'wt, 24 lis, 9:00–10:30' */
export function rangeText({ start, end, allDay }: { start: string; end: string; allDay: boolean }, { language, timeZone }: Manner): string {
  const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', timeZone }
  const last = allDay ? new Date(Math.max(Date.parse(start), Date.parse(end) - 1)) : new Date(end)
  const format = new Intl.DateTimeFormat(localeOf[language], allDay ? day : { ...day, hour: 'numeric', minute: '2-digit' })
  return format.formatRange(new Date(start), last)
}
