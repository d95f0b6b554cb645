import { useMemo } from 'react'
import type { LinkValue } from '../../../contract/records.ts'
import { units } from '../../../contract/selling/choices.ts'
import type { Totals } from '../../../contract/selling/totals.ts'
import { vatRates } from '../../../contract/selling/vat.ts'
import { minorUnitsOf, showDecimal } from '../../../fields/decimals.ts'
import type { SheetColumn } from '../../kernel/sheet/columns.ts'
import { ChoiceInput } from '../../kernel/sheet/ChoiceInput.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { texts } from '../texts.ts'
import { cellText, labelOf, mayEditCell, type CellKey } from './cells.ts'
import { amountOf, Code, Name, Place, Sum } from './Cells.tsx'
import { ProductInput } from './ProductInput.tsx'
import { depthOf, numbersOf, type LineRow, type Row } from './rows.ts'

/** The empty row at the end, in which the next line is begun. */
export interface NewRow {
  is: 'new'
  id: 'new'
}
export const newRow: NewRow = { is: 'new', id: 'new' }
export type GridRow = Row | NewRow

export interface Drawn {
  rows: readonly Row[]
  totals: Totals
  currency: string
  mayChange: boolean
  readsCosts: boolean
  writesCosts: boolean
  choose(row: LineRow, chosen: boolean): void
  pick(row: GridRow, product: LinkValue & { isStructure: boolean }): void
  describe(row: LineRow): void
}

/** Over how many columns a cell goes, by the columns of useColumns: a heading says its title over those of a line, a text over all. */
export function spanOf(row: GridRow, column: number, count: number): number {
  if (row.is === 'line' && row.kind !== 'text') return 1
  if (row.is === 'new') return column === 1 ? 2 : column === 2 ? 0 : 1
  if (row.is === 'section') return column === 1 ? 5 : column > 1 && column < 6 ? 0 : 1
  return column === 1 ? count - 1 : column === 0 ? 1 : 0
}

export function useColumns(drawn: Drawn): { columns: SheetColumn<GridRow>[]; shown: CellKey[]; stampOf(row: GridRow): string } {
  const t = useText()
  const language = useLanguage()
  const { rows, totals, currency, mayChange, readsCosts, writesCosts } = drawn
  const places = useMemo(() => placesOf(rows), [rows])
  const money = (amount: string | null | undefined) => (amount == null ? '' : showDecimal(amount, language, minorUnitsOf(currency)))
  const cell = (key: CellKey, given: Partial<SheetColumn<GridRow>> & { width: number }): SheetColumn<GridRow> => ({
    key, label: t(texts[key]), text: (row) => (row.is === 'new' ? '' : cellText(row, key, { language, currency })),
    show: (row) => (row.is === 'new' ? null : cellText(row, key, { language, currency })),
    mayEdit: (row) => mayChange && (row.is === 'new' ? key === 'code' : mayEditCell(row, key)), ...given,
  })
  const sum = (key: 'net' | 'margin', width: number): SheetColumn<GridRow> => ({ key, label: t(texts[key]), width, align: 'end', mayEdit: () => false, text: (row) => amountOf(row, key, totals) ?? '', show: (row) => <Sum row={row} amount={money(amountOf(row, key, totals))} totals={totals} t={t} /> })
  const input: SheetColumn<GridRow>['input'] = (props) => (isOfProduct(props.row) ? <ProductInput {...props} onProduct={(product) => drawn.pick(props.row, product)} /> : undefined)
  const columns: SheetColumn<GridRow>[] = [
    { key: 'number', label: t(texts.number), width: places.width, mayEdit: () => false, text: (row) => places.numbers.get(row.id) ?? '', show: (row) => <Place row={row} number={places.numbers.get(row.id)} drawn={drawn} t={t} /> },
    cell('code', { width: 84, show: (row) => <Code row={row} t={t} />, input }),
    cell('name', { width: 156, grows: true, show: (row) => (row.is === 'line' ? <Name row={row} depth={depthOf(row, places.byId)} drawn={drawn} t={t} /> : null), input }),
    cell('quantity', { width: 72, align: 'end' }),
    cell('unit', { width: 52, input: (props) => <ChoiceInput {...props} choices={units.map(({ value }) => ({ value, label: labelOf(units, value, language) }))} /> }),
    cell('unitPrice', { width: 100, align: 'end' }),
    cell('discount', { width: 70, align: 'end' }),
    cell('vatRate', { width: 52, align: 'end', input: (props) => <ChoiceInput {...props} choices={vatRates.map(({ value }) => ({ value, label: labelOf(vatRates, value, language) }))} /> }),
    sum('net', 100),
    ...(readsCosts ? [cell('unitCost', { width: 88, align: 'end', ...(writesCosts ? {} : { mayEdit: () => false }) }), sum('margin', 104)] : []),
  ]
  const stampOf = (row: GridRow): string => [language, currency, mayChange, places.numbers.get(row.id), amountOf(row, 'net', totals), amountOf(row, 'margin', totals), totals.lines[row.id]?.counted, row.is === 'line' ? depthOf(row, places.byId) : ''].join(' ')
  return { columns, stampOf, shown: ['code', 'name', 'quantity', 'unit', 'unitPrice', 'discount', 'vatRate'] }
}

/** The column of numbers has room for the deepest: 1.1.2.10. */
function placesOf(rows: readonly Row[]) {
  const numbers = numbersOf(rows)
  const longest = Math.max(0, ...[...numbers.values()].map(({ length }) => length))
  return { numbers, byId: new Map<string, Row>(rows.map((row) => [row.id, row])), width: Math.max(50, 18 + longest * 7) }
}

const isOfProduct = (row: GridRow): boolean => row.is === 'new' || (row.is === 'line' && row.kind !== 'text')
