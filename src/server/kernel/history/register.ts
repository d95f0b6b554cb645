/**
 * The change register of a record together with its parts (a quote with its sections and lines): what was changed, the whole as it stood at a
 * moment, and two moments compared. What was a part and is in the trash by now belongs to it as well; what has moved to another whole is told there.
 */
import type { ObjectDefinition, Values } from '../../../contract/definition.ts'
import type { ComparedPart, RegisterAnswer, RegisterCompared, RegisterEntry, RegisterState } from '../../../contract/register.ts'
import { refuse } from '../../../contract/refusal.ts'
import { and, name, or, sql } from '../../../expression/sql.ts'
import { ruleOf } from '../access/ways.ts'
import type { Ctx } from '../context.ts'
import { columnName } from '../metadata/naming.ts'
import { draftFor } from '../query/draft.ts'
import { one } from '../query/one.ts'
import { fill, rightsValues } from '../query/slots.ts'
import { layoutOf } from '../records/layout.ts'
import { texts } from '../records/texts.ts'
import { asNow } from './as-now.ts'
import { withFirstValues } from './first-values.ts'
import { readable, type HistoryRow } from './history.ts'
import { readPlace, writePlace } from './place.ts'
import { recordsAt } from './record-at.ts'

/** Records of one object that are the record itself, or parts of it. */
interface Members {
  object: ObjectDefinition
  ids: readonly string[]
}

/** After all that was written. */
const atLast = new Date('9999-12-31T00:00:00Z')

/** More parts than that a whole does not have. */
const most = 20_000

/** The newest first, page by page. Refuses 404 for a record that the caller may not see. */
export async function register(ctx: Ctx, object: string, id: string, { after, limit = 100 }: { after?: string; limit?: number } = {}): Promise<RegisterAnswer> {
  const members = await membersOf(ctx, object, id)
  const place = after === undefined ? null : readPlace(after)
  const found = await ctx.db.rows<HistoryRow>(sql`
    select id, at, by, object, record, verb, version, changes, operation from history h
    where ${and([
      or(members.map((one) => sql`(object = ${one.object.name} and record = any(${one.ids}::uuid[]))`)),
      ...(place === null ? [] : [sql`(at, id) < (${place.at}::timestamptz, ${place.id}::uuid)`]),
    ])} order by at desc, id desc limit ${limit + 1}`)
  const rows = found.slice(0, limit)
  const entries = await Promise.all(members.map(async (one) => entriesOf(ctx, one.object, rows.filter((row) => row.object === one.object.name))))
  const byId = new Map(entries.flat().map((entry) => [entry.id, entry]))
  const last = rows.at(-1)
  // What was changed only in fields that the reader may not see is no change to him.
  const shown = rows.flatMap((row) => byId.get(row.id) ?? []).filter(({ verb, changes }) => verb !== 'change' || Object.keys(changes).length > 0)
  return { entries: shown, next: found.length > limit && last !== undefined ? writePlace(last) : null }
}

async function entriesOf(ctx: Ctx, object: ObjectDefinition, rows: readonly HistoryRow[]): Promise<RegisterEntry[]> {
  if (rows.length === 0) return []
  const full = await withFirstValues(ctx, object.name, rows.map((row) => ({ ...row, changes: asNow(ctx, object.name, row.changes) })))
  const [entries, names] = await Promise.all([readable(ctx, object.name, full), calledOf(ctx, object, [...new Set(rows.map(({ record }) => record))])])
  return entries.map((entry, at) => ({ ...entry, object: object.name, record: { id: rows[at]!.record, name: names.get(rows[at]!.record) ?? '' } }))
}

/** What they are called today, also those in the trash: whoever reads the whole reads what its parts were called. */
async function calledOf(ctx: Ctx, object: ObjectDefinition, ids: readonly string[]): Promise<Map<string, string>> {
  const states = await recordsAt(ctx, object.name, ids, { moment: atLast, trashed: true })
  return new Map([...states].map(([id, values]) => [id, String(values[object.nameField] ?? '')]))
}

/** The whole as it stood at the end of this moment; `record` null: it was not there yet, or it was in the trash. */
export async function registerAt(ctx: Ctx, object: string, id: string, moment: Date): Promise<RegisterState> {
  const [own, ...parts] = await statesOf(ctx, await membersOf(ctx, object, id), moment)
  const record = own!.rows.get(id) ?? null
  return { moment: moment.toISOString(), record, parts: record === null ? [] : parts.map(({ object: part, rows }) => ({ object: part, rows: [...rows].map(([each, values]) => ({ id: each, values })) })) }
}

/** What differs between two moments, whichever comes first: fields of the record, and parts that came, went or changed. */
export async function registerCompared(ctx: Ctx, object: string, id: string, { from, to }: { from: Date; to: Date }): Promise<RegisterCompared> {
  const members = await membersOf(ctx, object, id)
  const [before, after] = await Promise.all([statesOf(ctx, members, from), statesOf(ctx, members, to)])
  const changes = differing(before[0]!.rows.get(id) ?? {}, after[0]!.rows.get(id) ?? {})
  const parts = members.slice(1).map((part, at) => comparedPart(part.object, before[at + 1]!.rows, after[at + 1]!.rows))
  return { from: from.toISOString(), to: to.toISOString(), existed: before[0]!.rows.has(id), exists: after[0]!.rows.has(id), changes, parts: parts.filter(({ rows }) => rows.length > 0) }
}

function comparedPart({ name: object, nameField }: ObjectDefinition, before: ReadonlyMap<string, Values>, after: ReadonlyMap<string, Values>): ComparedPart {
  const rows = [...new Set([...before.keys(), ...after.keys()])].flatMap((id): ComparedPart['rows'] => {
    const [was, is] = [before.get(id), after.get(id)]
    const changes = differing(was ?? {}, is ?? {})
    const called = String((is ?? was)![nameField] ?? '')
    if (was !== undefined && is !== undefined) return Object.keys(changes).length === 0 ? [] : [{ id, name: called, what: 'changed', changes }]
    return [{ id, name: called, what: was === undefined ? 'added' : 'removed', changes }]
  })
  return { object, rows }
}

function differing(was: Values, is: Values): RegisterCompared['changes'] {
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return Object.fromEntries(fields.flatMap((field) => {
    const [from, to] = [was[field] ?? null, is[field] ?? null]
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [[field, { from, to }]]
  }))
}

async function statesOf(ctx: Ctx, members: readonly Members[], moment: Date): Promise<{ object: string; rows: Map<string, Values> }[]> {
  return Promise.all(members.map(async ({ object, ids }) => ({ object: object.name, rows: await recordsAt(ctx, object.name, ids, { moment }) })))
}

/** The record first, then its parts and theirs; each object once. */
async function membersOf(ctx: Ctx, objectName: string, id: string): Promise<Members[]> {
  const object = ctx.registry.objects.get(objectName)
  if (object === undefined) return refuse('unknown_object', texts.unknownObject, { status: 404, values: { object: objectName } })
  if ((await one(ctx, objectName, id, { columns: ['id'], trash: true })) === null) refuse('not_found', texts.notFound, { status: 404 })
  const found = new Map<string, Set<string>>([[objectName, new Set([id])]])
  let level: Members[] = [{ object, ids: [id] }]
  while (level.length > 0) level = (await Promise.all(level.map((whole) => partsOf(ctx, whole)))).flat().flatMap(({ object: part, ids }) => {
    const known = found.get(part.name) ?? new Set<string>()
    const fresh = ids.filter((each) => !known.has(each))
    found.set(part.name, new Set([...known, ...fresh]))
    return fresh.length === 0 ? [] : [{ object: part, ids: fresh }]
  })
  return [...found].map(([each, ids]) => ({ object: ctx.registry.objects.get(each)!, ids: [...ids] }))
}

/** Those that the caller may read, the trash too: the right to see the whole goes over what it once had. */
async function partsOf(ctx: Ctx, { object, ids }: Members): Promise<Members[]> {
  const all = await Promise.all((object.parts ?? []).map(async ({ object: part, link }): Promise<Members[]> => {
    const definition = ctx.registry.objects.get(part)
    if (definition === undefined) return []
    const column = name('t', columnName(definition.fields.find((field) => field.name === link)!))
    const allowed = ruleOf(draftFor(ctx), part, 'read', 't')
    const statement = sql`select t.id from ${layoutOf(ctx.registry, part).table} t where ${and([sql`${column} = any(${ids}::uuid[])`, allowed])} order by t.id limit ${most}`
    const rows = await ctx.db.rows<{ id: string }>(fill(statement, rightsValues(ctx)))
    return rows.length === 0 ? [] : [{ object: definition, ids: rows.map((row) => row.id) }]
  }))
  return all.flat()
}
