import type { Overview } from '../../../server/targets/contract.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { amountText, shareOf, shareText } from '../figures.ts'
import { behind } from '../links.ts'
import { texts } from '../texts.ts'
import style from '../targets.module.css'
import { usePace } from './pace.ts'

/** The figures one came for. */
export function Headline({ overview: { total, plan, workdays, object } }: { overview: Overview }) {
  const t = useText()
  const language = useLanguage()
  const amount = (value: string) => amountText(value, { language, currency: plan.currency })
  const pace = usePace(plan.currency)(total)
  const share = (value: string) => t(texts.share, { share: shareText(shareOf(value, total.target), language) })
  return (
    <dl className={style.tiles}>
      <div className={style.tile}><dt>{t(texts.plan)}</dt><dd className={style.figure}>{amount(total.target)}</dd><dd className={style.more}>{t(texts.workdays, { passed: workdays.passed, all: workdays.all })}</dd></div>
      <div className={style.tile}><dt>{t(texts.realised)}</dt><dd className={style.figure}>{total.realisedWhere === null ? amount(total.realised) : <Go href={behind(object, total.realisedWhere)} title={t(texts.deals)}>{amount(total.realised)}</Go>}</dd><dd className={style.more}>{share(total.realised)}</dd></div>
      <div className={style.tile}><dt>{t(texts.forecast)}</dt><dd className={style.figure}>{total.openWhere === null ? amount(total.forecast) : <Go href={behind(object, total.openWhere)} title={t(texts.deals)}>{amount(total.forecast)}</Go>}</dd><dd className={style.more}>{share(total.forecast)} – {t(texts.forecastMore)}</dd></div>
      <div className={style.tile} data-tone={pace.tone}><dt>{t(texts.pace)}</dt><dd className={style.figure}>{shareText(shareOf(total.realised, total.dueByNow), language)}</dd><dd className={style.more}>{pace.words}</dd></div>
    </dl>
  )
}
