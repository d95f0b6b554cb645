/** A whole quote saved at once: only what differs is written, and all of it or nothing. */
import type { Values } from '../../../contract/definition.ts'
import { refusal, refuse, RefusalError } from '../../../contract/refusal.ts'
import { totalsOf, type Totals } from '../../../contract/selling/totals.ts'
import { fieldAccess } from '../../kernel/access/field-access.ts'
import { mayVerb } from '../../kernel/access/row-rule.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { one } from '../../kernel/query/one.ts'
import { change, changeMany } from '../../kernel/records/change.ts'
import { createMany } from '../../kernel/records/create.ts'
import { texts as recordTexts } from '../../kernel/records/texts.ts'
import { removeMany } from '../../kernel/records/trash.ts'
import { isRefused, type Outcome, type WriteOptions } from '../../kernel/records/writing.ts'
import { offeredFor } from '../catalogue/actions.ts'
import type { QuoteGrid, SavedGrid, SavedLine } from '../contract.ts'
import { readGrid } from '../grid/actions.ts'
import { shownParts } from '../grid/queries.ts'
import { atWork, marked, ratesFor, reckon, throwRefused } from '../reckoning/actions.ts'
import { documentOf, headsOf, type LineRow, type QuoteDocument } from '../reckoning/queries.ts'
import { headChange, inMoney, keptOf, pricedOf } from '../reckoning/rules.ts'
import { whyFixed } from '../rules.ts'
import { refusals } from '../texts.ts'
import { differing, lineFields, planOf, sectionFields, type Part, type Plan } from './rules.ts'

/** Refuses 404; 403 not_allowed; 409 stale with the grid as it is and what was sent; 422 quote.closed, and what single lines are refused for, at `lines.3.quantity`. */
export async function saveGrid(ctx: Ctx, id: string, sent: SavedGrid): Promise<QuoteGrid> {
  const quote = await one(ctx, 'quote', id)
  if (quote === null) refuse('not_found', refusals.notThere, { status: 404 })
  if (quote!.can?.change === false) refuse('not_allowed', refusals.notYours, { status: 403 })
  refuseFields(ctx, sent)
  try {
    await ctx.db.transaction((db) => saveIn({ ...ctx, db }, id, sent))
  } catch (error) {
    if (!isStale(error)) throw error
    throw new RefusalError([refusal('stale', refusals.stale)], 409, { theirs: await readGrid(ctx, id), yours: sent })
  }
  return readGrid(ctx, id)
}

const isStale = (error: unknown): boolean => error instanceof RefusalError && error.status === 409 && error.refusals[0]?.code === 'stale'
const stale = (): never => refuse('stale', refusals.stale, { status: 409 })

/** The program writes the rows, so the rights to their fields are asked here, once for the object. */
function refuseFields(ctx: Ctx, { head = {}, sections, lines }: SavedGrid): void {
  // A move is made by itself: it asks what the quote has come to, which is only known once this is saved.
  if ('state' in head) throw new RefusalError([refusal('field_not_writable', recordTexts.fieldNotWritable, { field: 'state' })])
  const named = (rows: readonly object[], fields: readonly string[]) => fields.filter((field) => rows.some((row) => (row as Values)[field] !== undefined))
  const refused = [...named(sections, sectionFields).map((field) => ['quoteSection', field] as const), ...named(lines, lineFields).map((field) => ['quoteLine', field] as const)].flatMap(([object, field]) => {
    const access = fieldAccess(ctx, object, field)
    if (access === 'write') return []
    return [access === 'none' ? refusal('unknown_field', recordTexts.unknownField, { field, values: { field, name: field } }) : refusal('field_not_writable', recordTexts.fieldNotWritable, { field })]
  })
  if (refused.length > 0) throw new RefusalError(refused)
}

async function saveIn(ctx: Ctx, id: string, sent: SavedGrid): Promise<void> {
  const operation = newId()
  const before = (await documentOf(ctx.db, id, { lock: true })) ?? refuse('not_found', refusals.notThere, { status: 404 })
  const why = whyFixed(before.head)
  if (why !== null) throw new RefusalError([why])
  await saveHead(ctx, id, { sent, operation })
  const [head] = await headsOf(ctx.db, [id])
  const document = { ...before, head: head! }
  const shown = await shownParts(ctx, id)
  const plan = planOf(document, sent, newId)
  // What somebody may not see he neither names nor throws away.
  const [goneLines, goneSections] = [plan.goneLines.filter((line) => shown.lines.has(line.id)), plan.goneSections.filter((section) => shown.sections.has(section.id))]
  const written = { ...plan, goneLines, goneSections }
  refuseVerbs(ctx, written)
  if ([...plan.lines, ...plan.sections].some(({ before: was, seen }) => was !== null && seen !== undefined && seen !== was.version)) stale()
  await costsFor(ctx, document, { plan, sent: sent.lines })
  await writeAll(atWork(ctx, [id]), document, { plan: written, operation })
}

/** As the person, with the version he saw: it is here that two who save at once meet. */
async function saveHead(ctx: Ctx, id: string, { sent, operation }: { sent: SavedGrid; operation: string }): Promise<void> {
  await change(marked(ctx, [id]), 'quote', id, { version: sent.version, values: sent.head ?? {} }, { operation })
}

function refuseVerbs(ctx: Ctx, { lines, sections, goneLines, goneSections }: Plan): void {
  const asked = [
    ['quoteLine', 'create', lines.some(({ before }) => before === null)], ['quoteSection', 'create', sections.some(({ before }) => before === null)],
    ['quoteLine', 'delete', goneLines.length > 0], ['quoteSection', 'delete', goneSections.length > 0],
    ['quoteLine', 'change', lines.some(({ before }) => before !== null)], ['quoteSection', 'change', sections.some(({ before }) => before !== null)],
  ] as const
  if (asked.some(([object, verb, isAsked]) => isAsked && !mayVerb(ctx, object, verb))) refuse('not_allowed', refusals.notYours, { status: 403 })
}

/** A line that names a product has its cost, whoever makes it: the margin must be right also where its maker may not see it. */
async function costsFor(ctx: Ctx, { head }: QuoteDocument, { plan, sent }: { plan: Plan; sent: readonly SavedLine[] }): Promise<void> {
  const lacking = plan.lines.filter(({ row, before }, at) => row.product !== null && row.product !== before?.product && sent[at]!.unitCost === undefined)
  if (lacking.length === 0) return
  const offered = new Map((await offeredFor(ctx, head, lacking.map(({ row }) => ({ product: row.product!, quantity: row.quantity })))).map((one) => [one.product, one]))
  for (const { row } of lacking) row.unitCost = offered.get(row.product!)?.unitCost ?? null
}

async function writeAll(ctx: Ctx, document: QuoteDocument, { plan, operation }: { plan: Plan; operation: string }): Promise<void> {
  const { currency } = document.head
  const totals = totalsOf(pricedOf({ head: document.head, sections: plan.sections.map(({ row }) => row), lines: plan.lines.map(({ row }) => row) }))
  const how: WriteOptions = { operation, asProgram: true }
  const quote = document.head.id
  const sections = plan.sections.map((part) => ({ ...part, values: differing(part, [...sectionFields, 'position'], currency) }))
  const lines = plan.lines.map((part) => ({ ...part, values: { ...differing(part, [...lineFields, 'section', 'parent', 'position'], currency), ...sums(part, totals, currency) } }))
  await writeParts(ctx, 'quoteSection', sections, { quote, how })
  // Lines first lose what they stand in, then it goes.
  await writeParts(ctx, 'quoteLine', lines, { quote, how })
  if (plan.goneLines.length > 0) throwRefused(await removeMany(ctx, 'quoteLine', topmost(plan.goneLines).map((id) => ({ id })), how))
  if (plan.goneSections.length > 0) throwRefused(await removeMany(ctx, 'quoteSection', plan.goneSections.map(({ id }) => ({ id })), how))
  // Lines that their writer may not see were left where they are: then the sums are those of more than he sent.
  const isWhole = document.lines.length === plan.goneLines.length + plan.lines.filter(({ before }) => before !== null).length
  if (!isWhole) return reckon(ctx, [quote])
  const head = { ...headChange(document, totals), ...(await ratesFor(ctx, [document.head])).get(quote) }
  if (Object.keys(head).length > 0) throwRefused(await changeMany(ctx, 'quote', [{ id: quote, values: head }], { asProgram: true }))
}

/** Parts of a structure go to the trash with it by themselves. */
const topmost = (gone: readonly LineRow[]): string[] => {
  const ids = new Set(gone.map(({ id }) => id))
  return gone.filter(({ parent }) => parent === null || !ids.has(parent)).map(({ id }) => id)
}

function sums({ row, before }: Part<LineRow>, totals: Totals, currency: string): Values {
  const kept = keptOf(row, totals)
  const isSame = before !== null && (['net', 'vat', 'gross', 'margin'] as const).every((field) => before[field] === kept[field]) && before.priceCurrency === currency
  return isSame ? {} : inMoney(kept, currency)
}

interface Written {
  row: { id: string }
  before: unknown
  values: Values
}

async function writeParts(ctx: Ctx, object: 'quoteSection' | 'quoteLine', parts: readonly Written[], { quote, how }: { quote: string; how: WriteOptions }): Promise<void> {
  const numbered = parts.map((part, at) => ({ ...part, at }))
  const [made, changed] = [numbered.filter(({ before }) => before === null), numbered.filter(({ before, values }) => before !== null && Object.keys(values).length > 0)]
  if (made.length > 0) throwAt(await createMany(ctx, object, made.map(({ row, values }) => ({ ...values, id: row.id, quote })), { ...how, together: true }), { object, places: made.map(({ at }) => at) })
  if (changed.length > 0) throwAt(await changeMany(ctx, object, changed.map(({ row, values }) => ({ id: row.id, values })), how), { object, places: changed.map(({ at }) => at) })
}

/** Says which line is meant. */
function throwAt(outcomes: readonly Outcome[], { object, places }: { object: 'quoteSection' | 'quoteLine'; places: readonly number[] }): void {
  const refused = outcomes.filter(isRefused)
  if (refused.length === 0) return
  const list = object === 'quoteLine' ? 'lines' : 'sections'
  const [first] = refused
  throw new RefusalError(refused.flatMap(({ n, refused: { refusals: all } }) => all.map((one) => ({ ...one, field: `${list}.${places[n]}${one.field === undefined ? '' : `.${one.field}`}` }))), first!.refused.status)
}
