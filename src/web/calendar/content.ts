/** What stands in the box of an entry, and what a screen reader says of it. Plain nodes: titles are never read as HTML. */
import type { Calendar } from '@event-calendar/core'
import type { Text } from '../../contract/text.ts'
import type { Manner } from '../../fields/field.ts'
import { localeOf } from '../../fields/locales.ts'
import type { Teller } from '../kernel/ui/language.ts'
import { pieceOf, type Piece } from './entries.ts'
import { texts } from './texts.ts'

const takenTexts: Readonly<Record<string, Text>> = { tentative: texts.tentative, away: texts.away }

function nameOf(piece: Piece, t: Teller): string {
  if (piece.kind === 'busy') return t(takenTexts[piece.showAs] ?? texts.busy)
  return piece.kind === 'booking' ? (piece.title ?? t(piece.state === 'tentative' ? texts.tentative : texts.busy)) : (piece.title ?? '')
}

function moreOf(piece: Piece): string {
  if (piece.kind === 'busy') return ''
  const more = piece.kind === 'booking' ? [piece.owner?.name] : [piece.company?.name, piece.kind === 'entry' ? piece.place : null]
  return more.filter((text) => (text ?? '') !== '').join(' · ')
}

/** Where an entry is on the page, for the keyboard. */
export const entryAttribute = 'data-entry'

export function contentOf({ event, timeText }: Calendar.EventContentInfo, { t, manner }: { t: Teller; manner: Manner }): Calendar.Content {
  const piece = pieceOf(event)
  if (piece === undefined) return { domNodes: [line('sd-time', (event.extendedProps['said'] as string | undefined) ?? (event.display === 'background' ? '' : timeText))] }
  const marks = piece.kind === 'entry' ? `${piece.private ? ' 🔒' : ''}${piece.recurring ? ' ↻' : ''}` : ''
  const more = moreOf(piece)
  const seen = [line('sd-title-line', `${nameOf(piece, t)}${marks}`), line('sd-time', event.allDay ? '' : timeText), ...(more === '' ? [] : [line('sd-more', more)])]
  for (const each of seen) each.setAttribute('aria-hidden', 'true')
  const heard = line('sd-unseen', labelOf(piece, { t, manner }))
  heard.setAttribute(entryAttribute, String(event.id))
  return { domNodes: [heard, ...seen] }
}

function line(className: string, text: string): HTMLElement {
  const made = document.createElement('div')
  made.className = className
  made.textContent = text
  return made
}

/** All of it with the day, in words: a screen reader knows nothing of columns. */
function labelOf(piece: Piece, { t, manner }: { t: Teller; manner: Manner }): string {
  const when = rangeText(piece.kind === 'task' ? { start: piece.due, end: piece.due } : piece, manner)
  const more = piece.kind !== 'entry' ? [moreOf(piece)] : [piece.company?.name, piece.place, piece.private ? t(texts.private) : '', piece.recurring ? t(texts.recurring) : '']
  return [nameOf(piece, t), when, ...more].filter((part) => (part ?? '') !== '').join(', ')
}

/** 'wt, 24 lis, 9:00–10:30' */
export function rangeText({ start, end, allDay = false }: { start: string; end: string; allDay?: boolean }, { language, timeZone }: Manner): string {
  const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', timeZone }
  const last = allDay ? new Date(Math.max(Date.parse(start), Date.parse(end) - 1)) : new Date(end)
  const format = new Intl.DateTimeFormat(localeOf[language], allDay ? day : { ...day, hour: 'numeric', minute: '2-digit' })
  return format.formatRange(new Date(start), last)
}
