import { refuse } from '../../../contract/refusal.ts'
import { Exact } from '../../../expression/value.ts'
import { mayVerb } from '../../kernel/access/row-rule.ts'
import type { Ctx } from '../../kernel/context.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import { aroundOf, planOf, type Around } from '../actions.ts'
import type { Dimension, Figures, Node, Overview, Part, Place, Plan } from '../contract.ts'
import { factsOf, targetsOf, type Fact, type Person, type TargetRow } from '../queries.ts'
import { dimensionNames, dueByNow, pathsUp, rowKey, spanOf, usualPeriod, workdaysIn, type Span } from '../rules.ts'
import { refusals, words } from '../texts.ts'
import { conditionsOf, factsByRow, groupsCounted, whereOf, type Drilled } from './rules.ts'

export async function overviewOf(ctx: Ctx, id: string, asked: string | undefined): Promise<Overview> {
  const plan = await planOf(ctx, id)
  const today = todayIn(ctx)
  const key = asked ?? usualPeriod(plan.year, today)
  const span = spanOf(key)
  if (span === null || Number(key.slice(0, 4)) !== plan.year) return refuse('targets.no_period', refusals.noPeriod, { field: 'period', status: 400 })
  const [targets, facts, around] = await Promise.all([targetsOf(ctx, id), factsOf(ctx, plan, span), aroundOf(ctx, plan)])
  // Whoever sets targets sees what those sold who have none; others see themselves and whose targets they may see.
  const seesAll = mayVerb(ctx, 'target', 'create')
  const planned = new Set(targets.flatMap(({ team, owner }) => (team === null && owner !== null ? [owner] : [])))
  const counted = facts.filter(({ owner }) => seesAll || (owner !== null && (planned.has(owner) || owner === ctx.who.userId)))
  const isActivities = plan.measure === 'activities'
  const scene: Scene = { plan, span, today, around, targets: targets.filter(({ month }) => month >= span.from && month <= span.until), facts: counted, drilled: { ...span, today, isActivities, activityType: plan.activityType } }
  return { plan, period: { key, ...span }, workdays: workdaysIn(span, today), object: isActivities ? 'activity' : 'opportunity', total: totalOf(scene, seesAll), people: peopleNodes(ctx, scene), teams: teamNodes(scene) }
}

interface Scene {
  plan: Plan
  span: Span
  today: string
  around: Around
  targets: readonly TargetRow[]
  facts: readonly Fact[]
  drilled: Drilled
}

const sum = <T>(items: readonly T[], amount: (item: T) => string | Exact): Exact => items.reduce((all, item) => all.plus(amount(item)), new Exact(0))

function figuresOf(targets: readonly TargetRow[], facts: readonly Fact[], today: string): Figures {
  const realised = sum(facts, (fact) => fact.realised)
  return {
    target: sum(targets, ({ value }) => value).toFixed(), realised: realised.toFixed(), forecast: sum(facts, ({ open }) => open).plus(realised).toFixed(),
    dueByNow: sum(targets, ({ month, value }) => dueByNow(month, new Exact(value), today)).toFixed(),
  }
}

const drills = (owners: readonly string[] | null, dimensions: readonly string[] | null, drilled: Drilled) => ({
  realisedWhere: dimensions === null ? null : whereOf({ owners, dimensions }, 'realised', drilled), openWhere: dimensions === null ? null : whereOf({ owners, dimensions }, 'open', drilled),
})

function totalOf(scene: Scene, seesAll: boolean): Overview['total'] {
  const { facts, today, drilled } = scene
  const own = scene.targets.filter(({ team }) => team === null)
  const targets = own.length > 0 ? own : scene.targets
  const owners = seesAll ? null : [...new Set(facts.flatMap(({ owner }) => owner ?? []))]
  // By dimensions alone, whoever's: the same values of several people are one part.
  const anybody = (one: TargetRow): TargetRow => ({ ...one, owner: null, team: null })
  const parts = scene.plan.dimensions.length === 0 ? [] : partsOf({ ...scene, facts: facts.map((fact) => ({ ...fact, owner: null })) }, targets.map(anybody), owners)
  return { ...figuresOf(targets, facts, today), ...drills(owners, [], drilled), parts: parts.map((part) => ({ ...part, place: { ...part.place, owner: null, team: null } })).sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'pl')) }
}

const nameOf = ({ place }: Part): string => dimensionNames.map((name) => place[name]?.name ?? '').join(' ')

/** What of somebody's target goes by dimensions, each with what counts at it. */
function partsOf({ plan, facts, today, drilled, around }: Scene, targets: readonly TargetRow[], owners: readonly string[] | null): Part[] {
  if (plan.dimensions.length === 0) return []
  const rows = [...Map.groupBy(targets, rowKey)]
  const places = rows.map(([, of]) => placeOf(of[0]!))
  const found = factsByRow(places, facts, around)
  return rows.map(([key, of], at) => ({ key, place: around.show(places[at]!), ...figuresOf(of, found.get(key) ?? [], today), ...drills(owners, conditions(places[at]!, places, around), drilled) }))
}

const placeOf = ({ owner, team, productGroup, region, market, customerGroup, territory }: TargetRow): Place => ({ owner, team, productGroup, region, market, customerGroup, territory })

function conditions(place: Place, places: readonly Place[], { values }: Around): string[] | null {
  const counted = new Map<Dimension, readonly string[]>()
  for (const dimension of dimensionNames) {
    const value = place[dimension]
    if (!value) continue
    // Rows that differ in this dimension alone stand nearer or further; the rest are of something else.
    const like = places.filter((other) => dimensionNames.every((name) => name === dimension || (other[name] ?? null) === (place[name] ?? null)))
    counted.set(dimension, dimension === 'productGroup' || dimension === 'territory' ? groupsCounted(value, like.flatMap((other) => other[dimension] ?? []), values[dimension]) : [value])
  }
  return conditionsOf(counted)
}

/** Whoever has a target or sold something, and all above them; each figure is of the person and of everybody below. */
function peopleNodes({ language }: Pick<Ctx, 'language'>, scene: Scene): Node[] {
  const { around: { people }, targets, facts, today, drilled } = scene
  const known = new Map(people.map((person) => [person.id, person]))
  const pathOf = pathsUp(new Map(people.map(({ id, superior }) => [id, superior !== null && known.has(superior) ? superior : null])))
  const own = Map.groupBy(targets.filter(({ team }) => team === null), ({ owner }) => owner ?? '')
  const sold = Map.groupBy(facts, ({ owner }) => (owner !== null && known.has(owner) ? owner : ''))
  const shown = new Set([...own.keys(), ...sold.keys()].filter((id) => id !== '').flatMap(pathOf))
  const below = new Map<string, Person[]>()
  for (const person of people) for (const above of shown.has(person.id) ? pathOf(person.id) : []) below.set(above, [...(below.get(above) ?? []), person])
  const node = (person: Person, parent: string | null): Node => {
    const all = below.get(person.id)!.map(({ id }) => id)
    return {
      id: person.id, name: person.name, parent, ...figuresOf(all.flatMap((id) => own.get(id) ?? []), all.flatMap((id) => sold.get(id) ?? []), today), ...drills(all, [], drilled),
      parts: partsOf(scene, own.get(person.id) ?? [], [person.id]),
    }
  }
  const nodes: Node[] = []
  const add = (parent: string | null): void => {
    for (const person of people.filter(({ id }) => shown.has(id) && (pathOf(id)[1] ?? null) === parent)) {
      nodes.push(node(person, parent))
      add(person.id)
    }
  }
  add(null)
  const nobodys = sold.get('') ?? []
  if (nobodys.length > 0) nodes.push({ id: null, name: words.unassigned[language], parent: null, ...figuresOf([], nobodys, today), realisedWhere: null, openWhere: null, parts: [] })
  return nodes
}

/** A team without targets of its own has those of its people. */
function teamNodes(scene: Scene): Node[] {
  const { around: { people, teams }, targets, facts, today, drilled } = scene
  return teams.flatMap(({ id, name }): Node[] => {
    const members = people.filter((person) => person.teams.includes(id)).map((person) => person.id)
    const own = targets.filter(({ team }) => team === id)
    const planned = own.length > 0 ? own : targets.filter(({ team, owner }) => team === null && owner !== null && members.includes(owner))
    const sold = facts.filter(({ owner }) => owner !== null && members.includes(owner))
    if (planned.length === 0 && sold.length === 0) return []
    return [{ id, name, parent: null, ...figuresOf(planned, sold, today), ...drills(members, [], drilled), parts: own.length === 0 ? [] : partsOf(scene, own, members) }]
  })
}
