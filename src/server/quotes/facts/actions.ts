import { vatRates } from '../../../contract/selling/vat.ts'
import { decimal, inCoins, written } from '../../../contract/selling/coins.ts'
import type { Amounts, Totals } from '../../../contract/selling/totals.ts'
import type { ExprType } from '../../../expression/types.ts'
import { minorUnitsOf } from '../../../fields/decimals.ts'
import type { FactRow, FactsSource } from '../../documents/index.ts'
import { documentOf, type QuoteDocument } from '../reckoning/queries.ts'
import { sumsOf } from '../reckoning/rules.ts'
import { outlineOf } from './rules.ts'
import { labels } from './texts.ts'

const money = { kind: 'money' } as const satisfies ExprType
const number = { kind: 'number' } as const satisfies ExprType
const text = { kind: 'text' } as const satisfies ExprType
const yesNo = { kind: 'yesNo' } as const satisfies ExprType
const rate = { kind: 'choice', values: vatRates.map(({ value }) => value) } as const satisfies ExprType

const sums = { net: { label: labels.net, type: money }, vat: { label: labels.vat, type: money }, gross: { label: labels.gross, type: money } } as const
const priced = [['quoteLine', 'net'], ['quoteLine', 'vat'], ['quoteLine', 'gross']] as const
const ofLines = { net: { ...sums.net, reads: priced }, vat: { ...sums.vat, reads: priced }, gross: { ...sums.gross, reads: priced } } as const
const discounted = [['quote', 'discountGiven'], ['quoteLine', 'unitPrice'], ['quoteLine', 'discount'], ['quoteLine', 'net']] as const

/** What a template of a quote may say that stands in no field: its table of taxes, and its lines as they are laid out. */
export const facts: FactsSource = {
  object: 'quote',
  names: {
    taxes: { label: labels.taxes, reads: [['quote', 'net'], ['quote', 'vat'], ['quote', 'gross'], ['quoteLine', 'vatRate']], names: { rate: { label: labels.rate, type: rate, choices: vatRates }, ...sums } },
    outline: {
      label: labels.outline,
      names: {
        title: { label: labels.title, type: text }, ...ofLines,
        tree: { label: labels.tree, object: 'quoteLine', names: { number: { label: labels.number, type: text }, level: { label: labels.level, type: number }, counted: { label: labels.counted, type: yesNo } } },
      },
    },
    list: { label: labels.list, type: money, reads: discounted },
    discounts: { label: labels.discounts, type: money, reads: discounted },
  },
  async facts(ctx, id) {
    const document = await documentOf(ctx.db, id)
    return document === null ? {} : factsOf(document, sumsOf(document))
  },
}

function factsOf(document: QuoteDocument, totals: Totals): FactRow {
  const { currency, prices } = document.head
  const inMoney = ({ net, vat, gross }: Amounts): FactRow => ({ net: { amount: net, currency }, vat: { amount: vat, currency }, gross: { amount: gross, currency } })
  return {
    taxes: totals.taxes.map((each) => ({ rate: each.rate, ...inMoney(each) })),
    outline: outlineOf(document, totals).map(({ id, title, lines }) => ({
      title,
      ...inMoney(id === null ? added(lines.map((line) => totals.lines[line.id]!).filter(({ counted }) => counted), currency) : totals.sections[id]!),
      tree: lines.map(({ level, ...line }) => ({ ...line, level: String(level) })),
    })),
    list: { amount: totals.list, currency },
    discounts: { amount: difference(totals.list, prices === 'gross' ? totals.gross : totals.net, currency), currency },
  }
}

function added(all: readonly Amounts[], currency: string): Amounts {
  const digits = minorUnitsOf(currency)
  const sum = (of: (each: Amounts) => string) => written(all.reduce((total, each) => total + inCoins(decimal(of(each)), digits), 0n), digits)
  return { net: sum(({ net }) => net), vat: sum(({ vat }) => vat), gross: sum(({ gross }) => gross) }
}

function difference(a: string, b: string, currency: string): string {
  const digits = minorUnitsOf(currency)
  return written(inCoins(decimal(a), digits) - inCoins(decimal(b), digits), digits)
}
