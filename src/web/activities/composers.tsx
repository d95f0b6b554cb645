import type { ObjectView, RecordRow } from '../../contract/records.ts'
import { Composer } from './Composer.tsx'

interface Place {
  object: ObjectView
  record: RecordRow
}

export const TaskComposer = (place: Place) => <Composer key={place.record.id} type="task" {...place} />
export const CallComposer = (place: Place) => <Composer key={place.record.id} type="call" {...place} />
export const MeetingComposer = (place: Place) => <Composer key={place.record.id} type="meeting" {...place} />
