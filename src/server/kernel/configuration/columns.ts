/**
 * Tables follow a change of the configuration while others go on writing. What locks a table out is done at once and must be quick
 * (a new column without a value); what reads the whole table comes afterwards, without locking anybody out.
 */
import type { ClientBase } from 'pg'
import { name, raw, sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'
import type { Registry } from '../metadata/registry.ts'
import { shapeOf } from '../metadata/shape.ts'
import { missingParts, synchroniseLock, type Part } from '../metadata/synchronise.ts'

/** Shorter than anybody would notice: while we wait for the lock, everybody else waits behind us. */
export const lockBriefly = sql`set local lock_timeout = '250ms'`

/**
 * In the transaction of the change: new tables whole, new columns, and indexes that are declared no longer gone, which could refuse values
 * that are good now. Throws 55P03 when a table was busy: begin again.
 */
export async function addColumns(tx: Db, { before, after }: { before: Registry; after: Registry }): Promise<void> {
  const parts = await missingParts(tx, after)
  const isNew = new Set(parts.tables.map(({ table }) => table))
  const ofNewTables = [...parts.indexes, ...parts.links].filter(({ table }) => isNew.has(table))
  const now = [...goneIndexes(before, after), ...parts.tables, ...parts.columns, ...ofNewTables]
  if (now.length === 0) return
  await tx.rows(lockBriefly)
  // Statements are made of names the registry allows and of the field types' own constants.
  for (const { statement } of now) await tx.rows(raw(statement))
}

function goneIndexes(before: Registry, after: Registry): { statement: string }[] {
  const declared = new Set([...after.objects.values()].flatMap((object) => shapeOf(object, after).indexes.map((index) => index.name)))
  const stays = [...before.objects.values()].filter((object) => after.objects.has(object.name))
  return stays.flatMap((object) => shapeOf(object, before).indexes).filter((index) => !declared.has(index.name)).map((index) => ({ statement: `drop index if exists ${name(index.name).pieces[0]!}` }))
}

/** Outside of any transaction: indexes and foreign keys of columns that are there already. Safe to run again and by several at once. */
export async function addIndexes(db: Db, registry: Registry): Promise<void> {
  await db.connection(async (client) => {
    await untilAlone(client)
    try {
      const parts = await missingParts(db, registry)
      for (const index of parts.indexes) {
        // A build that was cut off leaves an index that is of no use and stands in the way.
        await client.query(`drop index concurrently if exists ${name(index.name).pieces[0]!}`)
        await client.query(index.statement.replace(/^create (unique )?index/, 'create $1index concurrently'))
      }
      for (const link of parts.links) await addLink(db, link)
    } finally {
      await client.query('select pg_advisory_unlock($1)', [synchroniseLock])
    }
  })
}

/** Asked again and again: an index being built waits for every statement that began before it, also for one that only waits for its turn. */
async function untilAlone(client: ClientBase): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [synchroniseLock])
    if (rows[0]!.mine) return
    await new Promise((resume) => setTimeout(resume, 100))
  }
}

/** New rows are held to it at once; those that are there are looked at without stopping anybody. */
async function addLink(db: Db, { table, name: constraint, statement }: Part): Promise<void> {
  await patiently(() => db.transaction(async (tx) => {
    await tx.rows(lockBriefly)
    // Made by synchronise.ts of the registry's names.
    await tx.rows(raw(`${statement} not valid`))
  }))
  await db.rows(sql`alter table ${name(table)} validate constraint ${name(constraint)}`)
}

const isBusy = (error: unknown): boolean => ['55P03', '40P01'].includes(String((error as { code?: unknown }).code))

/** Again and again while the table is busy, for half a minute. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + 30_000
  for (let pause = 50; ; pause = Math.min(pause * 2, 1_000)) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error
      await new Promise((resume) => setTimeout(resume, pause * (0.5 + Math.random())))
    }
  }
}
