/**
 * A list of any length as an XLSX workbook, written while its rows are read: memory stays the same for a thousand rows
 * and for millions. Numbers, days and yes/no are real ones; a text is always a text, whatever it begins with.
 */
import type { Cell } from '../../../fields/field.ts'
import { cellWriter, columnLetters, headCell, type CellWriter } from './cells.ts'
import { bookParts, sheetEnd, sheetStart, type WrittenSheet } from './parts.ts'
import { zipWriter } from './zip.ts'

export interface ListToWrite {
  /** Name of the sheet; the next ones of a long list get a number. */
  title: string
  headers: readonly string[]
  /** In portions, as they are read. */
  rows: AsyncIterable<readonly (readonly Cell[])[]>
  /** Rows of a sheet, the head among them. For tests; Excel's own limit otherwise. */
  sheetRows?: number
}

/** Rows that a sheet can have, in Excel and everywhere else. */
const excelRows = 1_048_576
/** A sheet ends earlier when its XML nears 4 GB, beyond which older readers of ZIP fail. */
const maxSheetLength = 3_500_000_000
const pieceLength = 256 * 1024

export async function* writeXlsx({ title, headers, rows, sheetRows = excelRows }: ListToWrite): AsyncGenerator<Buffer> {
  const zip = zipWriter()
  const writer = cellWriter()
  const source = portions(rows)
  const sheets: WrittenSheet[] = []
  let more = true
  let widths: readonly number[] | null = null
  while (more) {
    const sheet = { name: sheetName(title, sheets.length + 1), rows: 1 }
    sheets.push(sheet)
    const first = await source.peek()
    widths ??= widthsOf(headers, first)
    yield* zip.file(`xl/worksheets/sheet${sheets.length}.xml`, sheetXml({ headers, widths, sheet, source, writer, sheetRows, isFirst: sheets.length === 1 }))
    more = (await source.peek()).length > 0
  }
  for (const [name, text] of bookParts(sheets, headers.length, writer.formats)) yield* zip.file(name, [text])
  yield zip.end()
}

interface SheetToWrite {
  headers: readonly string[]
  widths: readonly number[]
  sheet: WrittenSheet
  source: Portions
  writer: CellWriter
  sheetRows: number
  isFirst: boolean
}

async function* sheetXml({ headers, widths, sheet, source, writer, sheetRows, isFirst }: SheetToWrite): AsyncGenerator<string> {
  const letters = headers.map((_, index) => columnLetters(index))
  let xml = `${sheetStart(widths, isFirst)}<row r="1">${headers.map((header, index) => headCell(header, `${letters[index]}1`)).join('')}</row>`
  let length = 0
  for (let portion = await source.peek(); portion.length > 0; portion = await source.peek()) {
    let taken = 0
    for (; taken < portion.length && sheet.rows < sheetRows && length < maxSheetLength; taken++) {
      sheet.rows++
      xml += rowXml(portion[taken]!, sheet.rows, letters, writer)
      if (xml.length < pieceLength) continue
      length += xml.length
      yield xml
      xml = ''
    }
    source.take(taken)
    if (taken < portion.length) break
  }
  yield xml + sheetEnd(headers.length, sheet.rows)
}

function rowXml(cells: readonly Cell[], line: number, letters: readonly string[], writer: CellWriter): string {
  let xml = `<row r="${line}">`
  for (let column = 0; column < letters.length; column++) {
    const cell = cells[column]
    if (cell !== null && cell !== undefined) xml += writer.cell(cell, `${letters[column]!}${line}`)
  }
  return `${xml}</row>`
}

interface Portions {
  /** The rows at hand that are not taken yet; none: the list has ended. */
  peek(): Promise<readonly (readonly Cell[])[]>
  take(count: number): void
}

function portions(rows: ListToWrite['rows']): Portions {
  const source = rows[Symbol.asyncIterator]()
  let current: readonly (readonly Cell[])[] = []
  return {
    async peek() {
      while (current.length === 0) {
        const next = await source.next()
        if (next.done === true) return []
        current = next.value
      }
      return current
    },
    take(count) {
      current = count === current.length ? [] : current.slice(count)
    },
  }
}

/** As wide as the head and the first rows need, within reason. */
function widthsOf(headers: readonly string[], rows: readonly (readonly Cell[])[]): number[] {
  return headers.map((header, column) => {
    const lengths = rows.slice(0, 200).map((row) => lengthOf(row[column] ?? null))
    return Math.min(60, Math.max(8, header.length + 4, ...lengths.map((length) => length + 2)))
  })
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0
  if (cell.kind === 'text') return Math.max(...cell.value.slice(0, 1000).split('\n').map((line) => line.length))
  if (cell.kind === 'number') return String(Math.trunc(cell.value)).length * 1.3 + 8
  return cell.kind === 'yesNo' ? 5 : cell.kind === 'date' ? 10 : 16
}

/** At most 31 characters without those that Excel forbids in names. */
function sheetName(title: string, number: number): string {
  const ending = number === 1 ? '' : ` ${number}`
  const bare = title.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^'+|'+$/g, '').replace(/\s+/g, ' ').trim()
  return `${[...bare].slice(0, 31 - ending.length).join('').trim() || 'Sedno'}${ending}`
}
