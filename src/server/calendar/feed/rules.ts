/** Entries of a calendar as the events that other programs read. */
import { createHash } from 'node:crypto'
import type { Language } from '../../../contract/text.ts'
import type { EventText } from '../icalendar/rules.ts'
import type { BusyTime } from '../occurrences/contract.ts'
import type { SeenRow } from '../occurrences/queries.ts'
import type { Details } from './queries.ts'
import { words } from './texts.ts'

export const uidOf = ({ id, uid }: { id: string; uid: string | null }): string => uid ?? `${id}@sedno`

/** Series with the occurrences that were changed by themselves; what of these the reader may not see does not take place for him. */
export function eventsOf(rows: readonly SeenRow[], details: ReadonlyMap<string, Details>, fields: { title: boolean; place: boolean; description: boolean }): EventText[] {
  const seen = new Map(rows.map((row) => [row.id, row]))
  const stands = new Map<string, Set<string>>()
  for (const { series, instance } of rows) if (series !== null && instance !== null && seen.has(series)) stands.set(series, (stands.get(series) ?? new Set()).add(instance))
  return rows.flatMap((row): EventText[] => {
    const more = details.get(row.id)
    if (more === undefined) return []
    const master = row.series === null ? undefined : details.get(row.series)
    const ofSeries = master !== undefined && seen.has(row.series!)
    return [{
      uid: uidOf(ofSeries ? master : more), sequence: more.sequence ?? 0, stamp: more.changedAt, start: row.start, end: row.end, allDay: row.allDay, zone: row.zone,
      title: (fields.title ? row.title : null) ?? '', description: fields.description ? more.description : null, place: fields.place ? row.place : null, url: fields.place ? more.meetingUrl : null,
      recurrence: row.recurrence, without: (row.exceptions ?? []).filter((moment) => stands.get(row.id)?.has(moment) !== true), instance: ofSeries ? row.instance : null,
      isFree: row.showAs === 'free', isTentative: row.showAs === 'tentative', isPrivate: row.isPrivate === true,
    }]
  })
}

/** Names that say nothing and stay the same from one reading to the next. */
export function busyEvents(times: readonly BusyTime[], { stamp, language, zone }: { stamp: string; language: Language; zone: string }): EventText[] {
  const met = new Map<string, number>()
  return times.map(({ person, start, end, allDay, showAs }) => {
    const key = `${person} ${start} ${end}`
    const count = (met.get(key) ?? 0) + 1
    met.set(key, count)
    const uid = `${createHash('sha256').update(`${key} ${count}`).digest('hex').slice(0, 32)}@sedno`
    return { uid, sequence: 0, stamp, start, end, allDay, zone, title: words[showAs === 'away' ? 'away' : 'busy'][language], isTentative: showAs === 'tentative' }
  })
}
