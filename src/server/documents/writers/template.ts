/** What the surgeries of DOCX and XLSX have in common: a file with places to fill, what these ask, and the file when they are filled. */
import type { Fault } from '../reading/faults.ts'
import type { TemplateKind } from '../reading/archive.ts'
import type { Ask, IfMarker, LoopMarker, ValueMarker } from '../reading/markers.ts'
import type { Picture } from './values/pictures.ts'

/** What is put in the place of a marker. */
export interface Shown {
  text: string
  /** For a cell of a spreadsheet: the value itself. */
  cell: { kind: 'number' | 'date' | 'dateTime'; value: string } | null
  picture: { picture: Picture; widthCm: number | null } | null
}

/** A record, or a row of a table, with the answers to all that was asked of it. */
export interface FilledRow {
  value(marker: ValueMarker): Shown
  holds(marker: IfMarker): boolean
  rows(marker: LoopMarker): readonly FilledRow[]
}

export interface Template {
  kind: TemplateKind
  asks: readonly Ask[]
  faults: readonly Fault[]
  fill(row: FilledRow): Uint8Array
}
