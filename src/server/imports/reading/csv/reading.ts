import type { FileFormat } from '../../contract.ts'
import { fitted, guessHeadLine, headersOf, headSample, isEmptyRow } from '../head.ts'
import { refuseFile } from '../limits.ts'
import type { FileCell } from '../../values/rules.ts'
import type { FileRow, FileSource, Reading } from '../rows.ts'
import { dialectOf } from './dialect.ts'
import { encodingDetector, type Encoding } from './encoding.ts'
import { csvParser, type Dialect } from './parse.ts'

/** Characters from which separator and head are guessed. */
const sampleLength = 500_000

export async function openCsv(source: FileSource, wanted: Partial<FileFormat>): Promise<Reading> {
  const encoding = wanted.encoding ?? (await findEncoding(source))
  const sample = await beginningOf(source, encoding)
  if (sample.trim() === '') refuseFile('import.empty')
  const dialect = dialectOf(sample, wanted)
  const first = await firstRows(source, encoding, dialect, wanted.headLine)
  const headLine = wanted.headLine ?? guessHeadLine(first) ?? first[0]?.line ?? refuseFile('import.empty')
  const head = first.find((row) => row.line === headLine) ?? refuseFile('import.no_head', { line: headLine })
  const headers = headersOf(head)
  return {
    format: { kind: 'csv', encoding, separator: dialect.separator, quote: dialect.quote, headLine },
    headers,
    async *rows() {
      for await (const row of allRows(source, encoding, dialect)) {
        if (row.line <= headLine || (row.problem === undefined && isEmptyRow(row.cells))) continue
        yield row.problem === undefined ? { ...row, cells: fitted(row.cells, headers.length, false).map(withoutGuard) } : row
      }
    },
  }
}

// The apostrophe that exports put before what a spreadsheet would compute is no part of the text (exports/csv/rules.ts).
const withoutGuard = (cell: FileCell): FileCell => (typeof cell === 'string' && cell.startsWith("'") && /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

async function findEncoding(source: FileSource): Promise<Encoding> {
  const detector = encodingDetector()
  for await (const chunk of await source.open()) detector.see(chunk as Buffer)
  return detector.found()
}

async function beginningOf(source: FileSource, encoding: Encoding): Promise<string> {
  let text = ''
  for await (const piece of decoded(source, encoding)) {
    text += piece
    if (text.length >= sampleLength) return text.slice(0, Math.max(text.lastIndexOf('\n', sampleLength), 1000))
  }
  return text
}

async function firstRows(source: FileSource, encoding: Encoding, dialect: Dialect, until = 0): Promise<FileRow[]> {
  const rows: FileRow[] = []
  for await (const row of allRows(source, encoding, dialect)) {
    // Excel's own first line that names the separator is no row.
    if (!(row.line === 1 && /^sep=?$/i.test(String(row.cells[0])))) rows.push(row)
    if (rows.length >= headSample && row.line >= until) break
  }
  return rows
}

async function* allRows(source: FileSource, encoding: Encoding, dialect: Dialect): AsyncGenerator<FileRow> {
  const parser = csvParser(dialect)
  for await (const piece of decoded(source, encoding)) yield* parser.push(piece)
  yield* parser.end()
}

async function* decoded(source: FileSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of await source.open()) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}
