import { lazy } from 'react'
import type { RecordRow } from '../../contract/records.ts'
import type { RecordBlock } from '../kernel/records/page/parts.ts'
import type { WebRoom } from '../kernel/shell/rooms.ts'
import { texts } from './texts.ts'

const isLive = (record: RecordRow): boolean => !record['deletedAt']

const availability: RecordBlock = {
  key: 'availability', label: texts.availability, on: ({ object, record }) => object.name === 'resource' && isLive(record) && record['active'] !== false,
  Block: lazy(async () => ({ default: (await import('./Availability.tsx')).Availability })),
}
const hours: RecordBlock = {
  key: 'hours', label: texts.hours, on: ({ object, record }) => object.name === 'resource' && isLive(record),
  Block: lazy(async () => ({ default: (await import('./OpeningHours.tsx')).OpeningHours })),
}
const ofActivity: RecordBlock = {
  key: 'resources', label: texts.resources, on: ({ object, record }) => object.name === 'activity' && isLive(record) && typeof record['start'] === 'string',
  Block: lazy(async () => ({ default: (await import('./ActivityResources.tsx')).ActivityResources })),
}

export const resources: WebRoom = { name: 'resources', record: { blocks: [availability, hours, ofActivity] } }
