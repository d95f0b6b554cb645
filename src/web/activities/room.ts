import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { MetadataAnswer, ObjectView } from '../../contract/records.ts'
import type { FieldEditProps, FieldShowProps } from '../../fields/web.ts'
import { isLink, objectOf } from '../kernel/api/metadata.ts'
import type { WebRoom } from '../kernel/shell/rooms.ts'
import { texts } from './texts.ts'

/** Where an activity may lead, and this person may plan one. */
function on(object: ObjectView, metadata: MetadataAnswer): boolean {
  const activities = objectOf(metadata, 'activity')
  return object.timeline === true && object.name !== 'activity' && activities?.can.create === true && activities.fields.some((field) => isLink(field) && field.target === object.name)
}

export const activities: WebRoom = {
  name: 'activities',
  screens: [{ path: '/my-day', title: texts.myDay, navigation: { group: 'knowledge', order: 1, icon: 'home' }, load: async () => (await import('./day/MyDayScreen.tsx')).MyDayScreen }],
  record: {
    kindIcons: { task: 'checkbox', call: 'phone', meeting: 'users', visit: 'map-pin', letter: 'mail', event: 'calendar' },
    fields: {
      'activity.recurrence': {
        Edit: lazy(async () => ({ default: (await import('./recurrence/RecurrenceEdit.tsx')).RecurrenceEdit as ComponentType<FieldEditProps<never>> })),
        Show: lazy(async () => ({ default: (await import('./recurrence/RecurrenceShow.tsx')).RecurrenceShow as ComponentType<FieldShowProps<never>> })),
      },
    },
    entryActs: { activity: lazy(async () => ({ default: (await import('./EntryActs.tsx')).EntryActs })) },
    composers: [
      { key: 'task', label: texts.task, on, Compose: lazy(async () => ({ default: (await import('./composers.tsx')).TaskComposer })) },
      { key: 'call', label: texts.call, on, Compose: lazy(async () => ({ default: (await import('./composers.tsx')).CallComposer })) },
      { key: 'meeting', label: texts.meeting, on, Compose: lazy(async () => ({ default: (await import('./composers.tsx')).MeetingComposer })) },
    ],
  },
}
