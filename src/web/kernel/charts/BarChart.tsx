import { useElementSize } from '@mantine/hooks'
import type { Color } from '../../../contract/definition.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { palette } from '../ui/theme.ts'
import { shortFigure, ticksTo } from './scale.ts'
import { texts } from './texts.ts'
import style from './charts.module.css'

export interface Series {
  key: string
  label: string
  color: Color
}
export interface Category {
  key: string
  label: string
  /** By the key of the series. */
  values: Readonly<Record<string, number>>
  /** What is most likely, and between which figures it will lie. */
  range?: { from: number; middle: number; to: number } | null
}

interface BarChartProps {
  label: string
  series: readonly Series[]
  categories: readonly Category[]
  /** Parts of one bar, or bars side by side. */
  stacked?: boolean
  rangeLabel?: string
  figure(value: number): string
}

const height = 240
const left = 62
const below = 26
const above = 8

/** Bars by category, drawn in the palette of the screen; what it shows stands in a table beside it too. */
export function BarChart(props: BarChartProps) {
  const t = useText()
  const language = useLanguage()
  const { ref, width } = useElementSize()
  const { label, series, categories, rangeLabel } = props
  const ticks = ticksTo(Math.max(0, ...categories.map((one) => highest(one, props))))
  const y = (value: number) => above + (height - above - below) * (1 - value / ticks.at(-1)!)
  const step = Math.max(0, width - left) / Math.max(1, categories.length)
  return (
    <div ref={ref} className={style.chart}>
      <Legend series={series} rangeLabel={rangeLabel} />
      <svg className={style.drawing} width={width || '100%'} height={height} role="img" aria-label={t(texts.chartOf, { name: label })}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={style.line} x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
            <text className={style.axis} x={left - 8} y={y(tick) + 4} textAnchor="end">{shortFigure(tick, language)}</text>
          </g>
        ))}
        {width > left && categories.map((category, index) => <Bars key={category.key} {...props} category={category} x={left + index * step} step={step} y={y} />)}
      </svg>
    </div>
  )
}

function highest({ values, range }: Category, { series, stacked }: BarChartProps): number {
  const all = series.map(({ key }) => values[key] ?? 0)
  return Math.max(stacked ? all.reduce((sum, one) => sum + one, 0) : Math.max(0, ...all), range?.to ?? 0)
}

interface BarsProps extends BarChartProps {
  category: Category
  x: number
  step: number
  y(value: number): number
}

function Bars({ category, series, stacked, x, step, y, figure, rangeLabel }: BarsProps) {
  const room = Math.min(step * 0.68, stacked ? 56 : 120)
  const each = stacked ? room : room / series.length
  const begin = x + (step - room) / 2
  const said = (name: string, value: number) => `${category.label}, ${name}: ${figure(value)}`
  const tops = series.map((_, index) => (stacked ? series.slice(0, index).reduce((sum, { key }) => sum + (category.values[key] ?? 0), 0) : 0))
  return (
    <g>
      {series.map(({ key, label, color }, index) => {
        const value = category.values[key] ?? 0
        const [low, high] = [y(tops[index]!), y(tops[index]! + value)]
        return value > 0 && <rect key={key} className={style.bar} x={begin + (stacked ? 0 : index * each)} width={Math.max(2, each - 2)} y={high} height={Math.max(1, low - high)} fill={`var(--${palette[color]})`}><title>{said(label, value)}</title></rect>
      })}
      {category.range && rangeLabel !== undefined && (
        <g className={style.range} transform={`translate(${begin + room + 5} 0)`}>
          <title>{`${category.label}, ${rangeLabel}: ${figure(category.range.middle)} (${figure(category.range.from)} – ${figure(category.range.to)})`}</title>
          <path d={`M-4 ${y(category.range.from)}h8M0 ${y(category.range.from)}V${y(category.range.to)}M-4 ${y(category.range.to)}h8`} />
          <circle r={4} cy={y(category.range.middle)} />
        </g>
      )}
      <text className={style.axis} x={x + step / 2} y={height - 8} textAnchor="middle">{step < 44 ? category.label.slice(0, 3) : category.label}</text>
    </g>
  )
}

function Legend({ series, rangeLabel }: { series: readonly Series[]; rangeLabel?: string }) {
  return (
    <ul className={style.legend}>
      {series.map(({ key, label, color }) => <li key={key}><span className={style.swatch} data-color={color} aria-hidden />{label}</li>)}
      {rangeLabel !== undefined && <li><span className={style.whisker} aria-hidden />{rangeLabel}</li>}
    </ul>
  )
}
