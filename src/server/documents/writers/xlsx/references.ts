/** References to cells in formulas, names and charts, put right when rows have been repeated or left out. */

/** Where rows of a template have come to stand; `edge`: of a row that is there many times the first or the last. `other`: the row at the other end of a range, whose rows may come in any order. */
export type RowMap = (row: number, edge: 'start' | 'end', other?: number) => number
/** By the name of a sheet as it stands before the exclamation mark; null: the sheet of the formula itself. */
export type MapOf = (sheet: string | null) => RowMap | null

const token = /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?[A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_(.!])/gu
const isInsideName = /[\p{L}\p{N}_.$]$/u

export function moved(formula: string, mapOf: MapOf): string {
  return formula.replace(token, (whole: string, sheet: string | undefined, column: string | undefined, fixed: string, row: string, column2: string | undefined, fixed2: string, row2: string, at: number) => {
    if (column === undefined || isInsideName.test(formula.slice(0, at))) return whole
    const map = mapOf(sheet === undefined ? null : nameOf(sheet))
    if (map === null) return whole
    const from = map(Number(row), 'start', row2 === undefined ? undefined : Number(row2))
    const first = `${sheet ?? ''}${column}${fixed}${from}`
    if (column2 === undefined) return first
    const to = map(Number(row2), 'end', Number(row))
    // Nothing is left of it: without the rows there is nothing to add up, and what comes next is often the sum itself.
    return to < from ? `${sheet ?? ''}${column}${fixed}${to}:${column2}${fixed2}${to}` : `${first}:${column2}${fixed2}${to}`
  })
}

const nameOf = (prefix: string): string => {
  const name = prefix.slice(0, -1)
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name
}

/** A shared formula is written once and meant for many cells: as it reads in one of them. */
export function shifted(formula: string, { columns, rows }: { columns: number; rows: number }): string {
  const one = (column: string, fixed: string, row: string) => `${column.startsWith('$') ? column : columnName(columnNumber(column) + columns)}${fixed}${fixed === '$' ? row : Number(row) + rows}`
  return formula.replace(token, (whole: string, sheet: string | undefined, column: string | undefined, fixed: string, row: string, column2: string | undefined, fixed2: string, row2: string, at: number) => {
    if (column === undefined || isInsideName.test(formula.slice(0, at))) return whole
    return `${sheet ?? ''}${one(column, fixed, row)}${column2 === undefined ? '' : `:${one(column2, fixed2, row2)}`}`
  })
}

export const columnNumber = (name: string): number => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
function columnName(number: number): string {
  let name = ''
  for (let rest = Math.max(1, number); rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

export function cellAt(reference: string): { column: string; row: number } {
  const [, column = 'A', row = '1'] = /^\$?([A-Z]+)\$?(\d+)$/.exec(reference) ?? []
  return { column, row: Number(row) }
}
