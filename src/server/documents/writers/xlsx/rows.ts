/** Rows of a filled sheet, and where each row of the template has come to stand. */
import type { FilledRow } from '../template.ts'
import type { RowMap } from './references.ts'
import { isBlock, type RowNode, type SheetRow } from './sheet.ts'

export interface OutRow {
  row: SheetRow
  filled: FilledRow
  number: number
  /** Which turn of which loop: rows of the same turn speak of each other. */
  path: readonly number[]
}

export interface Expanded {
  rows: readonly OutRow[]
  /** Of the template, whether they came to stand anywhere or not. */
  written: ReadonlySet<number>
}

/** A table without lines keeps one empty row, so that sums over it still have something to be about. */
const emptyRow: FilledRow = { value: () => ({ text: '', cell: null, picture: null }), holds: () => false, rows: () => [] }

export function expanded(nodes: readonly RowNode[], filled: FilledRow): Expanded {
  const out: OutRow[] = []
  const place = { shift: 0, turn: 0 }
  const visit = (children: readonly RowNode[], given: FilledRow, path: readonly number[]) => {
    for (const node of children) {
      if (!isBlock(node)) put(node, given, path)
      else if (node.opening.kind === 'if') {
        if (given.holds(node.opening)) visit(node.children, given, path)
        else place.shift -= rowsIn(node.children).length
      } else {
        const rows = given.rows(node.opening)
        const from = place.shift
        const last = (out.at(-1)?.number ?? 0)
        for (const [at, each] of (rows.length === 0 ? [emptyRow] : rows).entries()) {
          if (at > 0) place.shift = (out.at(-1)?.number ?? last) + 1 - (rowsIn(node.children)[0]?.number ?? 0)
          visit(node.children, each, [...path, ++place.turn])
        }
        if (out.at(-1) === undefined) place.shift = from
      }
    }
  }
  const put = (row: SheetRow, given: FilledRow, path: readonly number[]) => {
    const number = Math.max(row.number + place.shift, (out.at(-1)?.number ?? 0) + 1)
    place.shift = number - row.number
    out.push({ row, filled: given, number, path })
  }
  visit(nodes, filled, [])
  return { rows: out, written: new Set(rowsIn(nodes).map(({ number }) => number)) }
}

const rowsIn = (nodes: readonly RowNode[]): SheetRow[] => nodes.flatMap((node) => (isBlock(node) ? rowsIn(node.children) : [node]))

/** As seen from a row: of rows in its own turn of a loop that one, of others the first or the last of all. A range over rows that were left out closes up. */
export function rowMap({ rows: out, written }: Expanded, from: readonly number[]): RowMap {
  const byRow = Map.groupBy(out, ({ row }) => row.number)
  const known = [...byRow.keys()].sort((a, b) => a - b)
  return (row, edge, other = row) => {
    const [first, last] = [Math.min(row, other), Math.max(row, other)]
    const near = known.filter((each) => each >= first && each <= last).flatMap((each) => nearest(byRow.get(each)!, from))
    if (near.length > 0 && (byRow.has(row) || written.has(row))) return edge === 'start' ? Math.min(...near) : Math.max(...near)
    const before = known.findLast((each) => each < row)
    const after = known.find((each) => each > row)
    if (written.has(row) && edge === 'start' && after !== undefined) return byRow.get(after)![0]!.number
    if (before === undefined) return row
    return byRow.get(before)!.at(-1)!.number + (written.has(row) ? 0 : row - before)
  }
}

function nearest(rows: readonly OutRow[], from: readonly number[]): number[] {
  const closest = Math.max(...rows.map(({ path }) => shared(path, from)))
  return rows.filter(({ path }) => shared(path, from) === closest).map(({ number }) => number)
}

function shared(a: readonly number[], b: readonly number[]): number {
  const end = a.findIndex((each, at) => each !== b[at])
  return end < 0 ? Math.min(a.length, b.length) : end
}
