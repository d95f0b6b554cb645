import type { RecordRow } from '../../../contract/records.ts'
import { decimal, inCoins, written } from '../../../contract/selling/coins.ts'
import { vatRates } from '../../../contract/selling/vat.ts'
import { showDay } from '../../../fields/date/field.ts'
import { minorUnitsOf, showDecimal } from '../../../fields/decimals.ts'
import type { Money } from '../../../fields/field.ts'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import style from './lines.module.css'
import { texts } from './texts.ts'

/** What the order comes to: net, tax by rate, gross; of a foreign currency the rate it was accepted at. */
export function Sums({ record, rows }: { record: RecordRow; rows: readonly RecordRow[] }) {
  const t = useText()
  const language = useLanguage()
  const currency = String(record['currency'] ?? 'PLN')
  const digits = minorUnitsOf(currency)
  const show = (value: unknown): string | null => ((value ?? null) === null ? null : `${showDecimal((value as Money).amount, language, digits)} ${currency}`)
  const rates = Map.groupBy(rows.filter((row) => (row['parent'] ?? null) === null && (row['vat'] ?? null) !== null), (row) => String(row['vatRate'] ?? ''))
  const taxes = [...rates].map(([rate, some]) => ({ rate, vat: written(some.reduce((sum, row) => sum + inCoins(decimal((row['vat'] as Money).amount), digits), 0n), digits) }))
  const label = (rate: string): string => (vatRates.find(({ value }) => value === rate)?.label ?? { pl: '–', en: '–' })[language].replace(/\s*\(.*\)$/, '')
  return (
    <dl className={style.sums}>
      <Sum name={t(texts.net)} amount={show(record['net'])} />
      {taxes.map(({ rate, vat }) => <Sum key={rate} name={t(texts.ofRate, { rate: label(rate) })} amount={show({ amount: vat })} isQuiet />)}
      <Sum name={t(texts.gross)} amount={show(record['gross'])} isMain />
      <Sum name={t(texts.margin)} amount={show(record['margin'])} isQuiet />
      {typeof record['rate'] === 'string' && typeof record['rateOn'] === 'string' && record['rate'] !== '1' && <dt className={style.rate}>{t(texts.rate, { rate: showDecimal(record['rate'], language), day: showDay(record['rateOn'], language) })}</dt>}
    </dl>
  )
}

function Sum({ name, amount, isMain, isQuiet }: { name: string; amount: string | null; isMain?: boolean; isQuiet?: boolean }) {
  return amount !== null && <div className={style.sum} data-main={isMain || undefined} data-quiet={isQuiet || undefined}><dt>{name}</dt><dd>{amount}</dd></div>
}
