import { useQuery } from '@tanstack/react-query'
import { dimensions, type Dimension, type Funnel } from '../../../server/sales/contract.ts'
import { EmptyFace, RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { funnelQuery } from '../asking.ts'
import { One } from '../Controls.tsx'
import { dealsBehind, moneyText, shareText } from '../figures.ts'
import { usePlace } from '../place.ts'
import style from '../sales.module.css'
import { Tiles } from '../Tiles.tsx'
import { Cohorts, Groups, LostReasons } from './Parts.tsx'
import { Selection, useAsked, type Chosen } from './Selection.tsx'
import { Steps } from './Steps.tsx'
import { texts } from './texts.ts'

/** The whole process: its figures, its funnel, its parts. */
export function Overview() {
  const t = useText()
  const [chosen, move] = usePlace<keyof Chosen>()
  const by = dimensions.find((one) => one === chosen.by) ?? 'owner'
  const asked = useQuery(funnelQuery({ ...useAsked(chosen), by }))
  return (
    <>
      <div className={style.controls}>
        <Selection chosen={chosen} move={move} />
        <One label={t(texts.by)} width={170} data={dimensions.map((value) => ({ value, label: t(texts[value]) }))} value={by} onChange={(next) => move({ by: next })} />
      </div>
      {asked.isError ? <RefusedFace error={asked.error} onRetry={() => void asked.refetch()} /> : asked.data === undefined ? <Waiting lines={10} /> : <Shown funnel={asked.data} by={by} old={asked.isPlaceholderData} />}
    </>
  )
}

function Shown({ funnel, by, old }: { funnel: Funnel; by: Dimension; old: boolean }) {
  const t = useText()
  if (funnel.figures.count === 0) return <EmptyFace title={t(texts.empty)}>{t(texts.emptyWhy)}</EmptyFace>
  const { withoutRate } = funnel
  return (
    <div className={style.screen} data-old={old || undefined}>
      <Headline funnel={funnel} />
      <Steps funnel={funnel} />
      <Groups funnel={funnel} by={by} />
      <Cohorts funnel={funnel} />
      <LostReasons funnel={funnel} />
      {withoutRate.count > 0 && <ul className={style.notes}><li><Go className={style.note} href={dealsBehind(withoutRate.where)}>{t(texts.withoutRate, { count: withoutRate.count })}</Go></li></ul>}
    </div>
  )
}

function Headline({ funnel: { figures, currency } }: { funnel: Funnel }) {
  const t = useText()
  const language = useLanguage()
  const words = { language, currency }
  const number = (value: number | null) => (value === null ? '–' : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value))
  return (
    <Tiles
      tiles={[
        { key: 'winRate', label: t(texts.winRate), figure: shareText(figures.winRate, language), more: t(texts.ofClosed, { won: figures.won, closed: figures.won + figures.lost }), href: dealsBehind(figures.where.won) },
        { key: 'wonAmount', label: t(texts.wonAmount), figure: moneyText(figures.wonAmount, words), href: dealsBehind(figures.where.won) },
        { key: 'averageWon', label: t(texts.averageWon), figure: moneyText(figures.averageWon, words) },
        { key: 'daysToWin', label: t(texts.daysToWin), figure: number(figures.daysToWin) },
        { key: 'speed', label: t(texts.speed), figure: moneyText(figures.speed, words), more: t(texts.aDay) },
        { key: 'activities', label: t(texts.activitiesPerWon), figure: number(figures.activitiesPerWon) },
      ]}
    />
  )
}
