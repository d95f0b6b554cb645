import { Suspense } from 'react'
import type { ObjectView, RecordRow } from '../../../../contract/records.ts'
import { useSession } from '../../api/session.ts'
import { useRooms } from '../../shell/rooms.ts'
import { Waiting } from '../../ui/faces.tsx'
import type { RecordTab } from './parts.ts'

/** Tabs that rooms add to the page of this record. */
export function useOwnTabs(object: ObjectView, record: RecordRow): readonly RecordTab[] {
  const session = useSession()
  return useRooms().flatMap((room) => room.record?.tabs ?? []).filter((tab) => tab.on({ object, record, session }))
}

export function OwnTab({ object, record, tab: { Tab } }: { object: ObjectView; record: RecordRow; tab: RecordTab }) {
  return <Suspense fallback={<Waiting lines={6} />}><Tab object={object} record={record} /></Suspense>
}
