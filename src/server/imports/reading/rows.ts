import type { Readable } from 'node:stream'
import type { Refusal } from '../../../contract/refusal.ts'
import type { FileFormat } from '../contract.ts'
import type { FileCell } from '../values/rules.ts'

/** A row below the head. `line` is where it begins in the file, from 1, as a person sees it in a spreadsheet or an editor. */
export interface FileRow {
  line: number
  cells: readonly FileCell[]
  /** The row cannot be used whatever it holds: a quote never closed, a NUL byte, a cell that is too large. */
  problem?: Refusal
}

export interface FileSource {
  open(): Promise<Readable>
  fileName: string
  size: number
}

/** A file understood: `format` is complete (encoding, separator, sheet, head line found where they were not given). */
export interface Reading {
  format: FileFormat
  headers: readonly string[]
  /** From the first row below the head to the end of the file, in constant memory; may be called again. */
  rows(): AsyncIterable<FileRow>
}

/** Implemented by open.ts: refuses (RefusalError 422) what is no table at all: encrypted, empty, a zip bomb, an old XLS. */
export type OpenReading = (source: FileSource, wanted?: Partial<FileFormat>) => Promise<Reading>
