/**
 * The ways by which a person reaches records of an object: each grant of his roles, the baseline, the records it follows.
 * A row is his when one of the ways leads to it. The same ways make the row rule and the answer to "why?".
 */
import type { ObjectDefinition, Scope, Verb } from '../../../contract/definition.ts'
import { and, name, or, sql, type Sql } from '../../../expression/sql.ts'
import { freshAlias, isNo, isYes, linkField, no, sameSql, tableOf, yes, type Draft, type Row } from '../query/draft.ts'
import { askedOfEach, effortOf } from '../query/behind.ts'
import { conditionOf, ruleOfText } from '../query/where.ts'
import { rightsSlots } from '../query/slots.ts'
import { columnName } from '../metadata/naming.ts'
import { grantsFor, isProgramsAlone, keyAllows, mayVerb, verbAbove } from './field-access.ts'
import { entrustedWays, isByOwnerAlone, isLooking, isNarrowed, personalWays, whenOpen, type PersonalWay } from './personal.ts'
import { besideUntold } from './telling.ts'
import type { Grant } from './who.ts'

export type Way =
  | { kind: 'grant'; grant: Grant; scope: Sql; rule: Sql | null }
  | { kind: 'baseline'; granted: Scope; scope: Sql; rule: null }
  | { kind: 'follows'; link: string; target: string; scope: Sql; rule: null }
  | { kind: 'unlinked'; scope: Sql; rule: null }
  | { kind: 'administrator'; scope: Sql; rule: null }
  | PersonalWay

/** The condition on rows of `alias`; `above` are the objects that follow this one, against circles. */
export function ruleOf(draft: Draft, object: string, verb: Verb, alias: string, above: readonly string[] = []): Sql {
  const { who, registry } = draft.ctx
  if (!keyAllows(who, verb) || isProgramsAlone(draft.ctx, object, verb)) return no
  const definition = registry.objects.get(object)
  if (who.all && (who.userId === null || who.byProgram === true || definition === undefined || !hasNarrowed(draft, definition))) return yes
  if (definition === undefined || above.includes(object)) return no
  const ways = waysOf(draft, definition, verb, alias, above).toSorted((a, b) => effortOfWay(draft, a) - effortOfWay(draft, b))
  return besideUntold(draft, definition, { alias, reached: oneOf(ways.map((way) => conditionOfWay(draft, way, ways.length === 1))) })
}

function oneOf(conditions: readonly Sql[]): Sql {
  if (conditions.some(isYes)) return yes
  return or(conditions.filter((condition, index) => !isNo(condition) && conditions.findIndex((other) => sameSql(other, condition)) === index))
}

function conditionOfWay(draft: Draft, { kind, scope, rule }: Way, isAlone: boolean): Sql {
  if (rule !== null) return isYes(scope) ? rule : and([scope, rule])
  return kind === 'follows' && !isAlone && !isNo(scope) ? askedOfEach(draft, scope) : scope
}

/** The most that the row rule's texts may ask of each row (effortOf). */
export function effortOfRule(draft: Draft, object: string, verb: Verb): number {
  if (draft.ctx.who.all) return 0
  return Math.max(0, ...grantsFor(draft.ctx.who, object, verb).map((grant) => effortOfText(draft, grant)))
}

/** The first that holds decides, so those that ask least of a row come first. */
function effortOfWay(draft: Draft, way: Way): number {
  if (way.kind === 'follows') return 2
  return way.kind === 'grant' ? effortOfText(draft, way.grant) : 0
}

function effortOfText(draft: Draft, { object, rule }: Grant): number {
  const typed = rule === null ? undefined : ruleOfText(draft.ctx, object, rule).typed
  return typed === undefined ? 0 : effortOf(draft, typed)
}

export function waysOf(draft: Draft, object: ObjectDefinition, verb: Verb, alias: string, above: readonly string[] = []): Way[] {
  const { who } = draft.ctx
  const open = whenOpen(object, alias)
  if (who.all && object.access.kind === 'follows') return [{ kind: 'administrator', scope: besideNarrowed(draft, object, verb, { alias, above }), rule: null }]
  if (who.all) return [{ kind: 'administrator', scope: open, rule: null }, ...personalWays(object, verb, alias)]
  const granted = object.baseline?.[verb] ?? 'none'
  const given = grantsFor(who, object.name, verb)
  const isAlone = given.length === 1 && granted === 'none' && isByOwnerAlone(object)
  // Rules look with the eyes of the program: they may use fields and records that the person himself does not see.
  const row: Row = { object, alias, eyes: 'program', joins: null }
  const grants = given.map(
    (grant): Way => ({ kind: 'grant', grant, scope: scopeSql(object, grant.scope, alias), rule: grant.rule === null ? null : conditionOf(draft, row, grant.rule, isAlone) }),
  )
  const baseline: Way[] = granted === 'none' || who.userId === null ? [] : [{ kind: 'baseline', granted, scope: scopeSql(object, granted, alias), rule: null }]
  const wide = [...[...grants, ...baseline].map((way) => withinFollowed(draft, object, way, { alias, above })), ...followedWays(draft, object, verb, alias, above), ...entrustedWays(draft, object, verb, alias)]
  const personal = personalWays(object, verb, alias)
  if (who.borrowed === true) return [...wide, ...personal].map((way) => ({ ...way, scope: withinOpen(open, way.scope) }))
  return [...(isYes(open) ? wide : wide.map((way) => narrowedTo(open, way))), ...personal]
}

const withinOpen = (open: Sql, scope: Sql): Sql => (isYes(open) || isNo(scope) ? scope : isYes(scope) ? open : and([open, scope]))

/** Are there records of it that not even an administrator reaches: its own, or those it hangs on? */
function hasNarrowed(draft: Draft, object: ObjectDefinition, above: readonly string[] = []): boolean {
  if (isNarrowed(object)) return true
  return object.access.kind === 'follows' && !above.includes(object.name) && object.access.links.some((link) => hasNarrowed(draft, targetOf(draft, object, link), [...above, object.name]))
}

const targetOf = (draft: Draft, object: ObjectDefinition, link: string): ObjectDefinition => draft.ctx.registry.object(linkField(draft, object.name, link).target)

/** To an administrator: what hangs on something he reaches, or on nothing. Who is asked to a private meeting is as private as the meeting. */
function besideNarrowed(draft: Draft, object: ObjectDefinition, verb: Verb, { alias, above }: { alias: string; above: readonly string[] }): Sql {
  const links = object.access.kind === 'follows' ? object.access.links : []
  const columns = links.map((link) => ({ column: name(alias, columnName(linkField(draft, object.name, link))), isOpen: !hasNarrowed(draft, targetOf(draft, object, link)) }))
  const reached = followedWays(draft, object, verb, alias, above).filter((way) => way.kind === 'follows' && hasNarrowed(draft, draft.ctx.registry.object(way.target)))
  return or([...columns.filter(({ isOpen }) => isOpen).map(({ column }) => sql`${column} is not null`), ...reached.map(({ scope }) => scope), and(columns.map(({ column }) => sql`${column} is null`))])
}

/** What somebody owns is his, narrowed or not. */
function narrowedTo(open: Sql, way: Way): Way {
  const isOwn = way.kind === 'grant' ? way.grant.scope === 'own' : way.kind === 'baseline' && way.granted === 'own'
  return isOwn ? way : { ...way, scope: withinOpen(open, way.scope) }
}

/** What belongs to a customer is never wider than the customer: a grant on it reaches only what hangs on records he may read. */
function withinFollowed(draft: Draft, object: ObjectDefinition, way: Way, { alias, above }: { alias: string; above: readonly string[] }): Way {
  if (object.access.kind !== 'follows' || isNo(way.scope)) return way
  const reachable = followedWays(draft, object, 'read', alias, above).map(({ scope }) => scope)
  if (reachable.some(isYes)) return way
  const within = or(reachable.filter((scope) => !isNo(scope)))
  return { ...way, scope: isYes(way.scope) ? within : and([way.scope, within]) }
}

/** Shared objects have no owner, so any scope means all; of what follows others its maker counts as the owner. */
function scopeSql(object: ObjectDefinition, scope: Scope, alias: string): Sql {
  if (scope === 'none') return no
  if (scope === 'all' || object.access.kind === 'shared') return yes
  const owner = name(alias, object.access.kind === 'owned' ? 'owner' : 'created_by')
  if (scope === 'own') return sql`${owner} = ${rightsSlots.me}`
  return sql`${owner} = any(${scope === 'team' ? rightsSlots.teamMates : rightsSlots.subordinates})`
}

function followedWays(draft: Draft, object: ObjectDefinition, verb: Verb, alias: string, above: readonly string[]): Way[] {
  const links = followedLinks(draft, object, verb).map((link) => linkField(draft, object.name, link))
  const ways = links.map((link): Way => {
    const target = draft.ctx.registry.object(link.target)
    const row: Row = { object: target, alias: freshAlias(draft), eyes: 'program', joins: null }
    const rule = ruleOf(draft, target.name, verbAbove(verb), row.alias, [...above, object.name])
    const column = name(alias, columnName(link))
    const linked = link.type === 'link' ? sql`${name(row.alias, 'id')} = ${column}` : sql`${name(row.alias, 'id')} = any(${column})`
    const there = and([linked, sql`${name(row.alias, 'deleted_at')} is null`, ...(isYes(rule) ? [] : [rule])])
    return { kind: 'follows', link: link.name, target: target.name, scope: isNo(rule) ? no : sql`exists (select 1 from ${tableOf(row)} where ${there})`, rule: null }
  })
  if (object.access.kind !== 'follows' || !mayVerb(draft.ctx, object.name, verb) || links.some((link) => link.required)) return ways
  const unlinked = and([...links.map((link) => sql`${name(alias, columnName(link))} is null`), sql`${name(alias, 'created_by')} = ${rightsSlots.me}`])
  return [...ways, { kind: 'unlinked', scope: unlinked, rule: null }]
}

/** Links whose visible end makes the record visible: of what is owned, those to customers and cases, for looking alone. */
function followedLinks({ ctx: { registry } }: Draft, { access, fields }: ObjectDefinition, verb: Verb): readonly string[] {
  if (access.kind === 'follows') return access.links
  if (access.kind !== 'owned' || access.withLinked !== true || !isLooking(verb)) return []
  return fields.filter((field) => 'target' in field && registry.objects.get(field.target)?.timeline === true).map((field) => field.name)
}
