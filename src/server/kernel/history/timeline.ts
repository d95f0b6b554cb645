/**
 * The time line of a record: what every room knows of it, in one stream: what is planned, the longest overdue first, then what was,
 * newest first. A room registers a source; the kernel asks each for a page, merges them and pages on by (at, id). Changes of data are
 * the kernel's own source.
 */
import type { LinkValue, TimelineEntry } from '../../../contract/records.ts'
import { refuse } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { one } from '../query/one.ts'
import { texts } from '../records/texts.ts'
import { changesOfData } from './changes-of-data.ts'
import { namesOf } from './names.ts'
import { newestFirst, readTimelinePlace, soonestFirst, writeTimelinePlace, type Place, type TimelinePlace } from './place.ts'

/** What an entry may be filtered by beside its kind and words. A source that does not know one of them has nothing that fits. */
export interface TimelineFilters {
  /** Id of the user who is to do it. */
  responsible?: string
  priority?: string
  /** Id of the customer's person. */
  person?: string
  /** Id of another record that it belongs to. */
  case?: string
  state?: 'planned' | 'overdue' | 'done'
}

/** What a source is asked for: at most `limit` entries, in the order of the section, beginning after the page before. */
export interface TimelineQuestion {
  object: string
  /** The record itself and those gathered with it; all visible to the caller. */
  ids: readonly string[]
  kinds: readonly string[] | null
  /** Words all of which the entry must have, folded. */
  text: string | null
  filters: TimelineFilters
  /** The moment by which it is told what is planned and what is overdue. */
  asOf: string
  /** Where the page before ended: entries older than this, equal moments by smaller id; of what is planned, later ones, by greater id. */
  before: Place | null
  limit: number
}

/** An entry before the kernel says which record it is about. */
export type SourceEntry = Omit<TimelineEntry, 'about'> & { about: { object: string; id: string } }

export interface TimelineSource {
  name: string
  /** Kinds of entries it can give: a filter by kind asks only whoever has it. A function where the administrator may add kinds. */
  kinds: readonly string[] | ((ctx: Ctx) => readonly string[])
  /** Objects it has entries of; all when left out. */
  objects?: readonly string[] | ((ctx: Ctx) => readonly string[])
  /** Filters that it knows; none when left out. */
  filters?: readonly (keyof TimelineFilters)[]
  /** What was, newest first. Only what the caller may see: begin from visible(ctx, object), or ask the gate. */
  entries(ctx: Ctx, question: TimelineQuestion): Promise<SourceEntry[]>
  /** What is still to be done, the longest overdue first. Left out: nothing of this source is ever planned. */
  planned?(ctx: Ctx, question: TimelineQuestion): Promise<SourceEntry[]>
}

/** Records of the same object whose time lines belong to this one's: predecessors, branches. */
export interface Gathering {
  object: string
  /** What may be switched on, by name: 'predecessors', 'branches'. */
  options: readonly string[]
  gather(ctx: Ctx, id: string, options: readonly string[]): Promise<string[]>
}

export interface TimelineRequest extends TimelineFilters {
  kinds?: readonly string[]
  text?: string
  after?: string
  /** 1 to 200; 50 when left out. */
  limit?: number
  /** Names of gatherings; left out: the object's own, all of them. */
  gather?: readonly string[]
}

export interface TimelineAnswer {
  entries: TimelineEntry[]
  next: string | null
}

const sources = new Map<string, TimelineSource>([[changesOfData.name, changesOfData]])
const gatherings = new Map<string, Gathering>()

/** Called once for each room, where the rooms are put together. */
export function registerTimeline(source: TimelineSource): void {
  sources.set(source.name, source)
}

export function registerGathering(gathering: Gathering): void {
  gatherings.set(gathering.object, gathering)
}

/** Refuses 404 for a record that is not there or not visible. */
export async function timeline(ctx: Ctx, object: string, id: string, request: TimelineRequest = {}): Promise<TimelineAnswer> {
  if (!ctx.registry.objects.has(object)) refuse('unknown_object', texts.unknownObject, { status: 404, values: { object } })
  const { after, limit = 50 } = request
  const place = after === undefined ? null : readTimelinePlace(after)
  const [seen, gathered] = await Promise.all([one(ctx, object, id, { columns: ['id'], trash: true }), gatheredWith(ctx, object, id, request.gather)])
  if (seen === null) refuse('not_found', texts.notFound, { status: 404 })
  const ids = [id, ...gathered]
  const question = questionOf(ctx, { object, ids }, { request, place, limit })
  const asked = sourcesFor(ctx, question)
  const [names, planned, past] = await Promise.all([namesOf(ctx, object, ids), plannedOf(ctx, asked, { question, place }), pastOf(ctx, asked, { question, place })])
  const all = [...planned, ...past]
  const shown = all.slice(0, limit)
  const entries = await withNames(ctx, shown, { object, names })
  const next = (): string => writeTimelinePlace({ ...shown.at(-1)!, asOf: question.asOf, section: shown.length <= planned.length ? 'planned' : 'past' })
  return { entries, next: all.length > limit ? next() : null }
}

interface Asking {
  request: TimelineRequest
  place: TimelinePlace | null
  limit: number
}

function questionOf(ctx: Ctx, about: Pick<TimelineQuestion, 'object' | 'ids'>, { request, place, limit }: Asking): TimelineQuestion {
  const { kinds = null, text = '', after: _, limit: __, gather: ___, ...filters } = request
  return { ...about, kinds, text: text.trim() === '' ? null : text.trim(), filters, asOf: place?.asOf ?? ctx.now.toISOString(), before: null, limit: limit + 1 }
}

/** Those that may have what is asked for. */
function sourcesFor(ctx: Ctx, { object, kinds, filters }: TimelineQuestion): TimelineSource[] {
  const given = (value: TimelineSource['objects']) => (typeof value === 'function' ? value(ctx) : value)
  return [...sources.values()].filter((source) =>
    (given(source.objects)?.includes(object) ?? true)
    && (kinds === null || given(source.kinds)!.some((kind) => kinds.includes(kind)))
    && Object.keys(filters).every((filter) => source.filters?.includes(filter as keyof TimelineFilters)))
}

interface Part {
  question: TimelineQuestion
  place: TimelinePlace | null
}

async function plannedOf(ctx: Ctx, asked: readonly TimelineSource[], { question, place }: Part): Promise<SourceEntry[]> {
  if (place?.section === 'past' || question.filters.state === 'done') return []
  const lists = await Promise.all(asked.map((source) => source.planned?.(ctx, { ...question, before: place }) ?? []))
  return lists.flat().sort(soonestFirst)
}

async function pastOf(ctx: Ctx, asked: readonly TimelineSource[], { question, place }: Part): Promise<SourceEntry[]> {
  if (question.filters.state === 'planned' || question.filters.state === 'overdue') return []
  const lists = await Promise.all(asked.map((source) => source.entries(ctx, { ...question, before: place?.section === 'past' ? place : null })))
  return lists.flat().sort(newestFirst)
}

async function gatheredWith(ctx: Ctx, object: string, id: string, wanted: readonly string[] | undefined): Promise<string[]> {
  const gathering = gatherings.get(object)
  const options = gathering?.options.filter((option) => wanted?.includes(option) ?? true) ?? []
  if (gathering === undefined || options.length === 0) return []
  const found = await gathering.gather(ctx, id, options)
  const visible = await namesOf(ctx, object, found)
  return found.filter((each) => each !== id && visible.has(each))
}

/** Most entries are about the records themselves, whose names are `known`; the others are asked for. */
async function withNames(ctx: Ctx, entries: readonly SourceEntry[], known: { object: string; names: ReadonlyMap<string, LinkValue> }): Promise<TimelineEntry[]> {
  const others = Map.groupBy(entries.filter(({ about }) => about.object !== known.object || !known.names.has(about.id)), ({ about }) => about.object)
  const found = await Promise.all([...others].map(([object, about]) => namesOf(ctx, object, about.map((entry) => entry.about.id))))
  const names = new Map([known.names, ...found].flatMap((each) => [...each.values()].map((link) => [link.id, link.name] as const)))
  return entries.map((entry) => ({ ...entry, about: { ...entry.about, name: names.get(entry.about.id) ?? '' } }))
}
