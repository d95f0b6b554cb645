import { lazy } from 'react'
import type { RecordBlock } from '../kernel/records/page/parts.ts'
import type { Screen, WebRoom } from '../kernel/shell/rooms.ts'
import { toDefaults, toNotices, toOwnSettings, toSending } from './links.ts'
import { titles } from './titles.ts'

const screens: readonly Screen[] = [
  { path: toNotices, title: titles.notices, load: async () => (await import('./centre/NoticesScreen.tsx')).NoticesScreen },
  { path: `${toNotices}/$id`, title: titles.notices, load: async () => (await import('./centre/OpenNotice.tsx')).OpenNotice },
  { path: toOwnSettings, title: titles.notices, navigation: { group: 'settings', section: 'own', order: 4, icon: 'bell' }, load: async () => (await import('./settings/OwnScreen.tsx')).OwnScreen },
  { path: toDefaults, title: titles.defaults, needs: 'settings', navigation: { group: 'settings', section: 'system', order: 40, icon: 'bell' }, load: async () => (await import('./settings/DefaultsScreen.tsx')).DefaultsScreen },
  { path: toSending, title: titles.sending, needs: 'settings', navigation: { group: 'settings', section: 'system', order: 830, icon: 'send' }, load: async () => (await import('./settings/SendingScreen.tsx')).SendingScreen },
]

const reminders: RecordBlock = {
  key: 'reminders', label: titles.reminders, on: ({ object, record }) => object.name === 'activity' && !record.deletedAt && record.state !== 'done' && record.state !== 'cancelled',
  Block: lazy(async () => ({ default: (await import('./reminders/Reminders.tsx')).Reminders })),
}

export const notices: WebRoom = {
  name: 'notices',
  screens,
  bar: lazy(async () => ({ default: (await import('./centre/Bell.tsx')).Bell })),
  record: { blocks: [reminders] },
}
