/** A row's values as SQL for the expression language; what the person may not see is null in it. */
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { Binding, Collection, LinkStep, Path } from '../../../expression/language.ts'
import { and, name, raw, sql, type Sql } from '../../../expression/sql.ts'
import { serverOf } from '../../../fields/servers.ts'
import { ruleOf } from '../access/ways.ts'
import { columnName } from '../metadata/naming.ts'
import { circumstance, isListOfMine } from './circumstances.ts'
import { columnOf, freshAlias, isYes, joinsOf, leadsSomewhere, linkedRow, linkField, tableOf, thereFor, type Draft, type Row } from './draft.ts'
import { atField } from './live.ts'
import { rightsSlots } from './slots.ts'
import { idsBelow } from './tree.ts'

export function bindingOf(draft: Draft, row: Row): Binding {
  const used = <C extends 'me' | 'now' | 'today' | 'timeZone'>(which: C) => {
    draft.uses.add(which)
    return circumstance(draft.ctx, which)
  }
  return {
    get me() { return used('me') },
    get now() { return used('now') },
    get today() { return used('today') },
    get timeZone() { return used('timeZone') },
    holidays: draft.ctx.registry.holidays,
    moment: rightsSlots.now,
    path: (path) => reached(draft, row, path, (at) => valueOf(draft, at, path.field, path.part)),
    currency: (path) => reached(draft, row, path, (at) => partOf(draft, at, path.field, 'currency')),
    known(path) {
      if (path.root !== 'me' || path.links.length > 0 || !isListOfMine(path.field)) return undefined
      draft.uses.add(path.field)
      return circumstance(draft.ctx, path.field)
    },
    related: (collection, ask) => relatedTo(draft, row, collection, ask),
    below: (object, head) => idsBelow(draft, { object: draft.ctx.registry.object(object), alias: freshAlias(draft), eyes: row.eyes, joins: null }, head),
  }
}

/** Walks the links and gives the SQL of what is at their end: over joins where the row has them, else in a subselect of its own. */
function reached(draft: Draft, row: Row, path: Pick<Path, 'root' | 'links'>, give: (at: Row) => Sql): Sql {
  if (path.root === 'me') {
    const me = { object: draft.ctx.registry.object('user'), alias: freshAlias(draft), eyes: row.eyes, joins: [] } satisfies Row
    return subselect(me, give(walk(draft, me, path.links)), sql`${name(me.alias, 'id')} = ${rightsSlots.me}`)
  }
  if (row.joins !== null || path.links.length === 0) return give(walk(draft, row, path.links))
  const [first, ...rest] = path.links as [LinkStep, ...LinkStep[]]
  const link = linkField(draft, first.object, first.field)
  const linked = { object: draft.ctx.registry.object(link.target), alias: freshAlias(draft), eyes: row.eyes, joins: [] } satisfies Row
  return subselect(linked, give(walk(draft, linked, rest)), and([sql`${name(linked.alias, 'id')} = ${columnOf(row, link)}`, ...thereFor(draft, linked)]))
}

/** Called after `select` and `where` are made: making them has gathered the joins. */
const subselect = (row: Row, select: Sql, where: Sql): Sql => sql`(select ${select} from ${tableOf(row)}${joinsOf(row)} where ${where})`

export function walk(draft: Draft, row: Row, links: readonly LinkStep[]): Row {
  return links.reduce((at, link) => linkedRow(draft, at, link.field), row)
}

function fieldAt(draft: Draft, row: Row, name: string): FieldDefinition {
  const field = draft.ctx.registry.field(row.object.name, name)
  if (field === null) throw new Error(`no such field: ${row.object.name}.${name}`)
  return field
}

function valueOf(draft: Draft, row: Row, fieldName: string, part: string | null): Sql {
  if (part !== null) return partOf(draft, row, fieldName, part)
  const field = fieldAt(draft, row, fieldName)
  if (field.type === 'link' && row.eyes === 'person') return leadsSomewhere(draft, field) ? linkedId(draft, row, field) : raw('null::uuid')
  if (field.type === 'links' && row.eyes === 'person') return leadsSomewhere(draft, field) ? linkedIds(draft, row, field) : raw('null::uuid[]')
  return atField(draft, row, field, (alias) => serverOf(field).expr(field, columnName(field), alias))
}

function partOf(draft: Draft, row: Row, fieldName: string, part: string): Sql {
  const field = fieldAt(draft, row, fieldName)
  return atField(draft, row, field, (alias) => serverOf(field).part!(field, columnName(field), alias, part))
}

/** The joined row's id and not the column: it is null when the linked record is not to be seen. Equality still finds the column's index through the join. */
function linkedId(draft: Draft, row: Row, field: FieldDefinition): Sql {
  return name(linkedRow(draft, row, field.name).alias, 'id')
}

/** Where all records of the target are visible the bare column is used, for its index: only such links may still name a record in the trash. */
function linkedIds(draft: Draft, row: Row, field: FieldDefinition<'links'>): Sql {
  const target: Row = { object: draft.ctx.registry.object(field.target), alias: freshAlias(draft), eyes: 'person', joins: null }
  if (isYes(ruleOf(draft, field.target, 'read', target.alias))) return columnOf(row, field)
  const place = freshAlias(draft)
  return sql`(select array_agg(${name(target.alias, 'id')} order by ${name(place, 'place')}) from unnest(${columnOf(row, field)}) with ordinality as ${name(place)}(id, place) join ${tableOf(target)} on ${and([sql`${name(target.alias, 'id')} = ${name(place, 'id')}`, ...thereFor(draft, target)])})`
}

function relatedTo(draft: Draft, row: Row, collection: Collection, ask: Parameters<Binding['related']>[1]): Sql {
  const give = (at: Row): Sql => {
    const member = { object: draft.ctx.registry.object(collection.object), alias: freshAlias(draft), eyes: row.eyes, joins: [] } satisfies Row
    const { select, where, order, exists } = ask(bindingOf(draft, member))
    const conditions = and([belongs(draft, at, member, collection.via), ...thereFor(draft, member), where])
    const rows = sql`from ${tableOf(member)}${joinsOf(member)} where ${conditions}`
    if (exists) return sql`exists (select 1 ${rows})`
    return order === undefined ? sql`(select ${select} ${rows})` : sql`(select ${select} ${rows} order by ${order} limit 1)`
  }
  return reached(draft, row, collection, give)
}

export function belongs(draft: Draft, one: Row, member: Row, via: Collection['via']): Sql {
  const id = (row: Row) => name(row.alias, 'id')
  if (via.kind === 'links') return sql`${id(member)} = any(${columnOf(one, linkField(draft, via.object, via.field))})`
  const link = linkField(draft, via.object, via.field)
  return link.type === 'link' ? sql`${columnOf(member, link)} = ${id(one)}` : sql`${columnOf(member, link)} @> array[${id(one)}]`
}

