import type { Forecast } from '../../../server/sales/contract.ts'
import { Go } from '../../kernel/ui/Go.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { countText } from '../../kernel/ui/number.ts'
import { dealsBehind, moneyText, shareText } from '../figures.ts'
import style from '../sales.module.css'
import { texts } from './texts.ts'

/** What one must know to believe the figures: what is late, what is left out, on what the simulation rests. */
export function Notes({ forecast }: { forecast: Forecast }) {
  const t = useText()
  const language = useLanguage()
  const words = { language, currency: forecast.currency }
  const { overdue, withoutDate, withoutAmount, basis } = forecast
  const notes = [
    { key: 'overdue', text: t(texts.overdue, { count: overdue.count, amount: moneyText(overdue.amount, words) }), ...overdue },
    { key: 'withoutDate', text: t(texts.withoutDate, { count: withoutDate.count, amount: moneyText(withoutDate.amount, words) }), ...withoutDate },
    { key: 'withoutAmount', text: t(texts.withoutAmount, { count: withoutAmount.count }), ...withoutAmount },
  ].filter(({ count }) => count > 0)
  const count = (value: number) => countText(value, language)
  return (
    <ul className={style.notes}>
      {notes.map(({ key, text, where }) => <li key={key}><Go className={style.note} href={dealsBehind(where)}>{text}</Go></li>)}
      <li>{t(texts.basis, { runs: count(basis.runs), open: count(basis.open), history: count(basis.history), winRate: shareText(basis.winRate, language) })} {!basis.trusted && t(texts.notTrusted)}</li>
    </ul>
  )
}
