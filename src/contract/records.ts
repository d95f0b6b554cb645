/** What the record routes answer with, shared with the web application. */
import type { FieldDefinition, MassVerb, ObjectDefinition, Values, Verb } from './definition.ts'
import type { LayoutsShown } from './layout.ts'
import type { Text } from './text.ts'

/** May the caller do it with this record? When not, why (a sentence in his language). */
export type Abilities = { change: boolean; delete: boolean; actions?: Record<string, true | { reason: string }>; moves?: AllowedMove[] }

/** A move from the record's present state that the reader's roles allow. */
export interface AllowedMove {
  /** The choice field whose value the move changes, and to what. */
  field: string
  key: string
  to: string
  label: Text
  /** Fields that must be filled in for it and are not. */
  missing?: string[]
  /** Why it cannot be made as the record is. */
  reason?: string
}

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

/** A board whose columns are other records, in one answer; each part is what its own list or groups would answer. */
export interface BoardAnswer {
  /** What the board may be of: pipelines; null where it is of all. */
  within: ListAnswer | null
  columns: ListAnswer
  groups: Record<string, unknown>[]
  /** The first cards of each column, in the same order. */
  pages: { rows: RecordRow[]; next: string | null }[]
}

/** Object as this caller may see it: fields he may not read are not there; `access` per field and verb. */
export interface ObjectView extends Omit<ObjectDefinition, 'rules' | 'fields' | 'layouts'> {
  fields: (FieldDefinition & { access: 'read' | 'write' })[]
  can: Record<Verb, boolean>
  /** The layouts of its screens as this caller gets them. */
  shown: LayoutsShown
  /** Works on many records at once. */
  mass: Record<MassVerb, boolean>
}

export interface MetadataAnswer {
  version: string
  /** Day numbers of the public holidays of the firm's country that formulas leave out; left out: those of Poland. */
  holidays?: readonly number[]
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
  /** Still to be done. */
  planned?: boolean
  overdue?: boolean
  /** When it was finished; null while it is not. Left out where there is nothing to finish. */
  done?: string | null
  /** Values of the activity's own choices. Its type is the `kind`. */
  priority?: string
  state?: string
  outcome?: string
  outcomeNote?: string
  /** Who is to do it, or did. */
  responsible?: LinkValue | null
  start?: string
  end?: string
  allDay?: boolean
  due?: string
  /** A recurring event stands on the time line once, at its next occurrence; the rule in words. */
  recurrence?: string
  /** The customer's people. */
  people?: LinkValue[]
  /** Other records it belongs to: a sale, a ticket, a project; of a person's entry also the company. */
  cases?: { object: string; id: string; name: string }[]
  /** Of a change of data: what was done, and to which fields. */
  verb?: HistoryEntry['verb']
  changes?: HistoryEntry['changes']
}

/** Up to 1,000 writes in one request. `key`: items of `create` whose value of this field is already there change that record instead. */
export interface BatchRequest {
  create?: readonly Values[]
  update?: readonly { id: string; version: number; values: Values }[]
  delete?: readonly { id: string; version?: number }[]
  /** All or nothing: one refused item refuses the request (422, `items` tells why of each). Left out: each item for itself. */
  atomic?: boolean
  key?: string
}

/** One per item, in the order given: first those of `create`, then of `update`, then of `delete`. */
export type BatchItem =
  | { ok: true; did: 'create' | 'change' | 'delete' | 'nothing'; id: string; version: number }
  | { ok: false; id?: string; status: number; code: string; message: string; fields?: { field: string; code: string; message: string }[] }

export interface BatchAnswer {
  items: BatchItem[]
  created: number
  changed: number
  deleted: number
  refused: number
  /** By it the whole batch can be undone; null when nothing was written. */
  operation: string | null
}

/** What stood in the way of an undo: the field was changed since, or the record is no longer as it was left. */
export interface UndoConflict {
  object: string
  id: string
  name: string | null
  field: string | null
  reason: 'changed_since' | 'purged' | 'not_allowed' | 'not_unique' | 'link_gone' | 'still_linked'
}

export interface UndoAnswer {
  /** The undo is an operation of its own and can be undone too. */
  operation: string
  undone: number
  conflicts: UndoConflict[]
}

export interface MergeAnswer {
  operation: string
  kept: RecordRow
  merged: string[]
  /** How many records of which objects were turned to the kept one. */
  moved: { object: string; count: number }[]
}

/** A long work that a person waits for. */
export interface RunView {
  id: string
  kind: string
  title: string
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  total: number | null
  done: number
  result: unknown
  /** A sentence for the person, when it failed. */
  error: string | null
  by: LinkValue | null
  at: string
  startedAt: string | null
  finishedAt: string | null
}

/** An entry of the trash, over all objects. */
export interface TrashEntry {
  object: string
  id: string
  version: number
  name: string
  deletedAt: string
  deletedBy: LinkValue | null
  /** The day it is gone for good. */
  purgedOn: string
  /** The record it was merged into. */
  mergedInto: string | null
}
