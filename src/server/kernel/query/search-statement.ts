/**
 * Global search within one object. Matches are never all ranked: of each way to match a bounded number is taken from its own index,
 * the best ways first, and only these are ranked.
 */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { and, join, name, or, raw, sql, type Sql } from '../../../expression/sql.ts'
import { canRead } from '../access/field-access.ts'
import { columnName } from '../metadata/naming.ts'
import { columnsOf, type Column } from './columns.ts'
import { joinsOf, nameOf, rootRow, tableOf, thereFor, type Draft, type Row } from './draft.ts'
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
const taken = { exact: 20, names: 20, starts: 50, inside: 100, through: 30 }

const textSlot = (called: string) => slot(called, 'text')

export function compileSearch(draft: Draft, object: ObjectDefinition, asked: Asked): SearchStatement {
  const row = rootRow(object, 'r')
  const there = thereFor(draft, row)
  const own = ownWays(draft, row, asked).map(
    ({ condition, order, most }) => sql`(select ${name('r', 'id')} as id, ${rankOf(draft, row)} as rank, null::text as through, null::text as through_object
      from ${tableOf(row)} where ${and([...there, condition])}${order}${raw(` limit ${most}`)})`,
  )
  const through = asked.depth === 'inside' ? throughWays(draft, object, asked.box) : []
  const shown = rootRow(object, 't')
  const about = columnsOf(draft, shown, (object.distinguishedBy ?? []).flatMap((path) => findPath(draft.ctx, object, path) ?? []))
  const called = canRead(draft.ctx, object.name, object.nameField) ? nameOf(shown) : raw('null::text')
  const archived = object.archivable ? sql`${name('t', 'archived_at')} is not null` : raw('false')
  const best = sql`select distinct on (id) * from (${join([...own, ...through], raw(' union all '))}) as way order by id, rank, through nulls first`
  const statement = sql`select best.id, best.rank, best.through, best.through_object, ${called} as name, ${archived} as archived${join(about.flatMap((column) => column.select).map((each) => sql`, ${each}`), raw(''))}
    from (${best}) as best join ${tableOf(shown)} on ${and([sql`${name('t', 'id')} = best.id`, ...thereFor(draft, shown)])}${joinsOf(shown)}
    order by best.rank, archived, best.through is not null, length(${called}), ${called}, best.id${raw(` limit ${asked.limit + 1}`)}`
  return { ...statementOf(statement), about }
}

interface WayToMatch {
  condition: Sql
  order: Sql
  most: number
}

function ownWays(draft: Draft, row: Row, { box, depth }: Asked): WayToMatch[] {
  const { object } = row
  const found = ownTexts(draft, row, box)
  const plain = raw('')
  const ways: WayToMatch[] = []
  const identifiers = object.fields.filter((field) => isIdentifier(object, field) && canRead(draft.ctx, object.name, field.name))
  if (identifiers.length > 0) {
    const same = identifiers.map((field) => sql`${name(row.alias, columnName(field))} = any(${slot('identifiers', 'text[]')})`)
    ways.push({ condition: or(same), order: plain, most: taken.exact })
  }
  const nameField = object.fields.find((field) => field.name === object.nameField)
  if (nameField?.type === 'text' && nameField.searchable && canRead(draft.ctx, object.name, nameField.name)) {
    const column = name(row.alias, columnName(nameField))
    // In the order of the language all that begins with a text lies between it and the text with the last of letters after it.
    ways.push({ condition: sql`${column} >= ${textSlot('nameFrom')} and ${column} < ${textSlot('nameTo')}`, order: sql` order by ${column}, ${name(row.alias, 'id')}`, most: taken.names })
  }
  if (depth === 'names') return ways
  const search = name(row.alias, 'search')
  ways.push({ condition: and([sql`${search} like ${textSlot('start')}`, found]), order: plain, most: taken.starts })
  if (depth === 'inside') return [...ways, { condition: found, order: plain, most: taken.inside }]
  const beginsWord = or([sql`${search} like ${textSlot('firstWord')}`, sql`${search} like ${textSlot('firstLineWord')}`])
  return [...ways, { condition: and([beginsWord, found]), order: plain, most: taken.inside }]
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
