import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Color } from '../../../contract/definition.ts'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import { showDay } from '../../../fields/date/field.ts'
import { minorUnitsOf, showDecimal } from '../../../fields/decimals.ts'
import { valueSpans, type ContractValue } from '../../../server/orders/contract.ts'
import { BarChart } from '../../kernel/charts/BarChart.tsx'
import { Figures, type FigureRow } from '../../kernel/charts/Figures.tsx'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { periodName } from '../../kernel/ui/periods.ts'
import { worthQuery } from '../asking.ts'
import style from './contract.module.css'
import { texts } from './texts.ts'

type Span = (typeof valueSpans)[number]
const colors: readonly Color[] = ['blue', 'violet', 'green', 'amber', 'teal', 'red', 'grey']

/** What the contract and each of its amendments are worth from period to period. */
export function Worth({ record }: { object: ObjectView; record: RecordRow }) {
  const t = useText()
  const language = useLanguage()
  const [per, setPer] = useState<Span | undefined>(undefined)
  const asked = useQuery(worthQuery(record.id, per))
  if (asked.isError) return <RefusedFace error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Waiting lines={8} />
  const worth = asked.data
  if (worth.currency === null) return <EmptyFace title={t(texts.nothing)}>{t(texts.nothingWhy)}</EmptyFace>
  return (
    <div className={style.worth}>
      <SegmentedControl className={style.spans} size="sm" aria-label={t(texts.per)} value={worth.per} onChange={(next) => setPer(next as Span)} data={valueSpans.map((value) => ({ value, label: t(texts[value]) }))} />
      <Shown worth={worth} />
      {worth.until === null && <p className={style.quiet}>{t(texts.shown, { day: showDay(worth.shownUntil, language) })}</p>}
      {worth.others.length > 0 && <p className={style.quiet}>{t(texts.others, { names: worth.others.map(({ number, title, value }) => `${number ?? title} (${showDecimal(value.amount, language, 2)} ${value.currency})`).join(', ') })}</p>}
    </div>
  )
}

function Shown({ worth }: { worth: ContractValue }) {
  const t = useText()
  const language = useLanguage()
  const currency = worth.currency!
  const figure = (amount: string | number) => `${showDecimal(String(amount), language, minorUnitsOf(currency))} ${currency}`
  const parts = [...new Map(worth.periods.flatMap(({ parts }) => parts).map((part) => [part.contract, part])).values()]
  const series = parts.map(({ contract, number, title }, at) => ({ key: contract, label: number ?? title, color: colors[at % colors.length]! }))
  const cell = (amount: string, href?: string) => ({ text: figure(amount), plain: Number(amount), ...(href === undefined ? {} : { href }) })
  const rows = worth.periods.map((period): FigureRow => ({
    key: period.from, name: { text: periodName(period.from, worth.per, language) },
    cells: { ...Object.fromEntries(period.parts.map(({ contract, value }) => [contract, cell(value.amount, toRecord('contract', contract))])), total: cell(period.value) },
  }))
  const total: FigureRow = { key: 'total', name: { text: t(texts.total) }, cells: { total: cell(worth.total) }, isTotal: true }
  const bars = worth.periods.map(({ from, parts: some }) => ({ key: from, label: periodName(from, worth.per, language), values: Object.fromEntries(some.map(({ contract, value }) => [contract, Number(value.amount)])) }))
  return (
    <Figures title={t(texts.worth)} of={t(texts.period)} columns={[...(series.length > 1 ? series : []), { key: 'total', label: t(texts.total) }]} rows={[...rows, total]}>
      <BarChart label={t(texts.worth)} series={series} categories={bars} stacked figure={(value) => figure(value)} />
    </Figures>
  )
}
