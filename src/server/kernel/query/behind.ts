/**
 * Conditions that look behind links, asked of many rows. Of each row they cost a subselect; where what the link leads to is a small
 * table, those of its records that fit are found once and each row is only looked up among them (docs/decisions/015). Such conditions
 * come after those about the row itself, and those about all that hangs on it come last.
 */
import { looksAtRow, mentions } from '../../../expression/inside.ts'
import type { LinkStep, Typed } from '../../../expression/language.ts'
import { and, name, or, sql, type Sql } from '../../../expression/sql.ts'
import { toCondition } from '../../../expression/toSql.ts'
import { smallTables } from '../db/sizes.ts'
import { tableName } from '../metadata/naming.ts'
import { bindingOf } from './binding.ts'
import { columnOf, freshAlias, joinsOf, linkField, tableOf, thereFor, type Draft, type Row } from './draft.ts'

/** True or false for every row. `isAlone`: nothing else beside it can make the row count. */
export function conditionBehind(draft: Draft, row: Row, { typed, isAlone }: { typed: Typed; isAlone: boolean }): Sql {
  if (draft.asked === 'one row') return toCondition(typed, bindingOf(draft, row))
  switch (typed.kind) {
    case 'and':
      return and(cheapFirst(draft, typed.parts).map((part) => conditionBehind(draft, row, { typed: part, isAlone })))
    case 'or':
      return or(cheapFirst(draft, typed.parts).map((part) => conditionBehind(draft, row, { typed: part, isAlone: false })))
    case 'not':
      return sql`(not ${conditionBehind(draft, row, { typed: typed.of, isAlone: false })})`
    default:
      return among(draft, row, { typed, isAlone }) ?? relatedCondition(draft, row, { typed, isAlone })
  }
}

const cheapFirst = (draft: Draft, parts: readonly Typed[]): Typed[] => parts.toSorted((a, b) => effortOf(draft, a) - effortOf(draft, b))

/** How much is asked of each row: 0 its own values, 1 a look among what was found before, 2 a record behind a link, 3 all that hangs on it. */
export function effortOf(draft: Draft, typed: Typed): number {
  const { paths, collections } = mentions(typed)
  if (collections.length > 0) return 3
  const first = paths.filter(({ root }) => root === 'record').flatMap(({ links }) => links.slice(0, 1))
  return first.length === 0 ? 0 : first.every((link) => isSmall(draft, link)) ? 1 : 2
}

function isSmall(draft: Draft, { target }: LinkStep): boolean {
  draft.uses.add('small')
  return smallTables(draft.ctx.db).small.has(tableName(draft.ctx.registry.object(target)))
}

// ---- Among the few that fit --------------------------------------------------------------------------------------

/** Null: not of the kind `link.field = something known` or `link.yesNo`, or the link leads to a great table and something else counts too. */
function among(draft: Draft, row: Row, { typed, isAlone }: { typed: Typed; isAlone: boolean }): Sql | null {
  const asked = behindLink(typed)
  // Alone it is a join to PostgreSQL, which knows best from which side to begin, whatever the size.
  if (asked === null || !((isAlone && !asked.isOpposite) || isSmall(draft, asked.link))) return null
  const link = linkField(draft, asked.link.object, asked.link.field)
  const linked = { object: draft.ctx.registry.object(link.target), alias: freshAlias(draft), eyes: row.eyes, joins: [] } satisfies Row
  const fits = toCondition(asked.rest, bindingOf(draft, linked))
  const conditions = and([...thereFor(draft, linked), fits])
  const column = columnOf(row, link)
  const found = sql`(${column} is not null and ${column} in (select ${name(linked.alias, 'id')} from ${tableOf(linked)}${joinsOf(linked)} where ${conditions}))`
  return asked.isOpposite ? sql`(not ${found})` : found
}

interface BehindLink {
  link: LinkStep
  /** The condition on the record behind it, which does not hold where there is none. */
  rest: Typed
  isOpposite: boolean
}

/** A comparison with an empty value does not hold, so without the negation it holds only where the link leads to something. */
function behindLink(typed: Typed): BehindLink | null {
  const left = typed.kind === 'compare' ? typed.left : typed
  if (left.kind !== 'path' || left.path.root !== 'record' || left.path.links.length === 0) return null
  const [link, ...links] = left.path.links as readonly [LinkStep, ...LinkStep[]]
  const there = { ...left, path: { ...left.path, links } }
  if (typed.kind !== 'compare') return { link, rest: there, isOpposite: false }
  if (typed.right.some(looksAtRow)) return null
  const negated = typed.operator === 'is empty'
  return { link, rest: { ...typed, negated, left: there }, isOpposite: typed.negated !== negated }
}

// ---- What hangs on a record --------------------------------------------------------------------------------------

function relatedCondition(draft: Draft, row: Row, { typed, isAlone }: { typed: Typed; isAlone: boolean }): Sql {
  const condition = toCondition(typed, bindingOf(draft, row))
  const isExists = typed.kind === 'aggregate' && typed.name === 'EXISTS'
  const isGathered = !isExists || isAlone || (typed.where !== null && findsFew(typed.where))
  return isGathered ? condition : askedOfEach(draft, condition)
}

/** What a link leads to this very record for, an index finds; PostgreSQL may then gather it all beforehand. */
function findsFew(where: Typed): boolean {
  if (where.kind === 'and') return where.parts.some(findsFew)
  if (where.kind !== 'compare' || where.negated || (where.operator !== '=' && where.operator !== 'in') || where.left.kind !== 'path') return false
  const { path } = where.left
  return path.root === 'record' && path.links.length === 0 && path.type.kind === 'record' && !where.right.some(looksAtRow)
}

/**
 * One of several conditions that begins with EXISTS. PostgreSQL counts on its being asked of all rows of the table, and so reads the
 * whole other table beforehand: for a page, which is full after some rows, that is most of the time. Behind a SELECT it knows of one row only.
 */
export const askedOfEach = (draft: Draft, exists: Sql): Sql => (draft.asked === 'a page' ? sql`(select ${exists})` : exists)
