import type { Dimension, Figures as FiguresOf, Funnel } from '../../../server/sales/contract.ts'
import { Figures, type FigureCell, type FigureColumn, type FigureRow } from '../../kernel/charts/Figures.tsx'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { useLanguage, useText, type Teller } from '../../kernel/ui/language.ts'
import { periodName } from '../../kernel/ui/periods.ts'
import { cellsIn, type Wording } from '../figures.ts'
import { texts } from './texts.ts'

/** The measures of a selection of deals, in the order they are read. */
export const measureColumns = (t: Teller): FigureColumn[] =>
  (['count', 'open', 'won', 'lost', 'winRate', 'winRateByAmount', 'wonAmount', 'averageWon', 'daysToWin', 'daysToLose', 'speed', 'activitiesPerWon'] as const).map((key) => ({ key, label: t(texts[key]) }))

export function measureCells(figures: FiguresOf, words: Wording): Record<string, FigureCell> {
  const cell = cellsIn(words)
  const { where } = figures
  return {
    count: cell.count(figures.count, where.all), open: cell.count(figures.open, where.open), won: cell.count(figures.won, where.won), lost: cell.count(figures.lost, where.lost),
    winRate: cell.share(figures.winRate), winRateByAmount: cell.share(figures.winRateByAmount), wonAmount: cell.money(figures.wonAmount, where.won), averageWon: cell.money(figures.averageWon),
    daysToWin: cell.days(figures.daysToWin), daysToLose: cell.days(figures.daysToLose), speed: cell.money(figures.speed), activitiesPerWon: cell.number(figures.activitiesPerWon),
  }
}

/** People, teams, sources beside each other. */
export function Groups({ funnel, by }: { funnel: Funnel; by: Dimension }) {
  const t = useText()
  const language = useLanguage()
  const words = { language, currency: funnel.currency }
  if (funnel.groups.length === 0) return null
  const rows = funnel.groups.map(({ key, name, figures }): FigureRow => ({ key, name: { text: name }, cells: measureCells(figures, words) }))
  return <Figures title={t(texts.groups, { what: t(texts[by]).toLocaleLowerCase(language) })} of={t(texts.name)} columns={measureColumns(t)} rows={rows} />
}

/** What became of the deals of each month. */
export function Cohorts({ funnel: { cohorts, currency } }: { funnel: Funnel }) {
  const t = useText()
  const language = useLanguage()
  const cell = cellsIn({ language, currency })
  if (cohorts.length === 0) return null
  const rows = cohorts.map(({ month, count, open, won, lost, wonAmount, winRate, where }): FigureRow => ({
    key: month, name: { text: periodName(month, 'month', language), href: null },
    cells: { count: cell.count(count, where), open: cell.count(open), won: cell.count(won), lost: cell.count(lost), winRate: { ...cell.share(winRate), shade: winRate }, wonAmount: cell.money(wonAmount) },
  }))
  const columns = (['count', 'open', 'won', 'lost', 'winRate', 'wonAmount'] as const).map((key) => ({ key, label: t(texts[key]) }))
  return <Figures title={t(texts.cohorts)} of={t(texts.month)} about={t(texts.cohortsAbout)} columns={columns} rows={rows} />
}

export function LostReasons({ funnel: { lostReasons, currency } }: { funnel: Funnel }) {
  const t = useText()
  const language = useLanguage()
  const cell = cellsIn({ language, currency })
  const field = fieldOf(useObject('opportunity')!, 'lostReason')
  if (lostReasons.length === 0) return null
  const named = (reason: string | null) => {
    const choice = field !== null && 'choices' in field ? field.choices.find(({ value }) => value === reason) : undefined
    return reason === null ? t(texts.noReason) : choice === undefined ? reason : t(choice.label)
  }
  const rows = lostReasons.map(({ reason, count, amount, where }): FigureRow => ({ key: reason ?? '', name: { text: named(reason) }, cells: { count: cell.count(count, where), amount: cell.money(amount) } }))
  return <Figures title={t(texts.lostReasons)} of={t(texts.reason)} columns={[{ key: 'count', label: t(texts.count) }, { key: 'amount', label: t(texts.amount) }]} rows={rows} />
}
