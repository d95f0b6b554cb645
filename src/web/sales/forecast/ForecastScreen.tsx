import { useQuery } from '@tanstack/react-query'
import type { Forecast, ForecastSums } from '../../../server/sales/contract.ts'
import { Figures, type FigureCell, type FigureColumn, type FigureRow } from '../../kernel/charts/Figures.tsx'
import { BarChart, type Series } from '../../kernel/charts/BarChart.tsx'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { forecastQuery } from '../asking.ts'
import { One, PersonChoice, PipelineChoice } from '../Controls.tsx'
import { periodName } from '../../kernel/ui/periods.ts'
import { cellsIn, moneyText } from '../figures.ts'
import { usePlace } from '../place.ts'
import style from '../sales.module.css'
import { texts as common } from '../texts.ts'
import { Headline } from './Headline.tsx'
import { Notes } from './Notes.tsx'
import { texts } from './texts.ts'

type Asked = 'unit' | 'pipeline' | 'person'

/** Where the coming months or quarters will end. */
export function ForecastScreen() {
  const t = useText()
  const [place, move] = usePlace<Asked>()
  const unit = place.unit === 'quarter' ? 'quarter' : 'month'
  const asked = useQuery(forecastQuery({ unit, periods: unit === 'month' ? 6 : 4, ...(place.pipeline ? { pipeline: place.pipeline } : {}), ...(place.person ? { where: `owner = '${place.person}'` } : {}) }))
  return (
    <Page title={t(common.forecast)} lead={t(texts.lead)} wide>
      <div className={style.controls}>
        <One label={t(texts.unit)} width={140} data={[{ value: 'month', label: t(texts.month) }, { value: 'quarter', label: t(texts.quarter) }]} value={unit} onChange={(next) => move({ unit: next })} />
        <PipelineChoice value={place.pipeline} onChange={(pipeline) => move({ pipeline })} />
        <PersonChoice value={place.person} onChange={(person) => move({ person })} />
      </div>
      {asked.isError ? <RefusedFace error={asked.error} onRetry={() => void asked.refetch()} /> : asked.data === undefined ? <Waiting lines={10} /> : <Shown forecast={asked.data} old={asked.isPlaceholderData} />}
    </Page>
  )
}

function Shown({ forecast, old }: { forecast: Forecast; old: boolean }) {
  const t = useText()
  const { total, basis, withoutDate } = forecast
  if (basis.open === 0 && withoutDate.count === 0 && (total.won === null || Number(total.won) === 0)) return <EmptyFace title={t(texts.empty)}>{t(texts.emptyWhy)}</EmptyFace>
  return (
    <div className={style.screen} data-old={old || undefined}>
      <Headline forecast={forecast} />
      <ByPeriod forecast={forecast} />
      {forecast.people.length > 1 && <ByPerson forecast={forecast} />}
      <Notes forecast={forecast} />
    </div>
  )
}

/** Of the forecast: what is won, then from the surest to the least sure. Named as the field names them here. */
function useSeries(): readonly (Series & { key: 'won' | 'commit' | 'bestCase' | 'pipeline' })[] {
  const t = useText()
  const field = fieldOf(useObject('opportunity')!, 'category')
  const named = (key: string) => { const choice = field !== null && 'choices' in field ? field.choices.find(({ value }) => value === key) : undefined; return choice === undefined ? key : t(choice.label) }
  return [
    { key: 'won', label: t(texts.won), color: 'green' }, { key: 'commit', label: named('commit'), color: 'blue' },
    { key: 'bestCase', label: named('bestCase'), color: 'violet' }, { key: 'pipeline', label: named('pipeline'), color: 'grey' },
  ]
}

function useRows(forecast: Forecast) {
  const t = useText()
  const language = useLanguage()
  const series = useSeries()
  const words = { language, currency: forecast.currency }
  const { money } = cellsIn(words)
  const columns: FigureColumn[] = [...series.map(({ key, label }) => ({ key, label })), { key: 'weighted', label: t(texts.weighted) }, { key: 'median', label: t(texts.median) }, { key: 'range', label: t(texts.range) }]
  const cells = (sums: ForecastSums): Record<string, FigureCell> => ({
    ...Object.fromEntries(series.map(({ key }) => [key, money(sums[key], sums.where[key])])),
    weighted: money(sums.weighted, sums.where.open),
    median: money(sums.simulated?.median ?? null),
    range: { text: sums.simulated === null ? '–' : t(common.range, { from: moneyText(sums.simulated.low, words), to: moneyText(sums.simulated.high, words) }) },
  })
  const total: FigureRow = { key: 'total', name: { text: t(common.total) }, cells: cells(forecast.total), isTotal: true }
  return { columns, cells, total, series, words }
}

function ByPeriod({ forecast }: { forecast: Forecast }) {
  const t = useText()
  const { columns, cells, total, series, words } = useRows(forecast)
  const name = (from: string) => periodName(from, forecast.unit, words.language)
  const rows = forecast.periods.map((period): FigureRow => ({ key: period.key, name: { text: name(period.from) }, cells: cells(period) }))
  const bars = forecast.periods.map(({ key, from, simulated, ...sums }) => ({
    key, label: name(from), values: Object.fromEntries(series.map((one) => [one.key, Number(sums[one.key] ?? 0)])),
    range: simulated && { from: Number(simulated.low), middle: Number(simulated.median), to: Number(simulated.high) },
  }))
  return (
    <Figures title={t(texts.byPeriod)} of={t(texts.period)} columns={columns} rows={[...rows, total]}>
      <BarChart label={t(texts.byPeriod)} series={series} categories={bars} stacked rangeLabel={t(texts.medianAndRange)} figure={(value) => moneyText(String(value), words)} />
    </Figures>
  )
}

function ByPerson({ forecast }: { forecast: Forecast }) {
  const t = useText()
  const { columns, cells, total } = useRows(forecast)
  const rows = forecast.people.map((person): FigureRow => ({ key: person.id ?? '', name: { text: person.id === null ? t(texts.nobody) : person.name }, cells: cells(person) }))
  return <Figures title={t(texts.byPerson)} of={t(common.seller)} columns={columns} rows={[...rows, total]} />
}
