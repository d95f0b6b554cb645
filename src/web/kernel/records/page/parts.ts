import type { ComponentType } from 'react'
import type { MetadataAnswer, ObjectView, RecordRow, TimelineEntry } from '../../../../contract/records.ts'
import type { Text } from '../../../../contract/text.ts'
import type { FieldEditProps, FieldShowProps } from '../../../../fields/web.ts'
import type { Session } from '../../api/session.ts'

/** One kind of thing that can be written onto a record's time line: a note, later a call, a task. */
export interface Composer {
  key: string
  label: Text
  /** Whether it makes sense here and this person may. */
  on(object: ObjectView, metadata: MetadataAnswer): boolean
  Compose: ComponentType<{ object: ObjectView; record: RecordRow }>
}

/** What stands to be done with a record beyond the object's own actions: a question about it, a letter to it. */
export interface RecordAct {
  key: string
  label: Text
  icon: string
  on(about: { object: ObjectView; record: RecordRow; session: Session }): boolean
  run(about: { object: ObjectView; record: RecordRow }, go: (address: string) => void): void
}

/** What everybody must see first of a record: it waits for this person's answer. */
export interface RecordBanner {
  key: string
  on(about: { object: ObjectView; record: RecordRow; session: Session }): boolean
  Banner: ComponentType<{ object: ObjectView; record: RecordRow }>
}

/** A block of a room's own beside the fields; of a record without a time line, in the middle of its page. */
export interface RecordBlock {
  key: string
  label: Text
  on(about: { object: ObjectView; record: RecordRow; session: Session; metadata: MetadataAnswer }): boolean
  Block: ComponentType<{ object: ObjectView; record: RecordRow }>
  /** Stands above what the record is tied to, where one looks without scrolling. */
  beside?: true
  /** The related list that it stands in for, which then is not shown once more: 'quote.opportunity'. */
  insteadOf?: string
}

/** A tab of a room's own, before what the record says of itself: the lines of a quote, worked on with the whole width of the page. */
export interface RecordTab {
  key: string
  label: Text
  on(about: { object: ObjectView; record: RecordRow; session: Session }): boolean
  Tab: ComponentType<{ object: ObjectView; record: RecordRow }>
  /** The related list that it stands in for, which then is not shown once more: 'orderLine.salesOrder'. */
  insteadOf?: string
}

export interface OwnField {
  Show?: ComponentType<FieldShowProps<never>>
  Edit?: ComponentType<FieldEditProps<never>>
}

/** What a room adds to record pages. */
export interface RecordParts {
  /** Icons of kinds of entries that are no objects: 'call'. */
  kindIcons?: Readonly<Record<string, string>>
  /** What can be done with an entry of the time line where it stands, by the object it is a record of. */
  entryActs?: Readonly<Record<string, ComponentType<{ entry: TimelineEntry; onDone(): void }>>>
  composers?: readonly Composer[]
  menu?: readonly RecordAct[]
  blocks?: readonly RecordBlock[]
  tabs?: readonly RecordTab[]
  banners?: readonly RecordBanner[]
  /** Fields that a room shows or edits better than their type can, by their stable id. */
  fields?: Readonly<Record<string, OwnField>>
  /** Objects whose records have a screen of their own, and its address. */
  pages?: Readonly<Record<string, (id: string) => string>>
}
