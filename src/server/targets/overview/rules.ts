/** Which facts are whose: a fact counts once, at the row of its person, or team, that says most of it. */
import type { Dimension, Place } from '../contract.ts'
import type { Fact, Person } from '../queries.ts'
import { dimensionNames, pathsUp, rowKey } from '../rules.ts'

export interface Trees {
  people: readonly Person[]
  values: Record<Dimension, readonly { id: string; parent?: string | null }[]>
}

const parents = (items: readonly { id: string; parent?: string | null }[]) => new Map(items.map(({ id, parent }) => [id, parent ?? null]))

/** How much a row says of a fact: nothing where it is of something else; more for a subgroup than for the group above it. */
function likeness(place: Place, fact: Fact, pathOf: (dimension: Dimension, id: string) => string[]): number | null {
  let said = 0
  for (const dimension of dimensionNames) {
    const wanted = place[dimension]
    if (!wanted) continue
    const path = fact[dimension] === null ? [] : pathOf(dimension, fact[dimension])
    const at = path.indexOf(wanted)
    if (at === -1) return null
    said += 1_000 - at
  }
  return said
}

/** By the key of the row; facts that fit no row are left out. */
export function factsByRow(places: readonly Place[], facts: readonly Fact[], { people, values }: Trees): Map<string, Fact[]> {
  const paths = Object.fromEntries(dimensionNames.map((name) => [name, pathsUp(parents(values[name]))])) as Record<Dimension, (id: string) => string[]>
  const teamsOf = new Map(people.map(({ id, teams }) => [id, teams]))
  const ofPerson = Map.groupBy(places.filter(({ team }) => !team), ({ owner }) => owner ?? null)
  const ofTeam = Map.groupBy(places.filter(({ team }) => team), ({ team }) => team!)
  const found = new Map<string, Fact[]>()
  const best = (among: readonly Place[] | undefined, fact: Fact) => {
    const scored = (among ?? []).flatMap((place) => {
      const score = likeness(place, fact, (dimension, id) => paths[dimension](id))
      return score === null ? [] : [{ place, score }]
    })
    const first = scored.sort((a, b) => b.score - a.score)[0]
    if (first !== undefined) found.set(rowKey(first.place), [...(found.get(rowKey(first.place)) ?? []), fact])
  }
  for (const fact of facts) {
    best(ofPerson.get(fact.owner), fact)
    for (const team of fact.owner === null ? [] : (teamsOf.get(fact.owner) ?? [])) best(ofTeam.get(team), fact)
  }
  return found
}

/** The groups of a tree that count at this row: below its own, unless another row of the same person stands nearer. */
export function groupsCounted(id: string, others: readonly string[], items: readonly { id: string; parent?: string | null }[]): string[] {
  const pathOf = pathsUp(parents(items))
  const rows = new Set([id, ...others])
  return items.map((item) => item.id).filter((item) => pathOf(item).find((above) => rows.has(above)) === id)
}

export interface Drilled {
  from: string
  until: string
  today: string
  isActivities: boolean
  activityType: string | null
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const oneOf = (path: string, ids: readonly string[]): string => (ids.length === 1 ? `${path} = ${quoted(ids[0]!)}` : `${path} in (${ids.map(quoted).join(', ')})`)

/** A list that could not be asked for is not offered: an expression has its limits. */
const mostIds = 150

/** The condition of a list with exactly what a figure is made of. null for owners: whoever's. */
export function whereOf({ owners, dimensions }: { owners: readonly string[] | null; dimensions: readonly string[] }, kind: 'realised' | 'open', drilled: Drilled): string | null {
  if (owners !== null && (owners.length === 0 || owners.length > mostIds)) return null
  const whose = owners === null ? [] : [oneOf('owner', owners)]
  return [...whose, ...when(kind, drilled), ...dimensions].join(' and ')
}

function when(kind: 'realised' | 'open', { from, until, today, isActivities, activityType }: Drilled): string[] {
  if (isActivities) {
    const [first, last] = kind === 'realised' ? [from, until] : [from > today ? from : today, until]
    const field = kind === 'realised' ? 'doneAt' : 'moment'
    return [...(activityType === null ? [] : [`type = ${quoted(activityType)}`]), "state != 'cancelled'", ...(kind === 'open' ? ['doneAt is empty'] : []), `${field} >= ${first}`, `${field} < ${last} + 1`]
  }
  if (kind === 'realised') return ["state = 'won'", `closedOn >= ${from}`, `closedOn <= ${until}`]
  // What was expected before today counts as of today.
  return ["state = 'open'", ...(today >= from && today <= until ? [] : [`expectedOn >= ${from}`]), `expectedOn <= ${until}`]
}

const paths: Record<Dimension, { path: string; lines?: true }> = {
  productGroup: { path: 'product.group', lines: true }, region: { path: 'company.region' }, market: { path: 'market' }, customerGroup: { path: 'company.group' }, territory: { path: 'company.territory' },
}

/** The conditions of a row's dimensions, each the values that count at it. */
export const conditionsOf = (counted: ReadonlyMap<Dimension, readonly string[]>): string[] | null => {
  const all = [...counted].map(([dimension, ids]) => {
    const { path, lines } = paths[dimension]
    return ids.length === 0 || ids.length > mostIds ? null : lines ? `EXISTS(products where ${oneOf(path, ids)})` : oneOf(path, ids)
  })
  return all.includes(null) ? null : (all as string[])
}
