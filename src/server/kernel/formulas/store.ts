/** Brings kept values to what their formulas come to now. */
import { join, name, raw, sql, type Sql } from '../../../expression/sql.ts'
import { serverOf } from '../../../fields/servers.ts'
import { program } from '../access/who.ts'
import type { Ctx } from '../context.ts'
import { tellLater } from '../events/notify.ts'
import { columnName, tableName } from '../metadata/naming.ts'
import { rootRow, type Draft } from '../query/draft.ts'
import { run, statementOf } from '../query/run.ts'
import { rightsSlots, rightsValues, slot } from '../query/slots.ts'
import { compiled } from '../query/statements.ts'
import type { Formula } from './plan.ts'
import { formulaSelect } from './sql.ts'

/** Rows of one transaction: few enough that nobody who wants to write one of them waits long. */
const lotSize = 300

/** Values are the house's and not those of whoever started the work: seen by the program, in the installation's time zone. */
export async function asHouse(ctx: Ctx): Promise<Ctx> {
  const [row] = await ctx.db.rows<{ zone: string | null }>(sql`select value ->> 'timeZone' as zone from sedno_state where key = 'installation'`)
  return { ...ctx, who: program, timeZone: row?.zone ?? 'Europe/Warsaw' }
}

/**
 * Computes the value of these records anew and writes what came out different. Their versions stay, for nobody changed them, and so does
 * their history; the outbox tells of them with the verb 'calculate'. Gives how many were different.
 */
export async function store(ctx: Ctx, formula: Formula, ids: readonly string[]): Promise<number> {
  let count = 0
  for (let start = 0; start < ids.length; start += lotSize) count += await patiently(() => storeLot(ctx, formula, ids.slice(start, start + lotSize)))
  return count
}

const mostAttempts = 4

/** Somebody who takes the same rows in another order (by hand, by a migration) may block it: the one of the two that was stopped begins again. */
async function patiently<T>(work: () => Promise<T>, attempt = 1): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: unknown }).code !== '40P01' || attempt === mostAttempts) throw error
    return patiently(work, attempt + 1)
  }
}

/**
 * The rows are taken first and computed afterwards, in a statement of its own: whoever writes last has then also read last, and two who
 * do the same work at the same time leave the newer value. Taken in the order of their ids, so that they wait and do not block each other.
 */
async function storeLot(ctx: Ctx, formula: Formula, ids: readonly string[]): Promise<number> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db }
    const table = name(tableName(ctx.registry.object(formula.object)))
    await db.rows(sql`select 1 from ${table} t where t.id = any(${ids}::uuid[]) order by t.id for no key update`)
    const statement = compiled(tx, `store ${formula.object}.${formula.field.name}`, (draft) => statementOf(storeSql(draft, formula)))
    const [row] = await run<{ position: number | null; changed: [string, number][] | null }>(tx, statement, { ...rightsValues(tx), ids })
    const records = (row!.changed ?? []).map(([id, version]) => ({ id, version }))
    if (records.length > 0) tellLater(db, { object: formula.object, verb: 'calculate', position: row!.position!, records, by: null })
    return records.length
  })
}

function storeSql(draft: Draft, formula: Formula): Sql {
  const { object, field } = formula
  const columns = serverOf(field).columns(field, columnName(field)).map((column) => name(column.name))
  const table = name(tableName(draft.ctx.registry.object(object)))
  return sql`
    with computed as materialized (${valuesSql(draft, formula, sql`s.id = any(${slot('ids', 'uuid[]')})`)}),
    changed as (
      update ${table} t set ${join(columns.map((column) => sql`${column} = c.${column}`))} from computed c
       where t.id = c.id and ${differs(columns, 't', 'c')} returning t.id, t.version
    ),
    sent as (
      insert into outbox (at, object, record, version, verb, fields)
      select ${rightsSlots.now}, ${object}::text, id, version, 'calculate', array[${field.name}::text] from changed order by id returning position
    )
    select (select max(position) from sent) as position, (select json_agg(json_build_array(id, version)) from changed) as changed`
}

/** Of those with ids after the first: which come to something else than what is kept. Locks nothing. */
export async function differing(ctx: Ctx, formula: Formula, ids: readonly string[]): Promise<string[]> {
  const statement = compiled(ctx, `differing ${formula.object}.${formula.field.name}`, (draft) => {
    const columns = serverOf(formula.field).columns(formula.field, columnName(formula.field)).map((column) => name(column.name))
    const table = name(tableName(draft.ctx.registry.object(formula.object)))
    const computed = valuesSql(draft, formula, sql`s.id = any(${slot('ids', 'uuid[]')})`)
    return statementOf(sql`select t.id from (${computed}) c join ${table} t on t.id = c.id where ${differs(columns, 't', 'c')}`)
  })
  const rows = await run<{ id: string }>(ctx, statement, { ...rightsValues(ctx), ids })
  return rows.map(({ id }) => id).sort()
}

const valuesSql = (draft: Draft, { object, field, typed }: Formula, where: Sql): Sql => {
  const row = rootRow(draft.ctx.registry.object(object), 's')
  return sql`select s.id, v.* from ${name(tableName(row.object))} s cross join lateral (${formulaSelect(draft, row, { field, typed })}) v where ${where}`
}

/** raw is safe: the aliases above. */
const differs = (columns: readonly Sql[], one: 't', other: 'c'): Sql =>
  sql`(${join(columns.map((column) => sql`${raw(one)}.${column}`))}) is distinct from (${join(columns.map((column) => sql`${raw(other)}.${column}`))})`
