/** One cell of a sheet as XML, and the styles that cells have asked for. ECMA-376 part 1, 18.3.1.4 and 18.8. */
import type { Cell } from '../../../fields/field.ts'

/** What a cell may hold; a longer text would make Excel call the file damaged. */
export const maxText = 32_767
/** The first styles of every sheet; formats of numbers follow. */
export const styles = { plain: 0, head: 1, date: 2, dateTime: 3, guarded: 4 } as const

export interface CellWriter {
  cell(cell: Cell, place: string): string
  /** Number formats met, in the order of their styles after the fixed ones. */
  formats: readonly string[]
}

export function cellWriter(): CellWriter {
  const numbers = new Map<string, number>()
  const styleOf = (format: string | undefined): number => {
    if (format === undefined || format === 'General') return styles.plain
    let style = numbers.get(format)
    if (style === undefined) numbers.set(format, (style = styles.guarded + 1 + numbers.size))
    return style
  }
  return {
    get formats() {
      return [...numbers.keys()]
    },
    cell(cell, place) {
      if (cell === null) return ''
      if (cell.kind === 'text') return textCell(cell.value, place)
      if (cell.kind === 'number') return Number.isFinite(cell.value) ? valueCell(place, styleOf(cell.format), String(cell.value)) : ''
      if (cell.kind === 'yesNo') return `<c r="${place}" t="b"><v>${cell.value ? 1 : 0}</v></c>`
      const serial = serialOf(cell.value)
      return serial === null ? textCell(cell.value, place) : valueCell(place, cell.kind === 'date' ? styles.date : styles.dateTime, String(serial))
    },
  }
}

const valueCell = (place: string, style: number, value: string): string => (style === 0 ? `<c r="${place}"><v>${value}</v></c>` : `<c r="${place}" s="${style}"><v>${value}</v></c>`)

/** Always a text to the spreadsheet. One that looks like a formula stays a text also after somebody edits the cell (quotePrefix). */
function textCell(text: string, place: string): string {
  if (text === '') return ''
  const guarded = /^[=+\-@]/.test(text) ? ` s="${styles.guarded}"` : ''
  return `<c r="${place}"${guarded} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

export const headCell = (text: string, place: string): string => `<c r="${place}" s="${styles.head}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const special = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9a-f]{4}_/i
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** For XML; characters that XML cannot hold go, and what looks like Excel's own escapes stays what it is. */
export function escaped(text: string): string {
  const short = text.length > maxText ? `${text.slice(0, maxText - 1)}…` : text
  if (!special.test(short)) return short
  return short
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/\r/g, '_x000D_')
    .replace(/[&<>"]/g, (sign) => entities[sign]!)
}

const day = 86_400_000

/** Days since the end of 1899, as Excel counts them, its 29 February 1900 included; null for what it cannot show as a date. */
function serialOf(value: string): number | null {
  const time = Date.parse(`${value.length === 10 ? `${value}T00:00:00` : value.slice(0, 19)}Z`)
  const days = (time - Date.UTC(1899, 11, 30)) / day
  if (!(days >= 2 && days < 2_958_466)) return null
  const serial = days < 61 ? days - 1 : days
  return Number.isInteger(serial) ? serial : Number(serial.toFixed(8))
}

/** 0 → 'A', 27 → 'AB' */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
