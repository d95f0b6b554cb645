/** Sheets of an XLSX workbook, row by row. Office Open XML, ECMA-376 part 1, chapter 18. */
import type { FileCell } from '../../values/rules.ts'
import { maxCell, maxColumns, maxUnpackedInMemory, refuseFile, rowProblem } from '../limits.ts'
import type { FileRow } from '../rows.ts'
import { builtInFormat, formatOf, numberCell, type NumberFormat } from './formats.ts'
import { attribute, parseXml, xmlParser } from './xml.ts'
import type { Zip } from './zip.ts'

export interface Workbook {
  sheets: readonly string[]
  rows(sheet: string): AsyncGenerator<FileRow>
  /** Refuses a sheet that ends before its rows do, without reading them all. */
  requireWhole(sheet: string): Promise<void>
}

interface Book {
  sheets: Map<string, string>
  since1904: boolean
  texts: readonly string[]
  formats: readonly NumberFormat[]
}

export async function openXlsx(zip: Zip, bookPath: string): Promise<Workbook> {
  const folder = bookPath.slice(0, bookPath.lastIndexOf('/') + 1)
  const relations = await relationsOf(zip, bookPath, folder)
  const { sheets, since1904 } = sheetsOf(await zip.text(bookPath), relations)
  const partOf = (kind: string) => [...relations.values()].find((relation) => relation.kind === kind && zip.has(relation.path))?.path
  const styles = partOf('styles')
  const formats = styles === undefined ? [] : formatsOf(await zip.text(styles))
  let texts: readonly string[] | null = null
  return {
    sheets: [...sheets.keys()],
    async *rows(sheet) {
      const shared = partOf('sharedStrings')
      texts ??= shared === undefined ? [] : await textsOf(zip, shared)
      yield* sheetRows(zip, sheets.get(sheet)!, { sheets, since1904, texts, formats })
    },
    requireWhole: (sheet) => requireWhole(zip, sheets.get(sheet)!),
  }
}

const sheetEnd = /<\/(?:[\w.-]+:)?worksheet\s*>\s*(?:<!--[^]*-->\s*)?$/

/** Unpacking alone is a small part of reading, so a person hears of it when he gives the file. */
async function requireWhole(zip: Zip, path: string): Promise<void> {
  let end = ''
  for await (const bytes of zip.stream(path)) end = (end + bytes.toString('latin1', Math.max(0, bytes.length - 2_000))).slice(-2_000)
  if (!sheetEnd.test(end)) refuseFile('import.cut_off')
}

/** Where the main part of a package lies; null when this ZIP is no workbook. */
export async function workbookPath(zip: Zip): Promise<string | null> {
  if (!zip.has('_rels/.rels')) return null
  let path: string | null = null
  parseXml(await zip.text('_rels/.rels'), {
    ...ignored,
    open(name, attributes) {
      if (name === 'Relationship' && attribute(attributes, 'Type')?.endsWith('/officeDocument')) path = (attribute(attributes, 'Target') ?? '').replace(/^\//, '')
    },
  })
  return path !== null && zip.has(path) ? path : null
}

const ignored = { open: () => undefined, text: () => undefined, close: () => undefined }

async function relationsOf(zip: Zip, bookPath: string, folder: string): Promise<Map<string, { kind: string; path: string }>> {
  const relations = new Map<string, { kind: string; path: string }>()
  const part = `${folder}_rels/${bookPath.slice(folder.length)}.rels`
  if (!zip.has(part)) return relations
  parseXml(await zip.text(part), {
    ...ignored,
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attribute(attributes, 'Target') ?? ''
      const path = new URL(target, `zip:/${folder}`).pathname.slice(1)
      relations.set(attribute(attributes, 'Id') ?? '', { kind: (attribute(attributes, 'Type') ?? '').split('/').at(-1)!, path: decodeURIComponent(path) })
    },
  })
  return relations
}

function sheetsOf(xml: string, relations: ReadonlyMap<string, { path: string }>): Pick<Book, 'sheets' | 'since1904'> {
  const sheets = new Map<string, string>()
  let since1904 = false
  parseXml(xml, {
    ...ignored,
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      const path = name === 'sheet' ? relations.get(/:id\s*=\s*["']([^"']+)/.exec(attributes)?.[1] ?? '')?.path : undefined
      if (path !== undefined) sheets.set(attribute(attributes, 'name') ?? '', path)
    },
  })
  return { sheets, since1904 }
}

function formatsOf(xml: string): NumberFormat[] {
  const own = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let inCells = false
  parseXml(xml, {
    ...ignored,
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attribute(attributes, 'numFmtId')), formatOf(attribute(attributes, 'formatCode') ?? ''))
      if (name === 'cellXfs') inCells = true
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      if (name === 'xf' && inCells) formats.push(own.get(id) ?? builtInFormat(id))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

/** Texts that cells refer to by number. Kept in memory, so their sum is bounded. */
async function textsOf(zip: Zip, path: string): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let total = 0
  let [inText, inReading] = [false, false]
  const parser = xmlParser({
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') inReading = true
      if (name === 't') inText = !inReading
    },
    text(piece) {
      if (!inText || text.length > maxCell) return
      text += piece
      total += piece.length
      if (total > maxUnpackedInMemory) refuseFile('import.too_large_inside')
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inReading = false
      if (name === 'si') texts.push(withoutEscapes(text))
      if (texts.length > 20_000_000) refuseFile('import.too_large_inside')
    },
  })
  for await (const bytes of zip.stream(path)) parser.push(bytes)
  parser.end()
  return texts
}

async function* sheetRows(zip: Zip, path: string, book: Book): AsyncGenerator<FileRow> {
  let rows: FileRow[] = []
  const parser = xmlParser(sheetHandler(book, (row) => rows.push(row)))
  for await (const bytes of zip.stream(path)) {
    parser.push(bytes)
    const ready = rows
    rows = []
    yield* ready
  }
  parser.end()
  yield* rows
}

function sheetHandler(book: Book, done: (row: FileRow) => void) {
  let [line, column, style] = [0, -1, -1]
  let [kind, text] = ['', '']
  let [inValue, inReading] = [false, false]
  let cells: FileCell[] = []
  let tooWide = false
  let tooLarge = false
  return {
    open(name: string, attributes: string): void {
      if (name === 'c') {
        const at = attribute(attributes, 'r')
        column = at === null ? column + 1 : columnOf(at)
        kind = attribute(attributes, 't') ?? ''
        style = Number(attribute(attributes, 's') ?? -1)
        text = ''
      } else if (name === 'v' || name === 't') inValue = !inReading
      else if (name === 'rPh') inReading = true
      else if (name === 'row') {
        line = Number(attribute(attributes, 'r') ?? line + 1)
        column = -1
        cells = []
        tooWide = tooLarge = false
      }
    },
    text(piece: string): void {
      if (!inValue) return
      if (text.length + piece.length > maxCell) tooLarge = true
      else text += piece
    },
    close(name: string): void {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') inReading = false
      else if (name === 'c') {
        if (column >= maxColumns) tooWide ||= text !== ''
        else if (text !== '') put(cells, column, cellOf(kind, text, book.formats[style] ?? builtInFormat(0), book))
      } else if (name === 'row' && cells.length > 0) {
        done(checked({ line, cells }, tooLarge, tooWide))
        cells = []
      }
    },
  }
}

export function checked(row: FileRow, tooLarge: boolean, tooWide: boolean): FileRow {
  if (tooLarge) return { ...row, problem: rowProblem('row.cell_too_large', { max: maxCell }) }
  return tooWide ? { ...row, problem: rowProblem('row.too_wide', { max: maxColumns }) } : row
}

function put(cells: FileCell[], column: number, cell: FileCell): void {
  while (cells.length < column) cells.push('')
  cells[column] = cell
}

function cellOf(kind: string, text: string, format: NumberFormat, book: Book): FileCell {
  if (kind === 's') return book.texts[Number(text)] ?? ''
  if (kind === 'b') return { kind: 'yesNo', value: text === '1' || text === 'true' }
  if (kind === 'str' || kind === 'inlineStr') return withoutEscapes(text)
  // A formula's fault (#N/A) stays as it is read, so that it is refused where a number was wanted and seen where a text was.
  if (kind === 'e') return text
  if (kind === 'd') return /T(?!00:00:00)/.test(text) ? { kind: 'dateTime', value: text.slice(0, 19) } : { kind: 'date', value: text.slice(0, 10) }
  return numberCell(text, format, book.since1904)
}

/** 'AB12' → 27 */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const code = place.charCodeAt(at) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

/** _x000D_: how control characters are written in a workbook. */
const withoutEscapes = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16))) : text)
