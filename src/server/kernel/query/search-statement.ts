/**
 * Global search within one object. Matches are never all ranked: of each way to match a bounded number is taken from its own index,
 * the best ways first, and only these are ranked.
 */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { and, join, name, or, raw, sql, whole, type Sql } from '../../../expression/sql.ts'
import { canRead } from '../access/field-access.ts'
import { columnName } from '../metadata/naming.ts'
import { columnsOf, type Column } from './columns.ts'
import { draftOf, joinsOf, nameOf, rootRow, tableOf, thereFor, type Draft, type Row } from './draft.ts'
import { findPath } from './path.ts'
import { statementOf, type Statement } from './run.ts'
import { ownTexts, searchedText, throughRows, type SearchBox } from './search-box.ts'
import { slot } from './slots.ts'

export interface Found extends Record<string, unknown> {
  id: string
  name: string | null
  rank: number
  archived: boolean
  through: string | null
  through_object: string | null
}

export interface SearchStatement extends Statement {
  about: readonly Column[]
}

interface Asked {
  box: SearchBox
  limit: number
  depth: 'inside' | 'starts' | 'names'
}

/** How many of each way are looked at: enough that the best few of them are good. */
const taken = { exact: 20, names: 40, inside: 100, through: 30 }

const textSlot = (called: string) => slot(called, 'text')

export function compileSearch(given: Draft, object: ObjectDefinition, asked: Asked): SearchStatement {
  const draft = draftOf(given, 'a page')
  const { first, ways } = waysToMatch(draft, rootRow(object, 'r'), asked)
  const through = asked.depth === 'inside' ? throughWays(draft, object, asked.box) : []
  const shown = rootRow(object, 't')
  const about = columnsOf(draft, shown, (object.distinguishedBy ?? []).flatMap((path) => findPath(draft.ctx, object, path) ?? []))
  const called = canRead(draft.ctx, object.name, object.nameField) ? nameOf(shown) : raw('null::text')
  const archived = object.archivable ? sql`${name('t', 'archived_at')} is not null` : raw('false')
  const best = sql`select distinct on (id) * from (${join([...ways, ...through], raw(' union all '))}) as way order by id, rank, through nulls first`
  const select = [raw('best.id, best.rank, best.through, best.through_object'), sql`${called} as name`, sql`${archived} as archived`, ...about.flatMap((column) => column.select)]
  const statement = sql`${first}select ${join(select)}
    from (${best}) as best join ${tableOf(shown)} on ${and([sql`${name('t', 'id')} = best.id`, ...thereFor(draft, shown)])}${joinsOf(shown)}
    order by best.rank, archived, best.through is not null, length(${called}), ${called}, best.id limit ${whole(asked.limit + 1)}`
  return { ...statementOf(statement), about }
}

/** Each way gives ids with their ranks. The less a way says, the more rows it may have to look at: it is taken only when better ones left room. */
function waysToMatch(draft: Draft, row: Row, { box, limit, depth }: Asked): { first: Sql; ways: Sql[] } {
  const there = thereFor(draft, row)
  const rank = rankOf(draft, row)
  const way = (condition: Sql, most: number, order: Sql = raw('')) => sql`(select ${name(row.alias, 'id')} as id, ${rank} as rank, null::text as through, null::text as through_object
    from ${tableOf(row)} where ${and([...there, condition])}${order} limit ${whole(most)})`
  const exact = identifierSql(draft, row)
  const starts = nameStart(draft, row)
  const enough = Math.max(taken.names, limit + 1)
  const inside = depth === 'names' ? [] : [insideSql(draft, row, { box, depth })]
  const isRoom = sql`(select count(*) from begun) < ${whole(enough)}`
  return {
    first: starts === null ? raw('') : sql`with begun as materialized ${way(sql`${starts} like ${textSlot('start')}`, enough, sql` order by ${starts} using ~<~`)} `,
    ways: [
      ...(exact === null ? [] : [way(exact, taken.exact)]),
      ...(starts === null ? [] : [raw('(select * from begun)')]),
      ...inside.map((condition) => way(starts === null ? condition : sql`${isRoom} and ${condition}`, taken.inside)),
    ],
  }
}

function identifierSql(draft: Draft, row: Row): Sql | null {
  const fields = row.object.fields.filter((field) => isIdentifier(row.object, field) && canRead(draft.ctx, row.object.name, field.name))
  const same = fields.map((field) => sql`${name(row.alias, columnName(field))} = any(${slot('identifiers', 'text[]')})`)
  return same.length === 0 ? null : or(same)
}

/** The folded name as its index has it: in that order what is shortest comes first, the whole name before longer ones. */
function nameStart(draft: Draft, row: Row): Sql | null {
  const field = row.object.fields.find((each) => each.name === row.object.nameField)
  const isFound = field?.type === 'text' && field.searchable && canRead(draft.ctx, row.object.name, field.name)
  return isFound ? sql`sedno_fold(${name(row.alias, columnName(field))})` : null
}

function insideSql(draft: Draft, row: Row, { box, depth }: Pick<Asked, 'box' | 'depth'>): Sql {
  const found = ownTexts(draft, row, box)
  if (depth === 'inside') return found
  const search = name(row.alias, 'search')
  return and([or([sql`${search} like ${textSlot('firstWord')}`, sql`${search} like ${textSlot('firstLineWord')}`]), found])
}

/** Fields whose whole value people type to get at one record, and whose index finds it. */
function isIdentifier(object: ObjectDefinition, field: FieldDefinition): boolean {
  const isText = field.type === 'text' || field.type === 'mail' || field.type === 'autoNumber'
  const isUnique = 'unique' in field && field.unique === true
  return isText && field.searchable === true && field.name !== object.nameField && (isUnique || field.indexed === true)
}

/** 0 a whole identifier or name · 1 the name from its start · 2 starts of words · 3 inside. */
function rankOf(draft: Draft, row: Row): Sql {
  const text = searchedText(draft, row)
  const called = canRead(draft.ctx, row.object.name, row.object.nameField) ? nameOf(row) : raw('null::text')
  return sql`case when ${raw(`E'\\n'`)} || ${text} || ${raw(`E'\\n'`)} like any(${slot('lines', 'text[]')}) then 0
    when sedno_fold(${called}) like ${textSlot('start')} then 1
    when ' ' || replace(${text}, ${raw(`E'\\n'`)}, ' ') like all(${slot('wordStarts', 'text[]')}) then 2 else 3 end`
}

function throughWays(draft: Draft, object: ObjectDefinition, box: SearchBox): Sql[] {
  return (object.searchThrough ?? []).flatMap(({ object: attached, link }) => {
    const rows = throughRows(draft, object, attached, link, box)
    if (rows === null || !canRead(draft.ctx, attached, rows.row.object.nameField)) return []
    const called = nameOf(rows.row)
    // raw is safe: names of objects are letters and digits.
    return [sql`(select ${rows.link} as id, ${rankOf(draft, rows.row)} as rank, ${called}::text as through, ${raw(`'${attached}'`)}::text as through_object ${rows.from}${raw(` limit ${taken.through}`)})`]
  })
}
