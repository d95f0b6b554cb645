/** Which row holds the names of the columns: files often have a title, dates or empty lines above it. */
import { maxColumns, refuseFile } from './limits.ts'
import type { FileCell } from '../values/rules.ts'
import type { FileRow } from './rows.ts'

/** Rows looked at. */
export const headSample = 60

/**
 * The line of the head among the first rows: the first row nearly as wide as most rows are, and if a row of figures
 * stands there, still that one: a file without a head is the person's to say.
 */
export function guessHeadLine(rows: readonly FileRow[]): number | null {
  const widths = rows.map((row) => row.cells.filter((cell) => textOf(cell) !== '').length)
  const usual = mostCommon(widths.filter((width) => width > 0))
  if (usual === null) return null
  const enough = usual <= 2 ? usual : Math.ceil(usual * 0.7)
  const place = widths.findIndex((width, index) => width >= enough && (rows[index]!.problem === undefined || rows[index]!.problem.code === 'row.too_wide'))
  return rows[place]?.line ?? null
}

/** Names of the columns, without empty ones at the end. */
export function headersOf(head: FileRow): string[] {
  if (head.problem?.code === 'row.too_wide') refuseFile('import.wide_head', { max: maxColumns })
  const headers = head.cells.map((cell) => textOf(cell).replace(/\s+/g, ' ').trim())
  while (headers.at(-1) === '') headers.pop()
  return headers
}

export const textOf = (cell: FileCell): string => (typeof cell === 'string' ? cell : String(cell.value))

export const isEmptyRow = (cells: readonly FileCell[]): boolean => cells.every((cell) => typeof cell === 'string' && cell.trim() === '')

/** Cells to the width of the head: empty ones beyond it fall away; `pad` adds those that a workbook leaves out. */
export function fitted(cells: readonly FileCell[], width: number, pad: boolean): readonly FileCell[] {
  if (cells.length === width) return cells
  if (cells.length < width) return pad ? [...cells, ...Array.from({ length: width - cells.length }, () => '')] : cells
  return isEmptyRow(cells.slice(width)) ? cells.slice(0, width) : cells
}

/** The most frequent; of equally frequent ones the largest. */
function mostCommon(numbers: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  let best: number | null = null
  for (const [number, count] of counts) if (best === null || count > counts.get(best)! || (count === counts.get(best)! && number > best)) best = number
  return best
}
