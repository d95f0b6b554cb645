import type { ComponentType } from 'react'
import type { MetadataAnswer, ObjectView, RecordRow } from '../../../../contract/records.ts'
import type { Text } from '../../../../contract/text.ts'

/** One kind of thing that can be written onto a record's time line: a note, later a call, a task. */
export interface Composer {
  key: string
  label: Text
  /** Whether it makes sense here and this person may. */
  on(object: ObjectView, metadata: MetadataAnswer): boolean
  Compose: ComponentType<{ object: ObjectView; record: RecordRow }>
}

/** What a room adds to record pages. */
export interface RecordParts {
  composers?: readonly Composer[]
}
