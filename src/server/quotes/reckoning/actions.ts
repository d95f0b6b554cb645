/** Sums are worked out wherever a quote, its sections or its lines were written, whatever the way: head and lines never disagree. */
import { refuse } from '../../../contract/refusal.ts'
import type { Values } from '../../../contract/definition.ts'
import { decimal, inCoins, written } from '../../../contract/selling/coins.ts'
import { plain } from '../../../fields/decimals.ts'
import { convert, ratesOn } from '../../currencies/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import { changeMany, type Change } from '../../kernel/records/change.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import { asProgram } from '../../kernel/records/steps/consequences.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { isOpen } from '../rules.ts'
import { refusals } from '../texts.ts'
import { documentsOf, type HeadRow, type QuoteDocument } from './queries.ts'
import { headChange, lineChanges, sumsOf } from './rules.ts'

const work = Symbol('quotes that the room itself is writing')
type Working = Ctx & { [work]?: ReadonlySet<string> }

/** The room's own writes to these quotes: it has seen to their sums and to what may be changed. Rights stay the caller's. */
export const marked = (ctx: Ctx, ids: readonly string[]): Ctx => Object.assign({ ...ctx }, { [work]: new Set([...((ctx as Working)[work] ?? []), ...ids]) })
/** The same with the program's rights. */
export const atWork = (ctx: Ctx, ids: readonly string[]): Ctx => marked(asProgram(ctx), ids)
export const isAtWork = (ctx: Ctx, quote: string): boolean => (ctx as Working)[work]?.has(quote) === true

export function throwRefused(outcomes: readonly Outcome[]): void {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

/**
 * Brings the sums of these quotes in line with their lines, and while they are drafts their rate with the day. Amounts in another currency than the
 * quote's are converted. Writes only what differs; an undo of whatever caused it leaves these writes and works them out anew. `freeze`: the quote is just
 * leaving the house, and takes the rate of this day with it.
 */
export async function reckon(given: Ctx, ids: readonly string[], { freeze = false }: { freeze?: boolean } = {}): Promise<void> {
  const ctx = atWork(given, ids)
  const documents = (await documentsOf(ctx.db, ids, { lock: true })).filter(({ head }) => !head.isGone)
  const [heads, sections, lines] = [[] as Change[], [] as Change[], [] as Change[]]
  const rates = await ratesFor(ctx, documents.map(({ head }) => head).filter(({ state }) => freeze || isOpen(state)))
  for (const found of documents) {
    const { document, changes } = await inOneCurrency(ctx, found)
    const totals = sumsOf(document)
    const together = byId([...changes.lines, ...lineChanges(document, totals)])
    lines.push(...together)
    sections.push(...changes.sections)
    const head = { ...changes.head, ...headChange(document, totals), ...rates.get(document.head.id) }
    if (Object.keys(head).length > 0) heads.push({ id: document.head.id, values: head })
  }
  const how = { asProgram: true }
  if (lines.length > 0) throwRefused(await changeMany(ctx, 'quoteLine', lines, how))
  if (sections.length > 0) throwRefused(await changeMany(ctx, 'quoteSection', sections, how))
  if (heads.length > 0) throwRefused(await changeMany(ctx, 'quote', heads, how))
}

function byId(changes: readonly Change[]): Change[] {
  const values = new Map<string, Values>()
  for (const { id, values: some } of changes) values.set(id, { ...values.get(id), ...some })
  return [...values].map(([id, together]) => ({ id, values: together }))
}

/** Of quotes that were not sent: the rate of today. What is sent keeps the one it had then. */
export async function ratesFor(ctx: Ctx, open: readonly HeadRow[]): Promise<Map<string, Values>> {
  const day = todayIn(ctx)
  const rates = await ratesOn(ctx, open.map(({ currency }) => ({ currency, day })))
  return new Map(open.flatMap((head, at): [string, Values][] => {
    const found = rates[at] ?? null
    const [rate, rateOn] = [found?.rate ?? null, head.currency === ctx.currency ? null : (found?.on ?? null)]
    const isSame = (rate === null || head.rate === null ? rate === head.rate : rounded(rate) === plain(head.rate)) && rateOn === head.rateOn
    return isSame ? [] : [[head.id, { rate: rate === null ? null : rounded(rate), rateOn }]]
  }))
}

/** Six places, as banks quote them. */
const rounded = (rate: string): string => plain(written(inCoins(decimal(rate), 6), 6))

interface Converted {
  document: QuoteDocument
  changes: { head: Values; sections: Change[]; lines: Change[] }
}

async function inOneCurrency(ctx: Ctx, document: QuoteDocument): Promise<Converted> {
  const { currency } = document.head
  const turned = async (amount: string | null, from: string | null): Promise<string | null> => {
    if (amount === null || from === null || from === currency) return amount
    const day = todayIn(ctx)
    const money = await convert(ctx, { amount, currency: from }, currency, day)
    return money?.amount ?? refuse('quote.no_rate', refusals.noRate, { values: { currency: from === ctx.currency ? currency : from, day } })
  }
  const isOther = (of: string | null) => of !== null && of !== currency
  const changes: Converted['changes'] = { head: {}, sections: [], lines: [] }
  const money = (amount: string | null) => (amount === null ? null : { amount, currency })
  const head = { ...document.head }
  if (isOther(head.discountCurrency)) changes.head = { discountValue: money((head.discountValue = await turned(head.discountValue, head.discountCurrency))) }
  const sections = await Promise.all(document.sections.map(async (section) => {
    if (!isOther(section.discountCurrency)) return section
    const discountValue = await turned(section.discountValue, section.discountCurrency)
    changes.sections.push({ id: section.id, values: { discountValue: money(discountValue) } })
    return { ...section, discountValue }
  }))
  const lines: QuoteDocument['lines'] = []
  for (const line of document.lines) {
    if (![line.priceCurrency, line.discountCurrency, line.costCurrency].some(isOther)) {
      lines.push(line)
      continue
    }
    const amounts = { unitPrice: await turned(line.unitPrice, line.priceCurrency), discountValue: await turned(line.discountValue, line.discountCurrency), unitCost: await turned(line.unitCost, line.costCurrency) }
    changes.lines.push({ id: line.id, values: { unitPrice: money(amounts.unitPrice), discountValue: money(amounts.discountValue), unitCost: money(amounts.unitCost) } })
    lines.push({ ...line, ...amounts })
  }
  return { document: { head, sections, lines }, changes }
}
