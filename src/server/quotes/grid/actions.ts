/** A quote read whole, as a spreadsheet shows it. */
import { refuse } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { fieldAccess } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'
import { one } from '../../kernel/query/one.ts'
import { limitFor } from '../approval/actions.ts'
import type { QuoteGrid } from '../contract.ts'
import { documentOf } from '../reckoning/queries.ts'
import { sumsOf } from '../reckoning/rules.ts'
import { whyFixed } from '../rules.ts'
import { refusals } from '../texts.ts'
import { shownParts, versionsOf } from './queries.ts'
import { shownLine, shownSums, type Reads } from './rules.ts'

export const readsOf = (ctx: Ctx): Reads => (object, field) => fieldAccess(ctx, object, field) !== 'none'

/** Refuses 404 not_found. */
export async function readGrid(ctx: Ctx, id: string): Promise<QuoteGrid> {
  const quote = await one(ctx, 'quote', id)
  const document = quote === null ? null : await documentOf(ctx.db, id)
  if (quote === null || document === null) return refuse('not_found', refusals.notThere, { status: 404 })
  const { lines, sections, products } = await shownParts(ctx, id)
  const [totals, reads] = [sumsOf(document), readsOf(ctx)]
  const why = whyFixed(document.head)
  const mayChange = quote.can?.change !== false
  const writes = (field: string) => fieldAccess(ctx, 'quoteLine', field) === 'write'
  return {
    quote,
    sections: document.sections.filter((section) => sections.has(section.id)).map(({ id: section, version, title, position, discount, discountValue }) => ({ id: section, version, title, position, discount, discountValue })),
    lines: document.lines.filter((line) => lines.has(line.id)).map((line) => shownLine(line, { totals, products, reads })),
    totals: shownSums(totals, reads),
    versions: await versionsOf(ctx, id),
    limit: await limitFor(ctx, document, totals),
    may: {
      change: mayChange && why === null,
      why: why !== null ? say(why.text, ctx.language, why.values) : mayChange ? null : say(refusals.notYours, ctx.language),
      readCosts: reads('quoteLine', 'unitCost'), writeCosts: writes('unitCost'),
      approve: document.head.state === 'approval' && idOfLink(quote['approver']) === ctx.who.userId && ctx.who.userId !== null,
    },
  }
}
