import { refuse } from '../../contract/refusal.ts'
import { idOfLink } from '../../fields/link/ids.ts'
import { fieldAccess } from '../kernel/access/field-access.ts'
import type { Ctx } from '../kernel/context.ts'
import { one } from '../kernel/query/one.ts'
import { change } from '../kernel/records/change.ts'
import { countedLines } from '../../contract/selling/counted.ts'
import { documentOf, type HeadRow, type LineRow } from './reckoning/queries.ts'
import { sumsOf } from './reckoning/rules.ts'
import type { Totals } from '../../contract/selling/totals.ts'
import { refusals } from './texts.ts'

/** Nothing wins by itself: whoever may move the opportunity does it with this. Refuses 404; 422 quote.not_accepted, quote.no_opportunity, and what the move refuses. */
export async function winOpportunity(ctx: Ctx, id: string): Promise<{ opportunity: string }> {
  const quote = await one(ctx, 'quote', id)
  if (quote === null) return refuse('not_found', refusals.notThere, { status: 404 })
  if (quote['state'] !== 'accepted') refuse('quote.not_accepted', refusals.notAccepted)
  const link = idOfLink(quote['opportunity'])
  const opportunity = link === null ? null : await one(ctx, 'opportunity', link)
  if (opportunity === null) return refuse('quote.no_opportunity', refusals.noOpportunity)
  const values = { state: 'won', ...(fieldAccess(ctx, 'opportunity', 'amount') === 'write' && quote['net'] ? { amount: quote['net'] } : {}) }
  await change(ctx, 'opportunity', opportunity.id, { version: opportunity.version, values })
  return { opportunity: opportunity.id }
}

export interface AcceptedQuote {
  head: HeadRow
  /** What was sold, in the order of the quote: chosen options and alternatives, and the parts of structures. */
  lines: (LineRow & { section: string | null })[]
  totals: Totals
}

/** What an accepted quote sells, for orders and contracts, read for the program: whoever asks has been let in. null: it was not accepted. */
export async function acceptedLines(ctx: Ctx, id: string): Promise<AcceptedQuote | null> {
  const document = await documentOf(ctx.db, id)
  if (document === null || document.head.isGone || document.head.state !== 'accepted') return null
  const counted = countedLines(document.lines)
  const byId = new Map(document.lines.map((line) => [line.id, line]))
  const isSold = (line: LineRow): boolean => counted.has(line.id) || (line.kind === 'component' && isUnderSold(line)) || (line.kind === 'text' && line.parent === null)
  const isUnderSold = (line: LineRow): boolean => {
    const above = line.parent === null ? undefined : byId.get(line.parent)
    return above !== undefined && (above.kind === 'component' ? isUnderSold(above) : counted.has(above.id))
  }
  return { head: document.head, lines: document.lines.filter(isSold), totals: sumsOf(document) }
}

