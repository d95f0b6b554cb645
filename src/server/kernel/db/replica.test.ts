import assert from 'node:assert/strict'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { raw, sql } from '../../../expression/sql.ts'
import { refusal, RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { startWorld, type World } from '../testing/world.ts'
import type { Database, Db } from './database.ts'
import { accountFor, type Account } from './embedded/account.ts'
import { findBinaries } from './embedded/binaries.ts'
import { fillCluster, makePlaces } from './embedded/cluster.ts'
import { openDatabase } from './open.ts'
import { heavyRead, useReplica } from './replica.ts'

const room = mkdtempSync(join(tmpdir(), 'sedno-replica-'))
const running: ChildProcess[] = []
const opened: Database[] = []
let world: World
let account: Account
let primary: Database
let standby: ChildProcess

/** A primary and a copy of it that follows its log: the package has no pg_basebackup, so the folder is copied while nobody runs. */
before(async () => {
  world = await startWorld()
  chmodSync(room, 0o755)
  const binaries = findBinaries()
  const places = makePlaces(join(room, 'one'))
  account = accountFor(places.cluster, binaries.postgres)
  fillCluster(places, binaries, account)
  cpSync(places.cluster, join(room, 'two'), { recursive: true })
  writeFileSync(join(room, 'two/standby.signal'), '')
  for (const name of ['socket-one', 'socket-two']) mkdirSync(join(room, name))
  execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, room])
  chmodSync(join(room, 'two'), 0o700)
  await start(places.cluster, 'socket-one')
  primary = await database('socket-one')
  standby = await start(join(room, 'two'), 'socket-two', `primary_conninfo=host=${join(room, 'socket-one')} user=${superuser} dbname=postgres`)
})
after(async () => {
  for (const db of opened) await db.close()
  for (const one of running) one.kill('SIGQUIT')
  await Promise.all(running.map((one) => (one.exitCode === null && one.signalCode === null ? once(one, 'exit') : null)))
  await world.end()
  rmSync(room, { recursive: true, force: true, maxRetries: 5 })
})

const superuser = 'postgres'

async function start(folder: string, socket: string, ...more: string[]): Promise<ChildProcess> {
  const settings = ['listen_addresses=', `unix_socket_directories=${join(room, socket)}`, 'wal_level=replica', 'hot_standby=on', 'fsync=off', 'shared_buffers=16MB', ...more]
  const words = [...account.through, ...(account.through.length > 0 ? ['--'] : []), findBinaries().postgres, '-D', folder, ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawn(words[0]!, words.slice(1), { stdio: 'ignore', cwd: '/' })
  running.push(child)
  const db = await database(socket)
  for (const end = Date.now() + 20_000; ; await pause(50)) {
    if (await db.rows(sql`select 1`).then(() => true, () => false)) return child
    assert.ok(Date.now() < end && child.exitCode === null, `${folder} does not start`)
  }
}

async function database(socket: string): Promise<Database> {
  const db = await openDatabase({ url: `postgresql://${superuser}@${encodeURIComponent(join(room, socket))}/postgres`, max: 2 })
  opened.push(db)
  return db
}

const ctxOf = (db: Db): Ctx => world.ctxOf('program', { db })
/** A primary of its own each time: what is known of its replica is kept with it. */
const withReplica = async (replica: Db): Promise<Ctx> => {
  const db = await database('socket-one')
  useReplica(db, replica)
  return ctxOf(db)
}
const isCopy = (ctx: Ctx): Promise<boolean> => heavyRead(ctx, async ({ db }) => (await db.rows<{ copy: boolean }>(sql`select pg_is_in_recovery() as copy`))[0]!.copy)

test('heavy reads go to the replica once it has caught up, and see what was written', async () => {
  await primary.rows(raw('create table reading (n integer)'))
  await primary.rows(raw('insert into reading select generate_series(1, 5000)'))
  const ctx = await withReplica(await database('socket-two'))
  for (const end = Date.now() + 20_000; !(await isCopy(ctx)); await pause(100)) assert.ok(Date.now() < end, 'it never caught up')
  assert.deepEqual(await heavyRead(ctx, ({ db }) => db.rows(sql`select count(*)::int as n from reading`)), [{ n: 5_000 }])
})

test('a transaction stays where it is', async () => {
  const ctx = await withReplica(await database('socket-two'))
  await ctx.db.transaction(async (db) => assert.equal(await isCopy({ ...ctx, db }), false))
})

test('a refusal is an answer, not a failure of the replica: nothing is asked twice', async () => {
  const ctx = await withReplica(await database('socket-two'))
  let asked = 0
  await assert.rejects(heavyRead(ctx, async () => {
    asked++
    throw new RefusalError([refusal('no', { pl: 'nie', en: 'no' })])
  }), RefusalError)
  assert.equal(asked, 1)
})

test('a database that is no copy of this one is never asked, nor one that is not there', async () => {
  assert.equal(await isCopy(await withReplica(world.db)), false)
  assert.deepEqual(await heavyRead(await withReplica(world.db), ({ db }) => db.rows(sql`select max(n) as n from reading`)), [{ n: 5_000 }])
  const nowhere = await openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/nothing', max: 1 })
  opened.push(nowhere)
  assert.equal(await isCopy(await withReplica(nowhere)), false)
})

test('one that fails in the middle is replaced by the primary', async () => {
  const ctx = await withReplica(await database('socket-two'))
  assert.equal(await isCopy(ctx), true)
  standby.kill('SIGQUIT')
  await once(standby, 'exit')
  assert.equal(await isCopy(ctx), false)
  assert.equal(await isCopy(ctx), false)
})
