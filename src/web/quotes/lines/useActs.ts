import { startTransition } from 'react'
import type { LinkValue } from '../../../contract/records.ts'
import type { Language } from '../../../contract/text.ts'
import { refused } from '../../kernel/ui/notify.tsx'
import { useStable } from '../../kernel/ui/stable.ts'
import type { CellText, SheetActs } from '../../kernel/sheet/columns.ts'
import { pricesOf, productsByCode } from '../asking.ts'
import { cellKeys, readCell, type CellKey } from './cells.ts'
import { changedRow, inserted, moved, nextLine, removed } from './edits.ts'
import { columnsOf, pastedChanges } from './pasting.ts'
import type { LineRow, Row } from './rows.ts'
import type { ContentState } from './useContent.ts'

interface Given {
  quote: string
  language: Language
  readsCosts: boolean
  /** Columns as they stand, for pasting. */
  shown: readonly CellKey[]
  state: ContentState
  setTyped(cell: CellText | null): void
}

/** A typed cell put into the rows; below the last of them it makes a new line. Null: it means nothing there. */
export function withCell(rows: readonly Row[], { row, column, text }: CellText, language: Language): Row[] | null {
  const target = rows[row]
  const line = target ?? nextLine(rows, rows.length)
  // In the empty row several words are a name: codes are one.
  const key = target === undefined && column === 'code' && /\s/.test(text.trim()) ? 'name' : (column as CellKey)
  const change = readCell(line, key, text, language)
  if (change === null || (target === undefined && text.trim() === '')) return null
  // Another code is another thing than the product it was.
  const whole = key === 'code' && line.is === 'line' && line.kind !== 'text' ? { ...change, product: null } : change
  return target === undefined ? [...rows, { ...line, ...whole } as Row] : changedRow(rows, target.id, whole)
}

/** What the keyboard does with the lines of a quote. */
export function useActs({ quote, language, readsCosts, shown, state, setTyped }: Given): SheetActs & { pick(row: number, product: LinkValue): string } {
  const { change, complete } = state
  const rowsBy = useStable((make: (rows: readonly Row[]) => Row[]) => change((content) => ({ ...content, rows: make(content.rows) })))

  /** Lines of products take what the catalogue has; what was typed or pasted stays. */
  const fill = useStable(async (lines: readonly { id: string; product: LinkValue; quantity: string | null; keep: Partial<LineRow> }[]) => {
    if (lines.length === 0) return
    const { items } = await pricesOf(quote, lines.map(({ product, quantity }) => ({ product: product.id, quantity })))
    const found = new Map(lines.map((line, at) => [line.id, { ...line, item: items[at] }]))
    complete((content) => ({ ...content, rows: content.rows.map((row) => {
      const line = found.get(row.id)
      if (line?.item === undefined || row.is !== 'line') return row
      const { name, code, unit, vatRate, unitPrice, unitCost } = line.item
      return { ...row, product: line.product, name, code: code ?? row.code, unit, vatRate, unitPrice, ...(readsCosts ? { unitCost: unitCost ?? null } : {}), ...line.keep }
    }) }))
  })
  const pick = useStable((at: number, product: LinkValue) => {
    const existing = state.content.rows[at]
    const line = existing?.is === 'line' ? existing : nextLine(state.content.rows, at)
    const picked: LineRow = { ...line, product, name: product.name }
    rowsBy((rows) => (existing === undefined ? [...rows, picked] : rows.map((row) => (row.id === picked.id ? picked : row))))
    fill([{ id: line.id, product, quantity: line.quantity, keep: {} }]).catch(refused)
    return line.id
  })
  /** Codes typed or pasted that are codes of products. */
  const recognise = useStable(async (lines: readonly { line: LineRow; keep: Partial<LineRow> }[]) => {
    const open = lines.filter(({ line }) => line.product === null && line.code !== '')
    const products = await productsByCode([...new Set(open.map(({ line }) => line.code))])
    await fill(open.flatMap(({ line, keep }) => {
      const product = products.get(line.code.toLowerCase())
      return product === undefined ? [] : [{ id: line.id, product, quantity: line.quantity, keep }]
    }))
  })
  const set = useStable((cells: readonly CellText[]) => {
    const rows = cells.reduce<Row[]>((made, cell) => withCell(made, cell, language) ?? made, [...state.content.rows])
    rowsBy(() => rows)
    recognise(cells.flatMap(({ row, column }) => (column === 'code' && rows[row]?.is === 'line' ? { line: rows[row], keep: {} } : []))).catch(refused)
  })
  const paste = useStable((place: { row: number; column: string }, table: readonly (readonly string[])[]) => {
    const { columns, skip } = columnsOf(table, asCell(place.column), shown, language)
    const changes = pastedChanges(table.slice(skip), columns, language)
    const rows = [...state.content.rows]
    const touched = changes.flatMap((changed, offset) => {
      const at = place.row + offset
      const before = rows[at]
      if (before?.is === 'section') return []
      const line: LineRow = { ...(before ?? nextLine(rows, at)), ...changed, ...(changed.code === undefined ? {} : { product: null }) }
      rows[at < rows.length ? at : rows.length] = line
      return [{ line, keep: saidOnly(changed) }]
    })
    rowsBy(() => rows)
    if (columns.includes('code')) recognise(touched).catch(refused)
    return { rows: Math.max(1, changes.length), columns: columns.length }
  })
  // The cell shows the letter at once; sums of many lines follow when nothing more pressing is to be done.
  const typing = useStable((cell: CellText | null) => (cell === null ? setTyped(null) : startTransition(() => setTyped(cell))))
  return { set, paste, pick, typing, ...useRowActs(state, rowsBy) }
}

/** An empty cell of a sheet says nothing: the catalogue's own stands there. */
const saidOnly = (change: Partial<LineRow>): Partial<LineRow> => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== '' && value !== null))

const asCell = (column: string): CellKey => cellKeys.find((key) => key === column) ?? 'code'

function useRowActs({ content, undo, redo }: ContentState, rowsBy: (make: (rows: readonly Row[]) => Row[]) => void): Pick<SheetActs, 'insert' | 'remove' | 'move' | 'undo' | 'redo'> {
  const insert = useStable((after: number) => {
    const made = inserted(content.rows, after, nextLine(content.rows, after))
    rowsBy(() => made.rows)
    return made.at
  })
  const move = useStable((row: number, by: 1 | -1) => {
    const made = moved(content.rows, row, by)
    rowsBy(() => made.rows)
    return made.at
  })
  const remove = useStable((from: number, to: number) => rowsBy((rows) => removed(rows, from, to)))
  return { insert, move, remove, undo, redo }
}
