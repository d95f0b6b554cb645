import { useMemo } from 'react'
import type { Grid, ShownPlace } from '../../../server/targets/contract.ts'
import type { SheetColumn } from '../../kernel/sheet/columns.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { monthName, quarterName } from '../figures.ts'
import { texts } from '../texts.ts'
import style from '../targets.module.css'
import { monthsIn, showValue, valueOf, type GridRow } from './cells.ts'

export const totalKey = 'total'

/** The last line: what all rows come to, month by month. */
export function withTotal(rows: readonly GridRow[], name: string): GridRow[] {
  const months = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
  const values = Object.fromEntries(months.map((month) => [month, valueOf({ values: Object.fromEntries(rows.flatMap((row, at) => (row.values[month] === undefined ? [] : [[String(at), row.values[month]]]))) }, rows.map((_, at) => String(at))) ?? '0']))
  return [...rows, { key: totalKey, place: { owner: { id: totalKey, name }, team: null, productGroup: null, region: null, market: null, customerGroup: null, territory: null }, values }]
}

/** Who, of what, the months with their quarters, the year; of a plan of quarters or of a year, these alone. */
export function useColumns({ plan, months }: Grid): SheetColumn<GridRow>[] {
  const t = useText()
  const language = useLanguage()
  const target = useObject('target')
  return useMemo(() => {
    const words = (key: keyof ShownPlace, label: string, width: number): SheetColumn<GridRow> => {
      const text = ({ place }: GridRow) => (key === 'owner' ? (place.team ?? place.owner) : place[key])?.name ?? ''
      return { key, label, width, show: text, text, mayEdit: () => false }
    }
    const amounts = (key: string, label: string, isSum: boolean): SheetColumn<GridRow> => {
      const of = monthsIn(key, months)
      const text = (row: GridRow) => showValue(valueOf(row, of), language)
      return { key, label, width: isSum ? 104 : 92, align: 'end', text, show: (row) => (isSum || row.key === totalKey ? <span className={style.sum}>{text(row)}</span> : text(row)), mayEdit: ({ key: row }) => plan.mayChange && row !== totalKey }
    }
    const quarters = [0, 1, 2, 3].map((at) => ({ months: months.slice(at * 3, at * 3 + 3), sum: amounts(`q${at + 1}`, t(texts.quarterSum, { which: quarterName(at, language) }), plan.period === 'month') }))
    const spans = plan.period === 'year' ? [] : quarters.flatMap((quarter) => [...(plan.period === 'month' ? quarter.months.map((month) => amounts(month, monthName(month, language, 'short'), false)) : []), quarter.sum])
    const dimensions = plan.dimensions.map((name) => words(name, target === null ? name : t(fieldOf(target, name)?.label ?? texts.parts), 150))
    return [{ ...words('owner', t(texts.who), 180), pinned: true }, ...dimensions, ...spans, amounts('year', t(texts.year), plan.period !== 'year')]
  }, [plan, months, language, t, target])
}
