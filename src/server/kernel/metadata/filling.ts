/**
 * Filling tables that are empty: without their indexes and links a row costs a tenth, and what is made of all rows at once is made
 * faster and better packed. Whoever is killed on the way leaves tables without indexes, which the next start makes (synchronise).
 */
import { totalmem } from 'node:os'
import { name, raw, sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'
import type { Registry } from './registry.ts'
import { shapeOf, type TableShape } from './shape.ts'
import { synchronise } from './synchronise.ts'

/**
 * Runs `fill` with the tables of these objects bare, as far as they are empty, and makes all again that was taken away, also when it
 * threw. Meanwhile nothing keeps values unique and links sound: for the program's own rows only.
 */
export async function whileBare<T>(db: Db, registry: Registry, { objects, fill }: { objects: readonly string[]; fill: () => Promise<T> }): Promise<T> {
  const shapes = objects.map((object) => shapeOf(registry.object(object), registry))
  await strip(db, shapes)
  const result = await fill().catch(async (error: unknown) => {
    // A transaction that failed takes back everything by itself.
    if (!db.inTransaction) await dress(db, registry)
    throw error
  })
  await dress(db, registry)
  return result
}

async function strip(db: Db, shapes: readonly TableShape[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.rows(sql`set local lock_timeout = '20s'`)
    for (const { table, indexes, links } of shapes) {
      await tx.rows(sql`lock table ${name(table)} in access exclusive mode`)
      const [row] = await tx.rows(sql`select from ${name(table)} limit 1`)
      if (row !== undefined) continue
      for (const link of links) await tx.rows(sql`alter table ${name(table)} drop constraint if exists ${name(link.name)}`)
      for (const index of indexes) await tx.rows(sql`drop index if exists ${name(index.name)}`)
    }
  })
}

const most = 1_024

async function dress(db: Db, registry: Registry): Promise<void> {
  const megabytes = Math.max(64, Math.min(most, Math.floor(totalmem() / 1_048_576 / 16)))
  await db.transaction(async (tx) => {
    await tx.rows(sql`set local maintenance_work_mem = ${raw(`'${megabytes}MB'`)}`) // a number
    await tx.rows(sql`set local max_parallel_maintenance_workers = 2`)
    await synchronise(tx, registry)
  })
}
