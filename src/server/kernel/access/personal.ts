/** Ways to an owned record that no role gives: its own people, those the owner entrusted it to; and what narrows it to them. */
import type { Entrusted, ObjectDefinition, Verb } from '../../../contract/definition.ts'
import { and, name, sql, type Sql } from '../../../expression/sql.ts'
import { columnName, snakeCase } from '../metadata/naming.ts'
import { freshAlias, tableOf, yes, type Draft, type Row } from '../query/draft.ts'
import { rightsSlots } from '../query/slots.ts'
import { conditionOf } from '../query/where.ts'

export type PersonalWay =
  | { kind: 'named'; field: string; scope: Sql; rule: null }
  | { kind: 'entrusted'; by: Entrusted; scope: Sql; rule: null }

/** Verbs that change nothing. */
export const isLooking = (verb: Verb): boolean => verb === 'read' || verb === 'export'

/** No links, people or records of others let anybody in: roles alone do, by who owns it. */
export const isByOwnerAlone = ({ access }: ObjectDefinition): boolean => access.kind === 'shared' || (access.kind === 'owned' && Object.keys(access).length === 1)

export const isNarrowed = ({ access }: ObjectDefinition): boolean => access.kind === 'owned' && access.narrowed !== undefined

/** The condition on rows that are open to whoever has a right to them; yes for objects whose records cannot be narrowed. */
export function whenOpen(object: ObjectDefinition, alias: string): Sql {
  const { access } = object
  if (access.kind !== 'owned' || access.narrowed === undefined) return yes
  const [alone, to] = [access.narrowed.alone, access.narrowed.to].map((field) => columnOf(object, alias, field))
  // Written so that PostgreSQL's statistics know how many these are: nearly all.
  return sql`(${alone!} is not true and (${to!} is null or ${to!} = '{}'))`
}

/** Owner, people named on the record, and those it was narrowed to: reached whatever roles say. */
export function personalWays(object: ObjectDefinition, verb: Verb, alias: string): PersonalWay[] {
  const { access } = object
  if (access.kind !== 'owned' || (access.people === undefined && access.narrowed === undefined)) return []
  const isReading = isLooking(verb)
  const people = Object.entries(access.people ?? {}).filter(([, gives]) => isReading || gives === 'change').map(([field]) => field)
  const fields = [...(access.narrowed === undefined ? [] : ['owner']), ...people, ...(isReading && access.narrowed !== undefined ? [access.narrowed.to] : [])]
  return fields.map((field) => ({ kind: 'named', field, scope: namesMe(object, alias, field), rule: null }))
}

function namesMe(object: ObjectDefinition, alias: string, field: string): Sql {
  const column = columnOf(object, alias, field)
  const isMany = object.fields.find((one) => one.name === field)?.type === 'links'
  return isMany ? sql`${column} @> array[${rightsSlots.me}]` : sql`${column} = ${rightsSlots.me}`
}

/** What belongs to those who let the caller in. */
export function entrustedWays(draft: Draft, { access }: ObjectDefinition, verb: Verb, alias: string): PersonalWay[] {
  if (access.kind !== 'owned') return []
  return (access.entrusted ?? []).map((by) => {
    const object = draft.ctx.registry.object(by.object)
    const row: Row = { object, alias: freshAlias(draft), eyes: 'program', joins: null }
    const holds = conditionOf(draft, row, isLooking(verb) ? by.read : by.change)
    const mine = and([sql`${columnOf(object, row.alias, by.to)} = ${rightsSlots.me}`, sql`${name(row.alias, 'deleted_at')} is null`, holds])
    return { kind: 'entrusted', by, scope: sql`${name(alias, 'owner')} in (select ${columnOf(object, row.alias, by.whose)} from ${tableOf(row)} where ${mine})`, rule: null }
  })
}

function columnOf(object: ObjectDefinition, alias: string, field: string): Sql {
  const definition = object.fields.find((one) => one.name === field)
  return name(alias, definition === undefined ? snakeCase(field) : columnName(definition))
}
