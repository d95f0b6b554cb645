/** Restore: everything of a backup in one transaction. What cannot be read to its end changes nothing. */
import { once } from 'node:events'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { name, raw, sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'
import { migrations } from '../db/migrate.ts'
import { StartError } from '../db/start-error.ts'
import { schema as queueSchema } from '../jobs/enqueue.ts'
import type { FileStore } from '../files/store.ts'
import { read, readFrames, type Frame } from './frames.ts'
import { texts } from './texts.ts'
import { quoted, type Counts, type Manifest, type SequenceValue } from './write.ts'

export interface Loaded extends Counts {
  manifest: Manifest
  /** The key that seals its secrets; null when it was left out. */
  key: string | null
}

interface Target {
  db: Db
  files: FileStore
}

/** Reads the file to its end and changes nothing. */
export async function checkBackup(path: string): Promise<Manifest> {
  let manifest: Manifest | null = null
  for await (const each of readFrames(path)) if (each.kind === 'M') manifest = await acceptable(read<Manifest>(each), path)
  if (manifest === null) throw new StartError(texts.spoilt, { file: path })
  return manifest
}

/** The database must be empty, or `replace` be said. Migrations of today have not run on it when this returns. */
export async function loadBackup({ db, files }: Target, path: string, { replace = false } = {}): Promise<Loaded> {
  const added: string[] = []
  try {
    const loaded = await db.transaction(async (tx) => {
      await makeRoom(tx, replace)
      return load(tx, files, { path, added })
    })
    await db.rows(sql`analyze`)
    return loaded
  } catch (error) {
    for (const hash of added) await files.remove(hash)
    throw error
  }
}

async function acceptable(manifest: Manifest, path: string): Promise<Manifest> {
  const newest = (await migrations()).at(-1)?.number ?? 0
  if (Math.max(0, ...manifest.migrations) > newest) throw new StartError(texts.newer, { file: path })
  return manifest
}

async function makeRoom(tx: Db, replace: boolean): Promise<void> {
  const [users] = await tx.rows<{ count: number }>(sql`
    select count(*) as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name ~ '^sedno' and application_name !~ '^sedno restore'`)
  if (users!.count > 0) throw new StartError(texts.inUse, { count: users!.count })
  const there = await tx.rows<{ name: string }>(sql`select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition`)
  if (there.length === 0) return
  const [state] = await tx.rows<{ ours: boolean }>(sql`select to_regclass('sedno_migration') is not null as ours`)
  if (!state!.ours) throw new StartError(texts.foreign, { tables: there.map((row) => row.name).slice(0, 5).join(', ') })
  if (!replace && (await hasRecords(tx))) throw new StartError(texts.notEmpty)
  await clear(tx)
}

/** Tables made by a start that nobody has used yet are as good as empty. */
async function hasRecords(tx: Db): Promise<boolean> {
  const [table] = await tx.rows<{ there: boolean }>(sql`select to_regclass('history') is not null as there`)
  if (!table!.there) return false
  const [row] = await tx.rows<{ some: boolean }>(sql`select exists (select from history) as some`)
  return row!.some
}

/** Only what is in our schema and belongs to no extension. */
async function clear(tx: Db): Promise<void> {
  const drops = await tx.rows<{ statement: string }>(sql`
    select format('drop %s if exists %I cascade', case relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end, relname) as statement
      from pg_class c where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'S') and not relispartition
       and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and (d.deptype = 'e' or d.deptype = 'i' and c.relkind = 'S'))
    union all
    select format('drop type if exists %I cascade', t.typname) from pg_type t left join pg_class c on c.oid = t.typrelid
     where typnamespace = current_schema()::regnamespace and (typtype = 'e' or c.relkind = 'c') and not exists (select from pg_depend d where d.objid in (t.oid, c.oid) and d.deptype = 'e')
    union all
    select format('drop function if exists %s cascade', p.oid::regprocedure) from pg_proc p
     where pronamespace = current_schema()::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`)
  for (const { statement } of drops) await tx.rows(raw(statement))
}

interface Reading {
  path: string
  /** Hashes of files this restore added, to be taken away when it fails. */
  added: string[]
}

async function load(tx: Db, files: FileStore, { path, added }: Reading): Promise<Loaded> {
  const spoilt = () => new StartError(texts.spoilt, { file: path })
  const frames = readFrames(path)[Symbol.asyncIterator]()
  const next = async (): Promise<Frame | null> => {
    const { done, value } = await frames.next()
    return done ? null : value
  }
  const first = await next()
  if (first?.kind !== 'M') throw spoilt()
  const loaded: Loaded = { manifest: await acceptable(read<Manifest>(first), path), key: null, tables: 0, rows: 0, files: 0 }
  await tx.rows(sql`set local check_function_bodies = off`)
  await tx.rows(sql`set local client_min_messages = warning`)
  await runAll(tx, loaded.manifest.shape.before)
  for (let each = await next(); each !== null; each = await next()) {
    if (each.kind === 'T') {
      loaded.rows += await loadTable(tx, read(each), { next, spoilt })
      loaded.tables++
    } else if (each.kind === 'S') await setSequences(tx, read(each))
    else if (each.kind === 'K') loaded.key = read<{ key: string }>(each).key
    else if (each.kind === 'F') {
      await loadFile(files, read<{ hash: string }>(each).hash, { next, spoilt, added })
      loaded.files++
    } else throw spoilt()
  }
  await runAll(tx, loaded.manifest.shape.after)
  await settle(tx)
  return loaded
}

/** The queue is not part of a backup: what was waiting or under way then is told as broken off and not done a second time. */
async function settle(tx: Db): Promise<void> {
  await tx.rows(sql`drop schema if exists ${name(queueSchema)} cascade`)
  const [table] = await tx.rows<{ there: boolean }>(sql`select to_regclass('run') is not null as there`)
  if (table!.there) await tx.rows(sql`update run set state = 'failed', error = ${texts.brokenOff}, finished_at = now() where state in ('queued', 'running')`)
}

// raw is safe in this file: the statements are those PostgreSQL itself wrote when the backup was made, and whoever restores a file trusts it as his database.
async function runAll(tx: Db, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await tx.rows(raw(statement))
}

interface Source {
  next(): Promise<Frame | null>
  spoilt(): StartError
}

async function loadTable(tx: Db, table: { name: string; columns: string[] }, { next, spoilt }: Source): Promise<number> {
  const client = await tx.connection(async (connection): Promise<PoolClient> => connection)
  const copy = client.query(copyFrom(`copy ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) from stdin`))
  const failed = new Promise<never>((_, reject) => copy.once('error', reject))
  failed.catch(() => undefined) // it is looked at below, at the latest at the end
  for (;;) {
    const each = await next().catch((error: Error) => {
      copy.destroy(error)
      throw error
    })
    if (each?.kind === 'D') {
      if (!copy.write(each.contents)) await Promise.race([once(copy, 'drain'), failed])
      continue
    }
    copy.end()
    await Promise.race([once(copy, 'finish'), failed])
    if (each?.kind !== 'E' || read<{ rows: number }>(each).rows !== copy.rowCount) throw spoilt()
    return copy.rowCount
  }
}

async function setSequences(tx: Db, values: readonly SequenceValue[]): Promise<void> {
  // raw is safe: `of` is an expression of the catalogue that names the sequence.
  for (const { of, value, called } of values) await tx.rows(sql`select setval(${raw(of)}, ${value}::bigint, ${called})`)
}

async function loadFile(files: FileStore, hash: string, { next, spoilt, added }: Source & { added: string[] }): Promise<void> {
  const isNew = !(await files.has(hash))
  async function* contents() {
    for (let each = await next(); each?.kind !== 'E'; each = await next()) {
      if (each?.kind !== 'D') throw spoilt()
      yield each.contents
    }
  }
  const stored = await files.put(contents())
  if (isNew) added.push(stored.hash)
  if (stored.hash !== hash) throw spoilt()
}
