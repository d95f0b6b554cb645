/** Sheets of an OpenDocument spreadsheet, row by row. OpenDocument 1.3, part 3, chapter 9. */
import type { FileCell } from '../../values/rules.ts'
import { maxCell, maxColumns, refuseFile, rowProblem } from '../limits.ts'
import type { FileRow } from '../rows.ts'
import type { Workbook } from './xlsx.ts'
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
  return { sheets, rows: (sheet) => sheetRows(zip, sheet) }
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
  let inSheet = false
  let [line, repeatedRows, repeatedCells] = [0, 1, 1]
  let cells: FileCell[] = []
  let [column, note, paragraphs] = [0, 0, 0]
  let [kind, value, text] = ['', '', '']
  let inParagraph = false
  let problem: 'row.cell_too_large' | 'row.too_wide' | null = null

  function openCell(attributes: string): void {
    repeatedCells = Number(attribute(attributes, 'number-columns-repeated') ?? 1) || 1
    kind = attribute(attributes, 'value-type') ?? ''
    value = attribute(attributes, 'value') ?? attribute(attributes, 'date-value') ?? attribute(attributes, 'boolean-value') ?? attribute(attributes, 'time-value') ?? ''
    text = ''
    paragraphs = 0
  }

  function closeCell(): void {
    const cell = cellOf(kind, value, text)
    const count = Math.max(0, Math.min(repeatedCells, maxColumns - column))
    if (cell !== '') {
      while (cells.length < column) cells.push('')
      for (let each = 0; each < count; each++) cells.push(cell)
      if (count < repeatedCells) problem ??= 'row.too_wide'
    }
    column += repeatedCells
  }

  function closeRow(): void {
    const times = cells.length === 0 ? 0 : Math.min(repeatedRows, maxRepeated)
    for (let each = 0; each < times; each++) {
      const row = { line: line + each, cells }
      done(problem === null ? row : { ...row, problem: rowProblem(problem, { max: problem === 'row.too_wide' ? maxColumns : maxCell }) })
    }
    line += repeatedRows
  }

  function add(piece: string): void {
    if (text.length + piece.length > maxCell) problem = 'row.cell_too_large'
    else text += piece
  }

  return {
    open(name: string, attributes: string): void {
      if (name === 'table') {
        inSheet = attribute(attributes, 'name') === sheet
        line = 1
      } else if (!inSheet) return
      else if (name === 'table-row') {
        repeatedRows = Number(attribute(attributes, 'number-rows-repeated') ?? 1) || 1
        cells = []
        column = 0
        problem = null
      } else if (name === 'table-cell' || name === 'covered-table-cell') openCell(attributes)
      // A note beside a cell is not its value.
      else if (name === 'annotation') note++
      else if (note > 0) return
      else if (name === 'p' || name === 'h') {
        if (paragraphs++ > 0) add('\n')
        inParagraph = true
      } else if (name === 's') add(' '.repeat(Math.min(Number(attribute(attributes, 'c') ?? 1) || 1, 1000)))
      else if (name === 'tab') add('\t')
      else if (name === 'line-break') add('\n')
    },
    text(piece: string): void {
      if (inSheet && inParagraph && note === 0) add(piece)
    },
    close(name: string): void {
      if (!inSheet) return
      if (name === 'annotation') note--
      else if (name === 'p' || name === 'h') inParagraph = false
      else if (name === 'table-cell' || name === 'covered-table-cell') closeCell()
      else if (name === 'table-row') closeRow()
      else if (name === 'table') inSheet = false
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
