import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { MetadataAnswer, ObjectView, RecordRow } from '../../contract/records.ts'
import type { FieldEditProps, FieldShowProps } from '../../fields/web.ts'
import { isLink, objectOf } from '../kernel/api/metadata.ts'
import type { Session } from '../kernel/api/session.ts'
import type { RecordBanner, RecordBlock } from '../kernel/records/page/parts.ts'
import type { WebRoom } from '../kernel/shell/rooms.ts'
import { isWithinReach } from './handover/reach.ts'
import { texts as handover } from './handover/texts.ts'
import { isOfDelegation } from './page/delegation.ts'
import { texts as ofPage } from './page/texts.ts'
import { texts } from './texts.ts'

/** Where an activity may lead, and this person may plan one. */
function on(object: ObjectView, metadata: MetadataAnswer): boolean {
  const activities = objectOf(metadata, 'activity')
  return object.timeline === true && object.name !== 'activity' && activities?.can.create === true && activities.fields.some((field) => isLink(field) && field.target === object.name)
}

const isActivity = ({ object, record }: { object: ObjectView; record: RecordRow }): boolean => object.name === 'activity' && typeof record['deletedAt'] !== 'string'

const blocks: readonly RecordBlock[] = [
  { key: 'outcome', label: ofPage.outcome, on: isActivity, Block: lazy(async () => ({ default: (await import('./page/Outcome.tsx')).Outcome })) },
  { key: 'before', label: ofPage.before, on: (about) => isActivity(about) && ((about.record['waitsFor'] as unknown[] | null)?.length ?? 0) > 0, Block: lazy(async () => ({ default: (await import('./page/Before.tsx')).Before })) },
  { key: 'checklist', label: ofPage.checklist, on: isActivity, Block: lazy(async () => ({ default: (await import('./page/Checklist.tsx')).Checklist })) },
]
/** Of a person: what is to be done, and what stays behind when the account is turned off. */
const isPerson = ({ object, record, session }: { object: ObjectView; record: RecordRow; session: Session }): boolean => object.name === 'user' && typeof record['deletedAt'] !== 'string' && isWithinReach(record, session)
const openWork: RecordBlock = { key: 'openWork', label: handover.openWork, on: isPerson, Block: lazy(async () => ({ default: (await import('./handover/OpenWork.tsx')).OpenWork })) }
const leftBehind: RecordBanner = { key: 'leftBehind', on: (about) => isPerson(about) && about.record['active'] === false, Banner: lazy(async () => ({ default: (await import('./handover/LeftBehind.tsx')).LeftBehind })) }

const delegation: RecordBanner = {
  key: 'delegation', on: (about) => isActivity(about) && isOfDelegation(about.record),
  Banner: lazy(async () => ({ default: (await import('./page/DelegationBanner.tsx')).DelegationBanner })),
}

export const activities: WebRoom = {
  name: 'activities',
  screens: [{ path: '/my-day', title: texts.myDay, navigation: { group: 'knowledge', order: 1, icon: 'home' }, load: async () => (await import('./day/MyDayScreen.tsx')).MyDayScreen }],
  record: {
    blocks: [...blocks, openWork],
    banners: [delegation, leftBehind],
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
