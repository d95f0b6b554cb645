import { Decimal } from 'decimal.js'
import type { Figures } from '../../../server/targets/contract.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { amountText } from '../figures.ts'
import { texts } from '../texts.ts'

/** How one stands against what is due by today, in words: colour is never the only sign. */
export function usePace(currency: string | null): (figures: Pick<Figures, 'realised' | 'dueByNow' | 'target'>) => { words: string; tone: 'good' | 'bad' | 'none' } {
  const t = useText()
  const language = useLanguage()
  return ({ realised, dueByNow, target }) => {
    if (new Decimal(target).isZero()) return { words: '', tone: 'none' }
    const ahead = new Decimal(realised).minus(dueByNow)
    const amount = amountText(ahead.abs().toFixed(), { language, currency })
    if (ahead.abs().lessThan(1)) return { words: t(texts.onTime), tone: 'good' }
    return ahead.isNegative() ? { words: t(texts.behind, { amount }), tone: 'bad' } : { words: t(texts.ahead, { amount }), tone: 'good' }
  }
}
