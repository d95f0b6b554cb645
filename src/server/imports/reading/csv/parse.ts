/**
 * CSV as it is met, in one pass and bounded memory. RFC 4180, and beyond it: any of CR, LF, CRLF; text after a closing
 * quote is kept; a quote that is never closed costs its own row and not the rest of the file.
 */
import { maxCell, maxColumns, maxRow, rowProblem } from '../limits.ts'
import type { FileRow } from '../rows.ts'

export interface Dialect {
  separator: string
  quote: string
}

interface ParsedRow {
  cells: string[]
  /** Where the next row begins. */
  end: number
  /** Line breaks it took. */
  lines: number
}

/** Give it the text piece by piece; it gives back whole rows. `end` gives the last. */
export function csvParser(dialect: Dialect) {
  let rest = ''
  let line = 1
  let skipping = false

  function take(text: string, final: boolean): FileRow[] {
    const rows: FileRow[] = []
    let at = skipping ? afterBreak(text, 0, final) : 0
    if (at < 0) return rows
    if (skipping) line++
    skipping = false
    while (at < text.length) {
      const row = parseRow(text, at, dialect, final)
      if (row === null || row === 'unclosed') {
        if (row === null && text.length - at <= maxRow) break
        at = recover(text, at, final, rows)
        if (at < 0) return rows
        continue
      }
      const checked = checkedRow(line, row.cells)
      if (checked !== null) rows.push(checked)
      line += row.lines
      at = row.end
    }
    rest = text.slice(at)
    return rows
  }

  /** Gives up the row at `at` and says where the next one begins; -1 when its line goes on beyond the text. */
  function recover(text: string, at: number, final: boolean, rows: FileRow[]): number {
    const next = afterBreak(text, at, final)
    rows.push(givenUp(line, text, at, next < 0 ? text.length : next, dialect))
    if (next < 0) {
      skipping = !final
      rest = ''
      return -1
    }
    line++
    return next
  }

  return {
    push: (text: string): FileRow[] => take(rest === '' ? text : rest + text, false),
    end: (): FileRow[] => take(rest, true),
  }
}

/** The row as far as its first line shows it, for the person to see what is meant. */
function givenUp(line: number, text: string, start: number, end: number, dialect: Dialect): FileRow {
  const cells = text.slice(start, Math.min(end, start + 10_000)).replace(/[\r\n]+$/, '').replaceAll('\0', '').split(dialect.separator).slice(0, maxColumns)
  return { line, cells, problem: end - start > maxCell ? rowProblem('row.cell_too_large', { max: maxCell }) : rowProblem('row.quote_never_closed') }
}

/** null: the text ends before the row does. 'unclosed': what stands here cannot be a quoted cell. */
function parseRow(text: string, start: number, { separator, quote }: Dialect, final: boolean): ParsedRow | 'unclosed' | null {
  const [split, quoted] = [separator.charCodeAt(0), quote.charCodeAt(0)]
  const cells: string[] = []
  let lines = 0
  let at = start
  for (;;) {
    let opened = ''
    if (text.charCodeAt(at) === quoted) {
      const cell = parseQuoted(text, at, quote, final)
      if (cell === null || cell === 'unclosed') return cell
      const follows = text.charCodeAt(cell.end)
      // Text after a closing quote on a later line: that quote was the opening one of another cell.
      if (cell.lines > 0 && !(cell.end >= text.length || follows === split || follows === 10 || follows === 13)) return 'unclosed'
      opened = cell.text
      lines += cell.lines
      at = cell.end
    }
    let end = at
    let code = text.charCodeAt(end)
    while (code !== split && code !== 10 && code !== 13 && end < text.length) code = text.charCodeAt(++end)
    cells.push(end === at ? opened : opened + text.slice(at, end))
    if (end >= text.length) return final ? { cells, end, lines: lines + 1 } : null
    if (code === split) {
      at = end + 1
      continue
    }
    if (code === 13 && end + 1 >= text.length && !final) return null
    return { cells, end: code === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1, lines: lines + 1 }
  }
}

function parseQuoted(text: string, start: number, quote: string, final: boolean): { text: string; end: number; lines: number } | 'unclosed' | null {
  let value = ''
  let from = start + 1
  for (;;) {
    const close = text.indexOf(quote, from)
    if (close < 0) return final ? 'unclosed' : null
    if (close + 1 >= text.length && !final) return null
    if (text[close + 1] !== quote) {
      value += text.slice(from, close)
      return { text: value, end: close + 1, lines: lineBreaks(value) }
    }
    value += text.slice(from, close + 1)
    from = close + 2
  }
}

function checkedRow(line: number, cells: string[]): FileRow | null {
  if (cells.length === 1 && cells[0]!.trim() === '') return null
  // Spreadsheets write separators to the end of the sheet.
  if (cells.length > maxColumns && cells.slice(maxColumns).every((cell) => cell === '')) return checkedRow(line, cells.slice(0, maxColumns))
  if (cells.length > maxColumns) return { line, cells: cells.slice(0, maxColumns), problem: rowProblem('row.too_wide', { max: maxColumns }) }
  for (const cell of cells) {
    if (cell.length > maxCell) return { line, cells: cells.map((each) => each.slice(0, 1000)), problem: rowProblem('row.cell_too_large', { max: maxCell }) }
    if (cell.includes('\0')) return { line, cells: cells.map((each) => each.replaceAll('\0', '')), problem: rowProblem('row.nul') }
  }
  return { line, cells }
}

const lineBreaks = (text: string): number => (/[\r\n]/.test(text) ? text.split(/\r\n|\r|\n/).length - 1 : 0)

/** The place after the first line break; -1 when there is none yet. */
function afterBreak(text: string, from: number, final: boolean): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) return at + 1
    if (code === 13) return at + 1 < text.length || final ? at + (text.charCodeAt(at + 1) === 10 ? 2 : 1) : -1
  }
  return -1
}
