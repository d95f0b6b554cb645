import { refusal, RefusalError } from '../../../contract/refusal.ts'
import { say, type Language } from '../../../contract/text.ts'
import { localTime } from '../../../fields/clock.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Explain } from '../../kernel/http/explained.ts'
import { asAlternative, type Conflict, type Findings, type Standing } from '../contract.ts'
import { bookedTimes, freeAmong, holdings, resourcesOf, unitsLeft, type Found, type Holding } from '../queries.ts'
import { firstGap, type Span } from '../rules.ts'
import { refusals, sentences } from '../texts.ts'

export interface Asked extends Span {
  resource: string
  units: number
  /** As many at least; those who take part in the activity, when left out. */
  seats?: number | undefined
  /** A booking that moves is not in its own way. */
  booking?: string | undefined
}

const dayMs = 86_400_000
/** How far the next free time is looked for. */
const searchedDays = 60
const mostAlternatives = 6

/** What stands in the way, in the words this caller may hear; what else is free then; when this one is free next. */
export async function findingsOf(ctx: Ctx, found: Found, asked: Asked): Promise<Findings> {
  const state = await unitsLeftFor(ctx, asked)
  if (state.isOpen && state.left >= asked.units) return { conflicts: [], alternatives: [], nextFree: null }
  const holders = await holdings(ctx, [asked.resource], { from: asked.start, until: asked.end, except: exceptOf(asked) })
  const conflicts = state.isOpen ? takenBy(ctx, holders, { found, asked, left: state.left }) : [closedThen(ctx, asked)]
  const [alternatives, nextFree] = await Promise.all([alternativesTo(ctx, found, asked), nextFreeOf(ctx, asked)])
  return { conflicts, alternatives, nextFree }
}

const exceptOf = ({ booking }: Asked): string[] => (booking === undefined ? [] : [booking])

async function unitsLeftFor(ctx: Ctx, asked: Asked): Promise<{ left: number; isOpen: boolean }> {
  const own = asked.booking === undefined ? [] : (await holdings(ctx, [asked.resource], { from: asked.start, until: asked.end })).filter(({ booking }) => booking === asked.booking)
  const state = (await unitsLeft(ctx, asked.resource, asked)) ?? { left: 0, isOpen: true }
  return { ...state, left: state.left + (own[0]?.units ?? 0) }
}

function takenBy(ctx: Ctx, holders: readonly Holding[], { found, asked, left }: { found: Found; asked: Asked; left: number }): Conflict[] {
  return holders.map((holding) => {
    const text = found.quantity > 1 ? sentences.fewLeft : holding.ownerName === null ? sentences.takenUntil : sentences.takenByUntil
    const values = (language: Language) => ({ who: holding.ownerName ?? '', until: momentIn(ctx, holding.end, { language, besides: asked.start }), left, quantity: found.quantity })
    return { start: holding.start, end: holding.end, until: holding.end, who: holding.ownerName, free: left, why: 'taken' as const, sentence: say(text, ctx.language, values(ctx.language)) }
  })
}

const closedThen = (ctx: Ctx, { start, end }: Asked): Conflict => ({ start, end, until: null, who: null, free: 0, why: 'closed', sentence: say(refusals.closed, ctx.language) })

/** Beside nothing: the day is said, and the year is known. */
export const always = ''

/** The hour on the caller's clock, with the day when it is another one, and the year when that is another. */
export function momentIn({ timeZone }: Pick<Ctx, 'timeZone'>, moment: string, { language, besides }: { language: Language; besides: string }): string {
  const [own, other] = [localTime(moment, timeZone), besides === always ? '' : localTime(besides, timeZone)]
  const year = own.slice(0, 4) === other.slice(0, 4) || besides === always ? {} : ({ year: 'numeric' } as const)
  const day = own.slice(0, 10) === other.slice(0, 10) ? {} : ({ day: 'numeric', month: 'long', ...year } as const)
  return new Intl.DateTimeFormat(language === 'pl' ? 'pl-PL' : 'en-GB', { timeZone, hour: '2-digit', minute: '2-digit', ...day }).format(new Date(moment))
}

/** Others of the kind: those as large at least come first, the nearest in size before the others. */
async function alternativesTo(ctx: Ctx, found: Found, { start, end, units, seats }: Asked): Promise<Findings['alternatives']> {
  const alike = (await resourcesOf(ctx, { kind: found.kind, seats })).filter(({ id }) => id !== found.id)
  const free = await freeAmong(ctx, alike, { start, end, units })
  const size = (one: Found) => Math.abs((one.seats ?? 0) - (found.seats ?? 0)) + ((one.seats ?? 0) < (found.seats ?? 0) ? 1_000_000 : 0)
  return free.toSorted((a, b) => size(a) - size(b)).slice(0, mostAlternatives).map(asAlternative)
}

/** The first time of the same length from then on. */
async function nextFreeOf(ctx: Ctx, { resource, start, end, units, booking }: Asked): Promise<Span | null> {
  const [from, lengthMs] = [Date.parse(start), Date.parse(end) - Date.parse(start)]
  const until = from + searchedDays * dayMs + lengthMs
  const full = await bookedTimes(ctx, [resource], { from: start, until: new Date(until).toISOString(), units, except: booking ?? null })
  const begin = firstGap(full, { from, lengthMs })
  return begin + lengthMs > until ? null : { start: new Date(begin).toISOString(), end: new Date(begin + lengthMs).toISOString() }
}

/** Is it free at this moment, and until when; else by whom it is taken, as far as the caller may hear, and when it is free again. */
export async function standingOf(ctx: Ctx, found: Found): Promise<Standing> {
  const [from, until] = [ctx.now, new Date(ctx.now.getTime() + searchedDays * dayMs)].map((moment) => moment.toISOString()) as [string, string]
  const asked = { resource: found.id, start: from, end: new Date(ctx.now.getTime() + 1).toISOString(), units: 1 }
  const [state, full, holders] = await Promise.all([unitsLeft(ctx, found.id, asked), bookedTimes(ctx, [found.id], { from, until }), holdings(ctx, [found.id], { from, until: asked.end })])
  const { left, isOpen } = state ?? { left: 0, isOpen: false }
  const isFree = isOpen && left > 0
  const last = holders.toSorted((a, b) => a.end.localeCompare(b.end)).at(-1)
  const next = isFree ? null : new Date(firstGap(full, { from: ctx.now.getTime(), lengthMs: shortest })).toISOString()
  return { free: isFree, isOpen, until: isFree ? (full[0]?.start ?? null) : (last?.end ?? null), who: isFree ? null : (last?.ownerName ?? null), nextFree: next, freeUnits: Math.max(0, left), quantity: found.quantity }
}

/** What is free for less is not free. */
const shortest = 15 * 60_000

/** A refusal of the database, with who has it until when as far as the caller may hear, and what else there is. */
export const explainTaken: Explain = async (ctx, error) => {
  const { resource, start, end, units, booking } = error.facts as { resource?: string; start?: string; end?: string; units?: number; booking?: string }
  const found = resource === undefined ? undefined : (await resourcesOf(ctx, { ids: [resource] }))[0]
  if (found === undefined || start === undefined || end === undefined) return bare(error)
  const asked = { resource: found.id, start: new Date(start).toISOString(), end: new Date(end).toISOString(), units: units ?? 1, booking }
  const findings = await findingsOf(ctx, found, asked)
  const [first] = findings.conflicts
  const said = first === undefined ? error.refusals : error.refusals.map((one) => ({ ...one, text: asSaid(`${found.name}: ${first.sentence}`) }))
  return new RefusalError(said, error.status, { resource: found.id, ...findings })
}

/** Said in the caller's language already; what people called a resource is no message of ours. */
const asSaid = (sentence: string) => ({ pl: sentence, en: sentence })

/** Ids of others' records are nobody's business. */
const bare = ({ refusals: said, status }: RefusalError): RefusalError => new RefusalError(said, status)

export const explainQuantity: Explain = async (ctx, error) => {
  const at = String(error.facts['at'])
  const when = momentIn(ctx, at, { language: ctx.language, besides: ctx.now.toISOString() })
  return new RefusalError(error.refusals.map((one) => refusal(one.code, sentences.quantityBookedAt, { ...(one.field === undefined ? {} : { field: one.field }), values: { when } })), error.status)
}

/** Of a series all that cannot be had, one by one, each with who has it as far as the caller may hear. */
export const explainSeries: Explain = async (ctx, error) => {
  const { resource, booking, units, occurrences } = error.facts as { resource: string; booking: string; units: number; occurrences: (Span & { instance: string })[] }
  const found = (await resourcesOf(ctx, { ids: [resource] }))[0]
  if (found === undefined || occurrences.length === 0) return bare(error)
  const [from, until] = [occurrences[0]!.start, occurrences.at(-1)!.end]
  const holders = await holdings(ctx, [resource], { from, until, except: [booking] })
  const told = occurrences.map((one) => {
    const within = holders.filter(({ start, end }) => start < one.end && end > one.start)
    const [first] = takenBy(ctx, within, { found, asked: { ...one, resource, units }, left: 0 })
    return { ...one, sentence: first?.sentence ?? say(refusals.closed, ctx.language) }
  })
  return new RefusalError(error.refusals, error.status, { resource, occurrences: told })
}

export const explanations = { 'booking.taken': explainTaken, 'booking.closed': explainTaken, 'booking.series_taken': explainSeries, 'resource.quantity_booked': explainQuantity }
