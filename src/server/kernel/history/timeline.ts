/**
 * The time line of a record: what every room knows of it, newest first, in one stream. A room registers a source; the kernel asks
 * each for a page, merges them and pages on by (at, id). Changes of data are the kernel's own source.
 */
import type { LinkValue, TimelineEntry } from '../../../contract/records.ts'
import { refuse } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { one } from '../query/one.ts'
import { texts } from '../records/texts.ts'
import { changesOfData } from './changes-of-data.ts'
import { namesOf } from './names.ts'
import { newestFirst, readPlace, writePlace, type Place } from './place.ts'

/** What a source is asked for: entries older than `before`, at most `limit`, newest first, equal moments by greater id first. */
export interface TimelineQuestion {
  object: string
  /** The record itself and those gathered with it; all visible to the caller. */
  ids: readonly string[]
  kinds: readonly string[] | null
  /** Words all of which the entry must have, folded. */
  text: string | null
  before: Place | null
  limit: number
}

/** An entry before the kernel says which record it is about. */
export type SourceEntry = Omit<TimelineEntry, 'about'> & { about: { object: string; id: string } }

export interface TimelineSource {
  name: string
  /** Kinds of entries it can give: a filter by kind asks only whoever has it. */
  kinds: readonly string[]
  /** Objects it has entries of; all when left out. */
  objects?: readonly string[]
  /** Only what the caller may see: begin from visible(ctx, object), or ask the gate. */
  entries(ctx: Ctx, question: TimelineQuestion): Promise<SourceEntry[]>
}

/** Records of the same object whose time lines belong to this one's: predecessors, branches. */
export interface Gathering {
  object: string
  /** What may be switched on, by name: 'predecessors', 'branches'. */
  options: readonly string[]
  gather(ctx: Ctx, id: string, options: readonly string[]): Promise<string[]>
}

export interface TimelineRequest {
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
  const [seen, gathered] = await Promise.all([one(ctx, object, id, { columns: ['id'], trash: true }), gatheredWith(ctx, object, id, request.gather)])
  if (seen === null) refuse('not_found', texts.notFound, { status: 404 })
  const { kinds = null, text = '', after, limit = 50 } = request
  const ids = [id, ...gathered]
  const question: TimelineQuestion = { object, ids, kinds, text: text.trim() === '' ? null : text.trim(), before: after === undefined ? null : readPlace(after), limit: limit + 1 }
  const asked = [...sources.values()].filter((source) => (source.objects?.includes(object) ?? true) && (kinds === null || source.kinds.some((kind) => kinds.includes(kind))))
  const [names, ...lists] = await Promise.all([namesOf(ctx, object, ids), ...asked.map((source) => source.entries(ctx, question))])
  const all = lists.flat().sort(newestFirst)
  const shown = all.slice(0, limit)
  const entries = await withNames(ctx, shown, { object, names })
  return { entries, next: all.length > limit ? writePlace(shown.at(-1)!) : null }
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
