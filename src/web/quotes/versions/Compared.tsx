import { type ReactNode } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import { compareDecimals, minorUnitsOf, showDecimal } from '../../../fields/decimals.ts'
import { Tag } from '../../../fields/tag.tsx'
import type { QuoteComparison } from '../../../server/quotes/contract.ts'
import { fieldOf, useObject } from '../../kernel/api/metadata.ts'
import { FieldShow } from '../../kernel/records/field/FieldShow.tsx'
import { useLanguage, useText } from '../../kernel/ui/language.ts'
import style from './versions.module.css'
import { texts } from './texts.ts'

type ComparedLine = QuoteComparison['lines'][number]
const tones = { added: 'green', removed: 'red', changed: 'amber' } as const
const summed = ['net', 'vat', 'gross', 'cost', 'margin', 'discountGiven']

/** What became of each line, of the terms and of the sums. */
export function Compared({ comparison, object }: { comparison: QuoteComparison; object: ObjectView }) {
  const t = useText()
  const { lines, head, totals } = comparison
  const currency = comparison.to.net?.currency ?? comparison.from.net?.currency ?? 'PLN'
  const different = lines.filter(({ what }) => what !== 'same')
  const terms = head.filter(({ field }) => !summed.includes(field))
  return (
    <div className={style.compared}>
      <h2 className={style.title}>{t(texts.sums)}</h2>
      <dl className={style.differences}>
        {(['net', 'vat', 'gross'] as const).map((key) => <Amounts key={key} name={t(texts[key])} from={totals.from[key]} to={totals.to[key]} currency={currency} />)}
        {totals.from.margin != null && totals.to.margin != null && <Amounts name={t(texts.margin)} from={totals.from.margin} to={totals.to.margin} currency={currency} />}
        <Changed name={t(texts.discountGiven)} from={<Percent value={totals.from.discountGiven} />} to={<Percent value={totals.to.discountGiven} />} isSame={totals.from.discountGiven === totals.to.discountGiven} />
      </dl>
      <h2 className={style.title}>{t(texts.lines)}</h2>
      {different.length === 0 ? <p className={style.quiet}>{t(texts.allSame)}</p> : <ul className={style.lines}>{different.map((line, at) => <Line key={line.to?.id ?? line.from?.id ?? at} line={line} currency={currency} />)}</ul>}
      {different.length > 0 && different.length < lines.length && <p className={style.quiet}>{t(texts.unchanged, { count: lines.length - different.length })}</p>}
      {terms.length > 0 && <h2 className={style.title}>{t(texts.head)}</h2>}
      <dl className={style.differences}>{terms.map(({ field, from, to }) => <FieldChange key={field} object={object} field={field} from={from} to={to} />)}</dl>
    </div>
  )
}

function Percent({ value }: { value: string }) {
  return <>{showDecimal(value, useLanguage())}%</>
}

function Amounts({ name, from, to, currency }: { name: string; from: string; to: string; currency: string }) {
  const language = useLanguage()
  const money = (amount: string) => `${showDecimal(amount, language, minorUnitsOf(currency))} ${currency}`
  return <Changed name={name} from={money(from)} to={money(to)} isSame={compareDecimals(from, to) === 0} />
}

function Changed({ name, from, to, isSame }: { name: string; from: ReactNode; to: ReactNode; isSame: boolean }) {
  return (
    <div className={style.difference}>
      <dt>{name}</dt>
      <dd>{isSame ? <span className={style.quiet}>{to}</span> : <><del>{from}</del><span aria-hidden> → </span><ins>{to}</ins></>}</dd>
    </div>
  )
}

function Line({ line: { what, from, to, changes }, currency }: { line: ComparedLine; currency: string }) {
  const t = useText()
  const language = useLanguage()
  const lineObject = useObject('quoteLine')
  const shown = (to ?? from)!
  const amount = (value: string | undefined) => (value === undefined ? '' : showDecimal(value, language, minorUnitsOf(currency)))
  const told = changes.filter(({ field }) => field !== 'net' && field !== 'vat' && field !== 'gross' && field !== 'margin')
  return (
    <li className={style.line}>
      <div className={style.lineHead}>
        <Tag color={what === 'same' ? 'grey' : tones[what]}>{what === 'same' ? '' : t(texts[what])}</Tag>
        <span className={style.lineName}>{shown.code && <span className={style.quiet}>{shown.code} </span>}{shown.name}</span>
        <b className={style.amount}>{what === 'changed' && from?.net !== to?.net ? <><del>{amount(from?.net)}</del><span aria-hidden> → </span><ins>{amount(to?.net)}</ins></> : amount(shown.net)}</b>
      </div>
      {lineObject && told.length > 0 && <dl className={style.differences}>{told.map(({ field, from: was, to: is }) => <FieldChange key={field} object={lineObject} field={field} from={inMoney(lineObject, field, was, currency)} to={inMoney(lineObject, field, is, currency)} />)}</dl>}
    </li>
  )
}

/** Amounts of the grid come as numbers in the quote's currency. */
const inMoney = (object: ObjectView, field: string, value: unknown, currency: string): unknown => (fieldOf(object, field)?.type === 'money' && typeof value === 'string' ? { amount: value, currency } : value)

function FieldChange({ object, field: name, from, to }: { object: ObjectView; field: string; from: unknown; to: unknown }) {
  const t = useText()
  const field = fieldOf(object, name)
  if (field === null) return null
  const shown = (value: unknown) => (value === null || value === undefined || value === '' ? <span className={style.quiet}>{t(texts.none)}</span> : <FieldShow field={field} value={value} />)
  return <Changed name={t(field.label)} from={shown(from)} to={shown(to)} isSame={false} />
}
