import type { ObjectDefinition } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { fold } from '../../../expression/fold.ts'
import type { Ctx } from '../context.ts'
import { canRead, mayVerb } from '../access/field-access.ts'
import { slotValues } from './list.ts'
import type { SearchAnswer, SearchHit } from './request.ts'
import { run } from './run.ts'
import { escaped, searchBox, type SearchBox } from './search-box.ts'
import { compileSearch, type Found } from './search-statement.ts'
import type { SlotValues } from './slots.ts'
import { compiled } from './statements.ts'
import { texts } from './texts.ts'

export interface SearchOptions {
  objects?: readonly string[]
  /** Hits of each object; 5 when left out, at most 50. */
  limit?: number
}

const ranks: readonly SearchHit['by'][] = ['exact', 'start', 'word', 'part']

/** Global search over all objects with searchable fields that the caller may see: a few hits of each, the best first. */
export async function search(ctx: Ctx, text: string, { objects, limit = 5 }: SearchOptions = {}): Promise<SearchAnswer> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 50) refuse('malformed', texts.badLimit, { field: 'limit', values: { max: 50 }, status: 400 })
  const box = searchBox(text)
  if (box === null) return { hits: [], more: [] }
  const places = searchedObjects(ctx, objects)
  const found = await Promise.all(places.map((object) => searchOne(ctx, object, { box, text, limit })))
  const hits = found.flatMap((each) => each.slice(0, limit)).sort((a, b) => a.rank - b.rank || Number(a.hit.archived) - Number(b.hit.archived))
  return { hits: hits.map(({ hit }) => hit), more: places.filter((_, index) => found[index]!.length > limit).map((object) => object.name) }
}

/** What another object is searched through (earlier names of companies) is found as that other object. */
function searchedObjects(ctx: Ctx, asked: readonly string[] | undefined): ObjectDefinition[] {
  for (const name of asked ?? []) if (!ctx.registry.objects.has(name)) refuse('unknown_object', texts.unknownObject, { values: { name }, status: 404 })
  const all = [...ctx.registry.objects.values()]
  const attached = new Set(all.flatMap((object) => (object.searchThrough ?? []).map((through) => through.object)))
  return all.filter((object) => (asked === undefined ? !attached.has(object.name) : asked.includes(object.name)) && isSearchable(ctx, object))
}

const isSearchable = (ctx: Ctx, object: ObjectDefinition): boolean =>
  mayVerb(ctx, object.name, 'read') && object.fields.some((field) => field.searchable && canRead(ctx, object.name, field.name))

interface Ranked {
  rank: number
  hit: SearchHit
}

async function searchOne(ctx: Ctx, object: ObjectDefinition, { box, text, limit }: { box: SearchBox; text: string; limit: number }): Promise<Ranked[]> {
  const depth = depthOf(box)
  const statement = compiled(ctx, `search ${JSON.stringify([object.name, limit, box.shape, depth])}`, (draft) => compileSearch(draft, object, { box, limit, depth }))
  const rows = await run<Found>(ctx, statement, { ...slotValues(ctx, box), ...rankValues(box, text) })
  return rows.map((row) => ({
    rank: row.rank * 2 + (row.through === null ? 0 : 1),
    hit: {
      object: object.name, id: row.id, name: row.name ?? '', by: ranks[row.rank]!, archived: row.archived,
      about: Object.fromEntries(statement.about.map((column) => [column.key, column.read(row)])),
      ...(row.through === null ? {} : { through: { object: row.through_object!, name: row.through } }),
    },
  }))
}

/** Trigrams need three letters; of two they know the beginnings of words; for one only the index of names is quick. */
function depthOf(box: SearchBox): 'inside' | 'starts' | 'names' {
  const longest = Math.max(...box.sought.flatMap(({ words }) => words.map((word) => word.length)))
  return longest >= 3 ? 'inside' : longest === 2 ? 'starts' : 'names'
}

function rankValues(box: SearchBox, text: string): SlotValues {
  const whole = fold(text)
  const typed = text.trim().toLowerCase()
  const compact = box.sought.length === 1 ? box.sought[0]!.compact : []
  const forms = [whole, ...compact]
  return {
    start: `${escaped(whole)}%`,
    lines: forms.map((form) => `%\n${escaped(form)}\n%`),
    wordStarts: box.sought.flatMap(({ words }) => words.map((word) => `% ${escaped(word)}%`)),
    firstWord: `% ${escaped(box.sought[0]!.words[0]!)}%`,
    firstLineWord: `%\n${escaped(box.sought[0]!.words[0]!)}%`,
    identifiers: [...new Set([text.trim(), typed, typed.toUpperCase(), ...compact, ...compact.map((form) => form.toUpperCase())])],
  }
}
