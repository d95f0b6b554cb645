/** Backup: one moment of the database, every file, the key, in one file. Streams; memory does not grow with the data. */
import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { raw } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'
import { appliedMigrations } from '../db/migrate.ts'
import type { FileStore } from '../files/store.ts'
import { shapeOfDatabase, type Shape } from './catalog.ts'
import { frame, writeFrames, type Frame } from './frames.ts'

export interface Manifest {
  /** Version of the program that made it. */
  program: string
  madeAt: string
  registry: string
  migrations: number[]
  shape: Shape
}

export interface BackupSource {
  db: Db
  files: FileStore
  /** The key's file as text; null leaves it out: what is sealed in the database is then lost with the machine. */
  key: string | null
  program: string
  registry: string
}

export interface Counts {
  tables: number
  rows: number
  files: number
}

export async function writeBackup(source: BackupSource, path: string): Promise<Counts> {
  const counts: Counts = { tables: 0, rows: 0, files: 0 }
  await source.db.transaction((tx) => writeFrames(path, framesOf(tx, source, counts)), { isolation: 'repeatable read', readOnly: true })
  return counts
}

async function* framesOf(tx: Db, source: BackupSource, counts: Counts): AsyncIterable<Frame> {
  const shape = await heldShape(tx)
  const { program, registry } = source
  const manifest: Manifest = { program, registry, madeAt: new Date().toISOString(), migrations: [...(await appliedMigrations(tx))].sort((a, b) => a - b), shape }
  yield frame('M', manifest)
  for (const table of shape.tables) {
    yield frame('T', table)
    const rows = yield* rowsOf(tx, table)
    yield frame('E', { rows })
    counts.tables++
    counts.rows += rows
  }
  yield frame('S', await sequenceValues(tx, shape))
  if (source.key !== null) yield frame('K', { key: source.key })
  for await (const { hash, size } of source.files.all()) {
    const { stream } = await source.files.open(hash)
    yield frame('F', { hash, size })
    for await (const piece of stream) yield frame('D', piece as Buffer)
    yield frame('E', {})
    counts.files++
  }
}

/** Read, then hold, then read again: nobody changes a table between its shape and its rows. */
async function heldShape(tx: Db): Promise<Shape> {
  const { tables } = await shapeOfDatabase(tx)
  // raw is safe: names come from the catalog, quoted.
  if (tables.length > 0) await tx.rows(raw(`lock table ${tables.map((table) => quoted(table.name)).join(', ')} in access share mode`))
  return shapeOfDatabase(tx)
}

async function* rowsOf(tx: Db, { name, columns }: Shape['tables'][number]): AsyncGenerator<Frame, number> {
  const client = await tx.connection(async (connection): Promise<PoolClient> => connection)
  const copy = client.query(copyTo(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`))
  for await (const piece of copy) yield frame('D', piece as Buffer)
  return copy.rowCount
}

export interface SequenceValue {
  of: string
  value: string
  called: boolean
}

async function sequenceValues(tx: Db, shape: Shape): Promise<SequenceValue[]> {
  const values: SequenceValue[] = []
  for (const { of, read } of shape.sequences) {
    const [row] = await tx.rows<{ last_value: number; is_called: boolean }>(raw(read))
    values.push({ of, value: String(row!.last_value), called: row!.is_called })
  }
  return values
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
