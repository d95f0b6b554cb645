import type { Forecast } from '../../../server/sales/contract.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { periodName } from '../../kernel/ui/periods.ts'
import { dealsBehind, moneyText } from '../figures.ts'
import { Tiles, type TileOf } from '../Tiles.tsx'
import { texts } from './texts.ts'

/** The current period at a glance. */
export function Headline({ forecast }: { forecast: Forecast }) {
  const t = useText()
  const language = useLanguage()
  const [now] = forecast.periods
  if (now === undefined) return null
  const words = { language, currency: forecast.currency }
  const when = periodName(now.from, forecast.unit, language)
  const { simulated } = now
  const tiles: TileOf[] = [
    { key: 'won', label: `${t(texts.won)}, ${when}`, figure: moneyText(now.won, words), href: dealsBehind(now.where.won) },
    { key: 'weighted', label: `${t(texts.weighted)}, ${when}`, figure: moneyText(now.weighted, words), href: dealsBehind(now.where.open) },
    ...(simulated === null ? [] : [{ key: 'median', label: `${t(texts.median)}, ${when}`, figure: moneyText(simulated.median, words), more: t(texts.between, { low: moneyText(simulated.low, words), high: moneyText(simulated.high, words) }) }]),
  ]
  return <Tiles tiles={tiles} />
}
