/** What the tests of this folder read from. */
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { strToU8, zipSync } from 'fflate'
import { RefusalError } from '../../../contract/refusal.ts'
import type { FileFormat } from '../contract.ts'
import { openReading } from './open.ts'
import type { FileRow, FileSource, Reading } from './rows.ts'

const folder = new URL('../samples/', import.meta.url)

export const sampleNames = (part = ''): string[] => readdirSync(new URL(part, folder))
export const sampleText = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

export function sample(name: string): FileSource {
  const place = new URL(name, folder).pathname
  return { open: async () => createReadStream(place), fileName: name, size: statSync(place).size }
}

/** Not a file on disk: arrives in pieces of `piece` bytes, as from a bucket. */
export function bytes(contents: Uint8Array | string, piece = 65_536): FileSource {
  const whole = Buffer.from(contents as Uint8Array)
  const pieces = function* () {
    for (let at = 0; at < whole.length; at += piece) yield whole.subarray(at, at + piece)
  }
  return { open: async () => Readable.from(pieces()), fileName: 'file', size: whole.length }
}

export async function allRows(reading: Reading): Promise<FileRow[]> {
  const rows: FileRow[] = []
  for await (const row of reading.rows()) rows.push(row)
  return rows
}

export async function read(source: FileSource, wanted?: Partial<FileFormat>): Promise<{ format: FileFormat; headers: readonly string[]; rows: FileRow[] }> {
  const reading = await openReading(source, wanted)
  return { format: reading.format, headers: reading.headers, rows: await allRows(reading) }
}

export const cellsOf = (rows: readonly FileRow[]): unknown[] => rows.map((row) => row.cells)

export async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    return error.refusals[0]!.code
  }
}

const relationship = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`

/** A workbook of one sheet, written by hand so that it may be as wrong as a test needs. */
export function workbook(rows: string, parts: { styles?: string; texts?: string; book?: string; extra?: Record<string, string> } = {}): Uint8Array {
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships>${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook>${parts.book ?? ''}<sheets><sheet name="Arkusz1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relationship('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relationship('rId2', 'styles', 'styles.xml')}${relationship('rId3', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/styles.xml': `<styleSheet>${parts.styles ?? ''}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${parts.texts ?? ''}</sst>`,
    ...parts.extra,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
