import { mostTimed, type Funnel, type FunnelStep } from '../../../server/sales/contract.ts'
import { Figures, type FigureRow } from '../../kernel/charts/Figures.tsx'
import { FunnelChart } from '../../kernel/charts/FunnelChart.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { countText } from '../../kernel/ui/number.ts'
import { cellsIn, shareText } from '../figures.ts'
import style from '../sales.module.css'
import { texts } from './texts.ts'

/** From stage to stage: how many come, how many go on, how long they stand. */
export function Steps({ funnel: { steps, currency, figures } }: { funnel: Funnel }) {
  const t = useText()
  const language = useLanguage()
  const cell = cellsIn({ language, currency })
  if (steps.length === 0) return <p className={style.notes}>{t(texts.choosePipeline)}</p>
  const goesOn = ({ conversion, medianDays }: FunnelStep): string => {
    const share = shareText(conversion, language)
    return medianDays === null ? t(texts.goesOn, { share }) : t(texts.between, { share, days: Math.round(medianDays) })
  }
  const rows = steps.map((step): FigureRow => ({
    key: step.stage.id, name: { text: step.stage.name },
    cells: {
      reached: cell.count(step.reached, step.where.reached), amount: cell.money(step.reachedAmount), ofAll: cell.share(step.ofAll), wentOn: cell.count(step.wentOn, step.where.wentOn), conversion: cell.share(step.conversion),
      lost: cell.count(step.lost, step.where.lost), standing: cell.count(step.standing, step.where.standing), median: cell.days(step.medianDays), average: cell.days(step.averageDays), normal: cell.days(step.normalDays),
    },
  }))
  const columns = [
    { key: 'reached', label: t(texts.reached) }, { key: 'amount', label: t(texts.reachedAmount) }, { key: 'ofAll', label: t(texts.ofAll) }, { key: 'wentOn', label: t(texts.wentOn) }, { key: 'conversion', label: t(texts.conversion) },
    { key: 'lost', label: t(texts.lost) }, { key: 'standing', label: t(texts.standing) }, { key: 'median', label: t(texts.medianDays) }, { key: 'average', label: t(texts.averageDays) }, { key: 'normal', label: t(texts.normalDays) },
  ]
  return (
    <Figures title={t(texts.funnel)} of={t(texts.stage)} columns={columns} rows={rows} about={figures.count > mostTimed && t(texts.timed, { count: countText(mostTimed, language) })}>
      <FunnelChart label={t(texts.funnel)} steps={steps.map((step) => ({ key: step.stage.id, name: step.stage.name, value: step.reached, figure: countText(step.reached, language), between: step.conversion === null ? undefined : goesOn(step) }))} />
    </Figures>
  )
}
