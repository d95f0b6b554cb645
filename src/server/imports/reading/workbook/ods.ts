/** Sheets of an OpenDocument spreadsheet, row by row. OpenDocument 1.3, part 3, chapter 9. */
import type { FileCell } from '../../values/rules.ts'
import { maxCell, maxColumns, refuseFile } from '../limits.ts'
import type { FileRow } from '../rows.ts'
import { checked, type Workbook } from './xlsx.ts'
import { attribute, parseXml, xmlParser } from './xml.ts'
import type { Zip } from './zip.ts'

/** A row of the same cells may stand for many; more than this is decoration to the end of the sheet. */
const maxRepeated = 10_000

export async function openOds(zip: Zip): Promise<Workbook> {
  if (zip.has('META-INF/manifest.xml') && (await isEncrypted(zip))) refuseFile('import.encrypted')
  const sheets: string[] = []
  const parser = xmlParser({
    open(name, attributes) {
      if (name === 'table') sheets.push(attribute(attributes, 'name') ?? '')
    },
    text: () => undefined,
    close: () => undefined,
  })
  for await (const bytes of zip.stream('content.xml')) parser.push(bytes)
  parser.end()
  // To find the sheets all of it was gone through, to its end.
  return { sheets, rows: (sheet) => sheetRows(zip, sheet), requireWhole: async () => undefined }
}

async function isEncrypted(zip: Zip): Promise<boolean> {
  let encrypted = false
  parseXml(await zip.text('META-INF/manifest.xml'), {
    open(name) {
      if (name === 'encryption-data') encrypted = true
    },
    text: () => undefined,
    close: () => undefined,
  })
  return encrypted
}

async function* sheetRows(zip: Zip, sheet: string): AsyncGenerator<FileRow> {
  let rows: FileRow[] = []
  const parser = xmlParser(sheetHandler(sheet, (row) => rows.push(row)))
  for await (const bytes of zip.stream('content.xml')) {
    parser.push(bytes)
    const ready = rows
    rows = []
    yield* ready
  }
  parser.end()
  yield* rows
}

function sheetHandler(sheet: string, done: (row: FileRow) => void) {
  const cell = cellHandler()
  let inSheet = false
  let [line, repeated, column] = [0, 1, 0]
  let cells: FileCell[] = []
  let [tooLarge, tooWide] = [false, false]

  function closeCell(): void {
    const value = cell.value()
    tooLarge ||= cell.tooLarge
    if (value !== '') {
      const count = Math.max(0, Math.min(cell.repeated, maxColumns - column))
      while (cells.length < column && cells.length < maxColumns) cells.push('')
      for (let each = 0; each < count; each++) cells.push(value)
      tooWide ||= count < cell.repeated
    }
    column += cell.repeated
  }

  function closeRow(): void {
    const times = cells.length === 0 ? 0 : Math.min(repeated, maxRepeated)
    for (let each = 0; each < times; each++) done(checked({ line: line + each, cells }, tooLarge, tooWide))
    line += repeated
  }

  return {
    open(name: string, attributes: string): void {
      if (name === 'table') {
        inSheet = attribute(attributes, 'name') === sheet
        line = 1
      } else if (inSheet && name === 'table-row') {
        repeated = timesOf(attributes, 'number-rows-repeated')
        cells = []
        column = 0
        tooLarge = tooWide = false
      } else if (inSheet) cell.open(name, attributes)
    },
    text(piece: string): void {
      if (inSheet) cell.text(piece)
    },
    close(name: string): void {
      if (!inSheet) return
      if (isCell(name)) closeCell()
      else if (name === 'table-row') closeRow()
      else if (name === 'table') inSheet = false
      else cell.close(name)
    },
  }
}

const isCell = (name: string): boolean => name === 'table-cell' || name === 'covered-table-cell'
const timesOf = (attributes: string, name: string): number => Math.max(1, Number(attribute(attributes, name) ?? 1) || 1)

/** What stands in one cell: its typed value, and its text with paragraphs, runs of spaces and line breaks. */
function cellHandler() {
  let [kind, typed, text] = ['', '', '']
  let [repeated, paragraphs, notes] = [1, 0, 0]
  let [inParagraph, tooLarge] = [false, false]
  const add = (piece: string): void => {
    if (text.length + piece.length > maxCell) tooLarge = true
    else text += piece
  }
  return {
    get repeated() {
      return repeated
    },
    get tooLarge() {
      return tooLarge
    },
    value: () => cellOf(kind, typed, text),
    open(name: string, attributes: string): void {
      if (isCell(name)) {
        repeated = timesOf(attributes, 'number-columns-repeated')
        kind = attribute(attributes, 'value-type') ?? ''
        typed = attribute(attributes, 'value') ?? attribute(attributes, 'date-value') ?? attribute(attributes, 'boolean-value') ?? attribute(attributes, 'time-value') ?? ''
        text = ''
        paragraphs = 0
        tooLarge = false
      } else if (name === 'annotation') notes++
      // A note beside a cell is not its value.
      else if (notes > 0) return
      else if (name === 'p' || name === 'h') {
        if (paragraphs++ > 0) add('\n')
        inParagraph = true
      } else if (name === 's') add(' '.repeat(Math.min(timesOf(attributes, 'c'), 1000)))
      else if (name === 'tab') add('\t')
      else if (name === 'line-break') add('\n')
    },
    text(piece: string): void {
      if (inParagraph && notes === 0) add(piece)
    },
    close(name: string): void {
      if (name === 'annotation') notes--
      else if (name === 'p' || name === 'h') inParagraph = false
    },
  }
}

function cellOf(kind: string, value: string, text: string): FileCell {
  if (kind === 'float' || kind === 'currency') return Number.isFinite(Number(value)) && value !== '' ? numberAsShown(Number(value), text) : text
  if (kind === 'percentage') return `${Number((Number(value) * 100).toPrecision(15))}%`
  if (kind === 'boolean') return { kind: 'yesNo', value: value === 'true' }
  if (kind === 'date') return value.includes('T') && !/T00:00:00/.test(value) ? { kind: 'dateTime', value: value.slice(0, 19) } : { kind: 'date', value: value.slice(0, 10) }
  if (kind === 'time') return value.replace(/^PT(\d+)H(\d+)M(\d+).*$/, '$1:$2:$3')
  return text
}

/** A number shown with zeros in front is a code: 00-838. */
const numberAsShown = (value: number, text: string): FileCell => (/^0[\d -]*\d$/.test(text.trim()) && Number(text.replace(/\D/g, '')) === value ? text.trim() : { kind: 'number', value: Number(value.toPrecision(15)) })
