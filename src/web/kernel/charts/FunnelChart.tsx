import { useText } from '../ui/language.ts'
import { texts } from './texts.ts'
import style from './charts.module.css'

export interface FunnelStep {
  key: string
  name: string
  value: number
  figure: string
  /** How it goes on from here: '62 %, 14 dni'. */
  between?: string
}

/** Steps that fewer and fewer come to, each as long as it is great. */
export function FunnelChart({ label, steps }: { label: string; steps: readonly FunnelStep[] }) {
  const t = useText()
  const greatest = Math.max(1, ...steps.map(({ value }) => value))
  return (
    <ol className={style.funnel} aria-label={t(texts.chartOf, { name: label })}>
      {steps.map(({ key, name, value, figure, between }) => (
        <li key={key} className={style.step}>
          <span className={style.stepName}>{name}</span>
          <span className={style.track} aria-hidden><span className={style.fill} style={{ display: 'block', width: `${(value / greatest) * 100}%` }} /></span>
          <span className={style.stepFigure}>{figure}</span>
          {between && <span className={style.between}>↓ {between}</span>}
        </li>
      ))}
    </ol>
  )
}
