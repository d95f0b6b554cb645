import type { Grid } from '../../../server/targets/contract.ts'
import type { CellText, SheetActs } from '../../kernel/sheet/columns.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { complain } from '../../kernel/ui/notify.tsx'
import { texts } from '../texts.ts'
import { monthsIn, readValue, withValue, type GridRow } from './cells.ts'
import type { useGrid } from './useGrid.ts'
import { useColumns } from './useColumns.tsx'

/** What the keyboard and the clipboard do with the grid. */
export function useGridActs(grid: Grid, { rows, change, undo, redo }: ReturnType<typeof useGrid>): SheetActs {
  const t = useText()
  const language = useLanguage()
  const columns = useColumns(grid)

  function set(cells: readonly CellText[]): void {
    const read = cells.filter(({ row }) => row < rows.length).map((cell) => ({ ...cell, value: readValue(cell.text, language) }))
    const wrong = read.filter(({ value }) => value === undefined).length
    if (wrong > 0) complain(t(texts.notNumbers, { count: wrong }))
    const right = read.flatMap((cell) => (cell.value === undefined ? [] : [{ ...cell, value: cell.value }]))
    if (right.length === 0) return
    const byRow = Map.groupBy(right, ({ row }) => row)
    change((before) => before.map((row, at) => (byRow.get(at) ?? []).reduce((made, { column, value }) => withValue(made, monthsIn(column, grid.months), value), row)))
  }

  function paste({ row, column }: { row: number; column: string }, table: readonly (readonly string[])[]) {
    const keys = columns.map(({ key }) => key)
    const first = keys.indexOf(column)
    const width = Math.min(Math.max(...table.map((line) => line.length)), keys.length - first)
    const height = Math.min(table.length, rows.length - row)
    // A block with its sums beside it is months: the sums follow from them. Pasted alone a sum is entered.
    const isSum = (key: string) => /^(q\d|year)$/.test(key)
    const within = keys.slice(first, first + width)
    const isAlone = within.every(isSum)
    set(table.slice(0, height).flatMap((line, down) => line.slice(0, width).flatMap((text, across): CellText[] => {
      const key = within[across]!
      return columns[first + across]!.mayEdit(rows[row + down]!) && (isAlone || !isSum(key)) ? [{ row: row + down, column: key, text }] : []
    })))
    return { rows: Math.max(1, height), columns: Math.max(1, width) }
  }

  const emptied = (from: number, to: number) => change((before) => before.map((row, at): GridRow => (at >= from && at <= to ? { ...row, values: {} } : row)))
  return { set, paste, insert: (after) => after, remove: emptied, move: (row) => row, undo, redo }
}
