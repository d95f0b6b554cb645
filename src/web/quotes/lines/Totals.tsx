import { memo, useState } from 'react'
import type { ObjectView, RecordRow } from '../../../contract/records.ts'
import type { Totals as Sums } from '../../../contract/selling/totals.ts'
import { vatRates } from '../../../contract/selling/vat.ts'
import { compareDecimals, minorUnitsOf, showDecimal } from '../../../fields/decimals.ts'
import type { QuoteGrid } from '../../../server/quotes/contract.ts'
import { pageSections } from '../../kernel/records/form/sections.ts'
import { Fields } from '../../kernel/records/page/Fields.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import { texts } from '../texts.ts'
import style from '../quotes.module.css'
import { discountText, labelOf, readCell } from './cells.ts'
import { lessOf, shareOf, sumOf } from './rates.ts'
import { newSection } from './rows.ts'
import type { ContentState } from './useContent.ts'

interface TotalsProps {
  object: ObjectView
  record: RecordRow
  totals: Sums
  state: ContentState
  mayChange: boolean
  grid: QuoteGrid
}

/** Fields on which the prices of the quote depend; they stand beside the sums. */
const conditions = ['basics', 'prices']
const shownElsewhere = ['discount', 'discountValue', 'title', 'opportunity', 'owner']

/** What the quote comes to while it is typed: by section, tax by rate, and in all. */
export function Totals({ object, record, totals, state, mayChange, grid }: TotalsProps) {
  const t = useText()
  const language = useLanguage()
  const currency = String(record['currency'] ?? 'PLN')
  const money = (amount: string) => showDecimal(amount, language, minorUnitsOf(currency))
  const sections = state.content.rows.filter((row) => row.is === 'section')
  return (
    <aside className={style.side} aria-label={t(texts.sums)}>
      <dl className={style.sums}>
        {sections.map((section) => <Sum key={section.id} name={section.title || t(texts.sectionUntitled)} amount={money(totals.sections[section.id]?.net ?? '0')} quiet />)}
        {compareDecimals(totals.discountGiven, '0') !== 0 && <Sum name={t(texts.listValue)} amount={money(totals.list)} quiet />}
        <WholeDiscount state={state} currency={currency} mayChange={mayChange} />
        {compareDecimals(totals.discountGiven, '0') !== 0 && <Sum name={t(texts.discountGiven)} amount={`${showDecimal(totals.discountGiven, language)}%`} tone={grid.limit.percent !== null && compareDecimals(totals.discountGiven, grid.limit.percent) > 0 ? 'amber' : undefined} />}
        <Sum name={t(texts.sumNet)} amount={money(totals.net)} />
        {totals.taxes.map(({ rate, vat }) => <Sum key={rate} name={t(texts.ofRate, { rate: labelOf(vatRates, rate, language).replace(/\s*\(.*\)$/, '') })} amount={money(vat)} quiet />)}
        <div className={style.sum} data-main><dt>{t(texts.sumGross)}</dt><dd>{money(totals.gross)} {currency}</dd></div>
        {grid.may.readCosts && <Margin totals={totals} money={money} />}
      </dl>
      <Conditions object={object} record={record} />
    </aside>
  )
}

/** Of the lines whose cost is known; what the others come to is told beside it. */
function Margin({ totals: { net, cost, margin }, money }: { totals: Sums; money(amount: string): string }) {
  const t = useText()
  const language = useLanguage()
  if (cost === null || margin === null) return null
  const costed = sumOf(cost, margin)
  const others = lessOf(net, costed)
  return (
    <>
      <Sum name={t(texts.cost)} amount={money(cost)} quiet />
      {compareDecimals(others, '0') !== 0 && <Sum name={t(texts.costUnknown)} amount={money(others)} quiet />}
      <Sum name={t(texts.margin)} amount={t(texts.marginOf, { margin: money(margin), share: `${showDecimal(shareOf(margin, costed), language, 1)}%` })} />
    </>
  )
}

/** Not drawn again with every key that changes a sum. */
const Conditions = memo(function Conditions({ object, record }: Pick<TotalsProps, 'object' | 'record'>) {
  const sections = pageSections(object, record).filter(({ key }) => conditions.includes(key)).map((section) => ({ ...section, fields: section.fields.filter(({ name }) => !shownElsewhere.includes(name)) }))
  return <Fields object={object} record={record} sections={sections} />
})

function Sum({ name, amount, quiet, tone }: { name: string; amount: string; quiet?: boolean; tone?: string }) {
  return <div className={style.sum} data-quiet={quiet || undefined} data-tone={tone}><dt>{name}</dt><dd>{amount}</dd></div>
}

/** '5' is percent, '100 zł' an amount; what is neither stays with the sign that it was not taken. */
function WholeDiscount({ state, currency, mayChange }: { state: ContentState; currency: string; mayChange: boolean }) {
  const t = useText()
  const language = useLanguage()
  const now = discountText(state.content, { language, currency })
  const [typed, setTyped] = useState<string | null>(null)
  const read = readCell(newSection(), 'discount', typed ?? now, language)
  const commit = () => {
    if (read === null || typed === null) return
    setTyped(null)
    if (typed !== now) state.change((content) => ({ ...content, discount: read.discount ?? null, discountValue: read.discountValue ?? null }))
  }
  if (!mayChange) return now === '' ? null : <Sum name={t(texts.wholeDiscount)} amount={now} quiet />
  return (
    <div className={style.sum}>
      <dt><label htmlFor="whole-discount">{t(texts.wholeDiscount)}</label></dt>
      <dd><input id="whole-discount" className={style.discount} value={typed ?? now} placeholder="0%" aria-invalid={read === null || undefined} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} onBlur={commit} onKeyDown={(event) => (event.key === 'Enter' ? commit() : event.key === 'Escape' ? setTyped(null) : undefined)} /></dd>
    </div>
  )
}
