import type { FileFormat } from '../../contract.ts'
import { fitted, guessHeadLine, headersOf, headSample, isEmptyRow } from '../head.ts'
import { refuseFile } from '../limits.ts'
import type { FileRow, FileSource, Reading } from '../rows.ts'
import { localFile, withLocalFile } from './local-file.ts'
import { openOds } from './ods.ts'
import { openXlsx, workbookPath, type Workbook } from './xlsx.ts'
import { openZip, type Zip } from './zip.ts'

export async function openWorkbook(source: FileSource, wanted: Partial<FileFormat>): Promise<Reading> {
  const found = await withLocalFile(source, async (file) => {
    const { kind, book } = await bookOf(await openZip(file))
    if (book.sheets.length === 0) refuseFile('import.empty')
    if (wanted.sheet !== undefined && !book.sheets.includes(wanted.sheet)) refuseFile('import.no_sheet', { sheet: wanted.sheet, sheets: book.sheets.slice(0, 20).join(', ') })
    const { sheet, first } = await sheetWithRows(book, wanted)
    await book.requireWhole(sheet)
    const headLine = wanted.headLine ?? guessHeadLine(first) ?? refuseFile('import.empty')
    const head = first.find((row) => row.line === headLine) ?? refuseFile('import.no_head', { line: headLine })
    return { kind, sheet, sheets: [...book.sheets], headLine, headers: headersOf(head) }
  })
  const { headers, ...format } = found
  return { format, headers, rows: () => rowsOf(source, format.sheet, format.headLine, headers.length) }
}

async function bookOf(zip: Zip): Promise<{ kind: 'xlsx' | 'ods'; book: Workbook }> {
  if (zip.has('EncryptedPackage')) refuseFile('import.encrypted')
  if (zip.has('content.xml') && zip.has('mimetype')) return { kind: 'ods', book: await openOds(zip) }
  const path = await workbookPath(zip)
  if (path === null) refuseFile('import.not_a_table')
  if (path.endsWith('.bin')) refuseFile('import.old_excel', { format: 'XLSB' })
  return { kind: 'xlsx', book: await openXlsx(zip, path) }
}

/** The sheet asked for, or the first that is not empty, with its first rows. */
async function sheetWithRows(book: Workbook, wanted: Partial<FileFormat>): Promise<{ sheet: string; first: FileRow[] }> {
  for (const sheet of wanted.sheet === undefined ? book.sheets : [wanted.sheet]) {
    const first: FileRow[] = []
    for await (const row of book.rows(sheet)) {
      first.push(row)
      if (first.length >= headSample && row.line >= (wanted.headLine ?? 0)) break
    }
    if (first.length > 0) return { sheet, first }
  }
  return refuseFile('import.empty')
}

async function* rowsOf(source: FileSource, sheet: string, headLine: number, width: number): AsyncGenerator<FileRow> {
  const { file, done } = await localFile(source)
  try {
    const { book } = await bookOf(await openZip(file))
    for await (const row of book.rows(sheet)) {
      if (row.line <= headLine || (row.problem === undefined && isEmptyRow(row.cells))) continue
      yield row.problem === undefined ? { ...row, cells: fitted(row.cells, width, true) } : row
    }
  } finally {
    await done()
  }
}
