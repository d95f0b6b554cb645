import { newLine, type LineRow, type Row } from './rows.ts'

/** The row and all that goes with it: a section with what stands in it, a structure with its parts. Gives the row after the last of them. */
export function endOf(rows: readonly Row[], start: number): number {
  const first = rows[start]
  if (first === undefined) return start
  const below = new Set([first.id])
  let end = start + 1
  for (; end < rows.length; end++) {
    const row = rows[end]!
    if (first.is === 'section' ? row.is === 'section' : row.is === 'section' || row.parent === null || !below.has(row.parent)) break
    below.add(row.id)
  }
  return end
}

/** A row below this one; below a structure it comes after its parts. */
export function inserted(rows: readonly Row[], after: number, row: Row): { rows: Row[]; at: number } {
  const above = rows[after]
  const place = above === undefined ? rows.length : above.is === 'section' ? after + 1 : endOf(rows, topOf(rows, after))
  return { rows: rows.toSpliced(place, 0, row), at: place }
}

/** The structure a part belongs to, at the very top. */
function topOf(rows: readonly Row[], at: number): number {
  let place = at
  for (let row = rows[place]; row?.is === 'line' && row.parent !== null; row = rows[place]) {
    const parent = row.parent
    const above = rows.findIndex(({ id }) => id === parent)
    if (above === -1 || above >= place) break
    place = above
  }
  return place
}

/** Without these rows and the parts of structures among them; a section goes alone, its lines stay. */
export function removed(rows: readonly Row[], from: number, to: number): Row[] {
  const gone = new Set<string>()
  for (let at = from; at <= to && at < rows.length; at++) {
    const row = rows[at]!
    if (row.is === 'section') gone.add(row.id)
    else for (const one of rows.slice(at, endOf(rows, at))) gone.add(one.id)
  }
  return rows.filter(({ id }) => !gone.has(id))
}

/** One place up or down among its like, with all that goes with it: a section over a section, a part within its structure, a line also over a heading. */
export function moved(rows: readonly Row[], at: number, by: 1 | -1): { rows: Row[]; at: number } {
  const row = rows[at]
  if (row === undefined) return { rows: [...rows], at }
  const end = endOf(rows, at)
  const place = by === 1 ? below(rows, row, end) : above(rows, row, at)
  if (place === null) return { rows: [...rows], at }
  const block = rows.slice(at, end)
  const without = rows.toSpliced(at, end - at)
  const target = by === 1 ? place - block.length : place
  return { rows: without.toSpliced(target, 0, ...block), at: target }
}

function below(rows: readonly Row[], row: Row, end: number): number | null {
  const next = rows[end]
  if (next === undefined) return null
  if (row.is === 'section') return endOf(rows, end)
  if (next.is === 'section') return row.parent === null ? end + 1 : null
  return next.parent === row.parent ? endOf(rows, end) : null
}

function above(rows: readonly Row[], row: Row, at: number): number | null {
  for (let place = at - 1; place >= 0; place--) {
    const one = rows[place]!
    if (row.is === 'section' ? one.is === 'section' : one.is === 'section' ? row.parent === null : one.parent === row.parent) return place
    if (row.is === 'line' && one.id === row.parent) return null
  }
  // Lines above the first heading are in no section: a section may go before them.
  return row.is === 'section' && at > 0 ? 0 : null
}

export const changedRow = (rows: readonly Row[], id: string, change: Partial<LineRow> & { title?: string }): Row[] => rows.map((row) => (row.id === id ? ({ ...row, ...change } as Row) : row))

/** Of alternatives of one group one is chosen; an option is chosen or not by itself. */
export function choose(rows: readonly Row[], id: string, chosen: boolean): Row[] {
  const line = rows.find((row) => row.id === id)
  if (line?.is !== 'line') return [...rows]
  const isRival = (row: Row) => row.is === 'line' && row.kind === 'alternative' && line.kind === 'alternative' && row.choiceGroup === line.choiceGroup && row.id !== id
  return rows.map((row) => (row.id === id ? { ...row, chosen } : chosen && isRival(row) ? { ...row, chosen: false } : row)) as Row[]
}

/** An alternative joins the group of the one above it, or begins the next: A, B, C. The first of a group is the one chosen. */
export function withKind(rows: readonly Row[], id: string, kind: LineRow['kind']): Row[] {
  const at = rows.findIndex((row) => row.id === id)
  const line = rows[at]
  if (line?.is !== 'line' || line.kind === kind) return [...rows]
  if (kind !== 'alternative') return changedRow(rows, id, { kind, choiceGroup: null, chosen: false })
  const before = rows.slice(0, at).findLast((row): row is LineRow => row.is === 'line' && row.parent === line.parent)
  const joined = before?.kind === 'alternative' ? before.choiceGroup : null
  return changedRow(rows, id, { kind, choiceGroup: joined ?? nextGroup(rows), chosen: joined === null })
}

function nextGroup(rows: readonly Row[]): string {
  const taken = new Set(rows.flatMap((row) => (row.is === 'line' ? (row.choiceGroup ?? []) : [])))
  for (let letter = 0; letter < 26; letter++) if (!taken.has(String.fromCharCode(65 + letter))) return String.fromCharCode(65 + letter)
  return `A${taken.size}`
}

/** A line like those around it: in their rate of tax. */
export function nextLine(rows: readonly Row[], after: number, given: Partial<LineRow> = {}): LineRow {
  const before = rows.slice(0, after + 1).findLast((row): row is LineRow => row.is === 'line' && row.kind !== 'text')
  return newLine({ ...(before?.vatRate ? { vatRate: before.vatRate } : {}), ...given })
}
