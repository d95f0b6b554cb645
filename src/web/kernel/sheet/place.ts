/** Where one is in a sheet and how one gets about: pure, so that the keyboard is proved without a browser. */

export interface Place {
  row: number
  column: number
}
/** From where it was begun to where one stands. */
export interface Range {
  anchor: Place
  head: Place
}
export interface Block {
  top: number
  bottom: number
  left: number
  right: number
}
export interface Size {
  rows: number
  columns: number
}

export const at = (row: number, column: number): Range => ({ anchor: { row, column }, head: { row, column } })

export function blockOf({ anchor, head }: Range): Block {
  return { top: Math.min(anchor.row, head.row), bottom: Math.max(anchor.row, head.row), left: Math.min(anchor.column, head.column), right: Math.max(anchor.column, head.column) }
}

export const isWithin = ({ top, bottom, left, right }: Block, { row, column }: Place): boolean => row >= top && row <= bottom && column >= left && column <= right

const held = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))
export const within = ({ row, column }: Place, { rows, columns }: Size): Place => ({ row: held(row, rows), column: held(column, columns) })

/** A step with the arrows; `extend` keeps where the block was begun. */
export function stepped(range: Range, by: { rows?: number; columns?: number }, size: Size, extend = false): Range {
  const head = within({ row: range.head.row + (by.rows ?? 0), column: range.head.column + (by.columns ?? 0) }, size)
  return extend ? { anchor: range.anchor, head } : { anchor: head, head }
}

/** Tab goes on at the beginning of the next row; null past the last cell, where the sheet is left. */
export function tabbed({ row, column }: Place, back: boolean, { rows, columns }: Size): Place | null {
  const next = row * columns + column + (back ? -1 : 1)
  return next < 0 || next >= rows * columns ? null : { row: Math.floor(next / columns), column: next % columns }
}

/** The column whose cell covers this place: in a row that says something over several columns, the one where it begins. */
export function coveringColumn(column: number, spanAt: (column: number) => number): number {
  for (let start = column; start >= 0; start--) if (spanAt(start) > column - start) return start
  return column
}
