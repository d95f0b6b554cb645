/** What the record routes answer with, shared with the web application. */
import type { FieldDefinition, ObjectDefinition, Values, Verb } from './definition.ts'

/** May the caller do it with this record? When not, why (a sentence in his language). */
export type Abilities = { change: boolean; delete: boolean; actions?: Record<string, true | { reason: string }> }

/** A link as read: id and the name of what it leads to; null when empty or not visible to the reader. */
export interface LinkValue {
  id: string
  name: string
}

export interface RecordRow extends Values {
  id: string
  version: number
  can?: Abilities
}

export interface ListAnswer {
  rows: RecordRow[]
  next: string | null
  /** exact is false when the bound was reached: "over 10,000". */
  count?: { value: number; exact: boolean }
}

/** Object as this caller may see it: fields he may not read are not there; `access` per field and verb. */
export interface ObjectView extends Omit<ObjectDefinition, 'rules' | 'fields'> {
  fields: (FieldDefinition & { access: 'read' | 'write' })[]
  can: Record<Verb, boolean>
}

export interface MetadataAnswer {
  version: string
  objects: ObjectView[]
}

export interface HistoryEntry {
  id: string
  at: string
  by: LinkValue | null
  verb: 'create' | 'change' | 'delete' | 'restore' | 'purge' | 'merge' | 'archive'
  version: number
  /** Field name → before and after, as API values with links named. Fields the reader may not see are left out. */
  changes: Record<string, { from: unknown; to: unknown }>
  operation: string | null
}

/** One entry of a time line. Rooms contribute sources; all have this shape. */
export interface TimelineEntry {
  id: string
  kind: string
  at: string
  title: string
  body?: string
  by: LinkValue | null
  /** Record it stands for, to open it. */
  record?: { object: string; id: string }
  /** Which of the records gathered it came from: the company itself, its branch, its predecessor. */
  about: { object: string; id: string; name: string }
  planned?: boolean
  overdue?: boolean
  changes?: HistoryEntry['changes']
}
