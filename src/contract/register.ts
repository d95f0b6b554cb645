/** The change register of a record with its parts, as routes answer it and screens show it. */
import type { Values } from './definition.ts'
import type { HistoryEntry, LinkValue } from './records.ts'

export interface RegisterEntry extends HistoryEntry {
  object: string
  record: LinkValue
}
export interface RegisterAnswer {
  entries: RegisterEntry[]
  next: string | null
}

/** Links in values are named as they are called today. */
export interface RegisterState {
  moment: string
  record: Values | null
  parts: { object: string; rows: { id: string; values: Values }[] }[]
}

export interface ComparedPart {
  object: string
  rows: { id: string; name: string; what: 'added' | 'removed' | 'changed'; changes: Record<string, { from: unknown; to: unknown }> }[]
}
export interface RegisterCompared {
  from: string
  to: string
  /** Was the record there at the first moment, and at the second? */
  existed: boolean
  exists: boolean
  changes: Record<string, { from: unknown; to: unknown }>
  parts: ComparedPart[]
}
