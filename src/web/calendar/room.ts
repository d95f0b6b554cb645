import { lazy } from 'react'
import type { LinkValue, ObjectView, RecordRow } from '../../contract/records.ts'
import type { RecordAct, RecordBlock } from '../kernel/records/page/parts.ts'
import type { Screen, WebRoom } from '../kernel/shell/rooms.ts'
import { openFreeTime } from './finding/open.tsx'
import { titles } from './titles.ts'

const screens: readonly Screen[] = [
  { path: '/calendar', title: titles.calendar, navigation: { group: 'knowledge', order: 6, icon: 'calendar' }, load: async () => (await import('./CalendarScreen.tsx')).CalendarScreen },
  { path: '/settings/calendar', title: titles.own, navigation: { group: 'settings', section: 'own', order: 5, icon: 'calendar' }, load: async () => (await import('./settings/OwnScreen.tsx')).OwnScreen },
  { path: '/settings/hours', title: titles.firm, needs: 'settings', navigation: { group: 'settings', section: 'system', order: 61, icon: 'clock' }, load: async () => (await import('./settings/FirmScreen.tsx')).FirmScreen },
]

const hasTime = ({ object, record }: { object: ObjectView; record: RecordRow }): boolean => object.name === 'activity' && !record['deletedAt'] && typeof record['start'] === 'string'

const attendees: RecordBlock = { key: 'attendees', label: titles.attendees, on: hasTime, Block: lazy(async () => ({ default: (await import('./invitations/AttendeesBlock.tsx')).AttendeesBlock })) }

/** For a meeting that does not recur: a series goes its own way. */
const findTime: RecordAct = {
  key: 'findTime', label: titles.findTime, icon: 'calendar-time',
  on: ({ object, record }) => hasTime({ object, record }) && !record['recurrence'] && record['state'] !== 'done' && record['state'] !== 'cancelled' && record.can?.change !== false,
  run: ({ record }) => openFreeTime(soughtOf(record)),
}

function soughtOf({ id, version, title, start, end, owner, participants }: { id: string; version: number } & Record<string, unknown>): Parameters<typeof openFreeTime>[0] {
  const minutes = typeof start === 'string' && typeof end === 'string' ? Math.round((Date.parse(end) - Date.parse(start)) / 60_000) : 60
  const people = [owner, ...((participants as LinkValue[] | null) ?? [])].filter((one): one is LinkValue => one !== null && one !== undefined)
  return { people, minutes: Math.min(Math.max(minutes, 15), 1_440), meeting: { id, version, title: String(title ?? '') } }
}

export const calendar: WebRoom = { name: 'calendar', screens, record: { blocks: [attendees], menu: [findTime] } }
