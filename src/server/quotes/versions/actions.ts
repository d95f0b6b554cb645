/** A quote that left the house is followed by a new version, which carries its number; a copy is a quote of its own. */
import type { Values } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { fieldAccess } from '../../kernel/access/field-access.ts'
import { mayVerb } from '../../kernel/access/row-rule.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { one } from '../../kernel/query/one.ts'
import { create, createMany } from '../../kernel/records/create.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { QuoteComparison } from '../contract.ts'
import { readGrid } from '../grid/actions.ts'
import { versionsOf } from '../grid/queries.ts'
import { atWork, reckon, throwRefused } from '../reckoning/actions.ts'
import { documentOf, type QuoteDocument } from '../reckoning/queries.ts'
import { inMoney } from '../reckoning/rules.ts'
import { refusals } from '../texts.ts'
import { ancestorsOf, lastEdition } from './queries.ts'
import { comparedLines, headDifferences } from './rules.ts'

const carried = ['title', 'company', 'contact', 'opportunity', 'owner', 'language', 'currency', 'priceList', 'prices', 'vatBy', 'detail', 'discount', 'discountValue', 'introduction', 'terms', 'payment', 'delivery'] as const
const inTransaction = <T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> => ctx.db.transaction((db) => work({ ...ctx, db }))

/** Refuses 404; 403 to whoever may not change the quote; 422 quote.still_draft: it can simply be changed. */
export async function newVersion(ctx: Ctx, id: string): Promise<{ id: string }> {
  const quote = await readable(ctx, id, 'change')
  if (quote['state'] === 'draft') refuse('quote.still_draft', refusals.stillDraft)
  return inTransaction(ctx, async (tx) => {
    const document = (await documentOf(tx.db, id))!
    const edition = (await lastEdition(tx.db, document.head)) + 1
    const days = { issuedOn: todayIn(tx), validUntil: later(document, todayIn(tx)) }
    return copyInto(tx, { quote, document, head: { ...days, number: document.head.number, edition: String(edition), versionOf: document.head.versionOf ?? id }, follows: true })
  })
}

/** As long as the earlier version was. */
function later({ head: { issuedOn, validUntil } }: QuoteDocument, today: string): string | null {
  return validUntil === null ? null : new Date(Date.parse(today) + Math.max(0, Date.parse(validUntil) - Date.parse(issuedOn))).toISOString().slice(0, 10)
}

/** A new quote for the same customer or another, with the same lines at the same prices. */
export async function copyQuote(ctx: Ctx, id: string, { company, opportunity }: { company?: string | undefined; opportunity?: string | null | undefined }): Promise<{ id: string }> {
  const quote = await readable(ctx, id, 'read')
  const other = company === undefined || company === idOfLink(quote['company']) ? {} : { company, contact: null, opportunity: null }
  return inTransaction(ctx, async (tx) => {
    const document = (await documentOf(tx.db, id))!
    return copyInto(tx, { quote, document, head: { owner: tx.who.userId ?? document.head.owner, issuedOn: todayIn(tx), validUntil: later(document, todayIn(tx)), ...other, ...(opportunity === undefined ? {} : { opportunity }) }, follows: false })
  })
}

async function readable(ctx: Ctx, id: string, verb: 'read' | 'change') {
  const quote = await one(ctx, 'quote', id)
  if (quote === null) return refuse('not_found', refusals.notThere, { status: 404 })
  if ((verb === 'change' && quote.can?.change === false) || !mayVerb(ctx, 'quote', 'create')) refuse('not_allowed', refusals.notYours, { status: 403 })
  return quote
}

/** The head is made as the person, who must be allowed to; lines and sections come along whole, with what he may not see. */
async function copyInto(ctx: Ctx, { quote, document, head, follows }: { quote: Values; document: QuoteDocument; head: Values; follows: boolean }): Promise<{ id: string }> {
  const operation = newId()
  const taken = Object.fromEntries(carried.filter((field) => fieldAccess(ctx, 'quote', field) === 'write' && field in quote).map((field) => [field, asWritten(quote[field])]))
  const made = await create(ctx, 'quote', { ...taken, ...head }, { operation, asProgram: true })
  const program = atWork(ctx, [made.id])
  const { currency } = document.head
  const [sectionIds, lineIds] = [new Map(document.sections.map(({ id }) => [id, newId()])), new Map(document.lines.map(({ id }) => [id, newId()]))]
  const how = { operation, asProgram: true }
  throwRefused(await createMany(program, 'quoteSection', document.sections.map(({ id, title, position, discount, discountValue }) => ({ id: sectionIds.get(id), quote: made.id, title, position, discount, ...inMoney({ discountValue }, currency) })), how))
  throwRefused(await createMany(program, 'quoteLine', document.lines.map((line) => {
    const { kind, position, choiceGroup, chosen, product, code, name, description, quantity, unit, discount, vatRate, unitPrice, discountValue, unitCost, net, vat, gross, margin } = line
    return {
      id: lineIds.get(line.id), quote: made.id, section: line.section === null ? null : (sectionIds.get(line.section) ?? null), parent: line.parent === null ? null : (lineIds.get(line.parent) ?? null),
      origin: follows ? line.id : null, kind, position, choiceGroup, chosen, product, code, name, description, quantity, unit, discount, vatRate, ...inMoney({ unitPrice, discountValue, unitCost, net, vat, gross, margin }, currency),
    }
  }), { ...how, together: true }))
  await reckon(ctx, [made.id])
  return { id: made.id }
}

const asWritten = (value: unknown): unknown => idOfLink(value) !== null && typeof value === 'object' ? idOfLink(value) : value

/** Refuses 404; 422 quote.other_family: the two are not versions of one quote. */
export async function compareVersions(ctx: Ctx, id: string, other: string): Promise<QuoteComparison> {
  const [from, to] = [await readGrid(ctx, id), await readGrid(ctx, other)]
  const versions = await versionsOf(ctx, id)
  const version = (one: string) => versions.find((row) => row.id === one) ?? refuse('quote.other_family', refusals.otherFamily)
  return {
    from: version(id), to: version(other), head: headDifferences(from, to),
    lines: comparedLines(from.lines, to.lines, await ancestorsOf(ctx.db, [id, other])),
    totals: { from: from.totals, to: to.totals },
  }
}
