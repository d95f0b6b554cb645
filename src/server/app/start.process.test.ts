import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from '../../expression/sql.ts'
import { openDatabase } from '../kernel/db/open.ts'
import { freePort, killPrograms, runMain, startMain, type StartedProgram } from '../kernel/testing/process.ts'

const isRoot = process.getuid!() === 0
const asOrdinary = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'] : []

// mkdtemp makes the folder for its owner alone (0700): as root this is also the case of a folder that only root may enter.
const room = mkdtempSync(join(tmpdir(), 'sedno-start-'))
const data = join(room, 'data')
after(() => {
  killPrograms()
  kill(postmasterOf(data))
  rmSync(room, { recursive: true, force: true, maxRetries: 5 })
})

const databaseOf = (folder: string) => openDatabase({ url: `postgresql://sedno@${encodeURIComponent(join(folder, 'socket'))}/sedno`, max: 2 })

function postmasterOf(folder: string): number | null {
  const file = join(folder, 'postgresql/postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

function kill(pid: number | null): void {
  try {
    if (pid !== null) process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** Commits one row after another until the database is killed; gives how many commits were confirmed. */
async function writeUntilItBreaks(folder: string): Promise<number> {
  const db = await databaseOf(folder)
  await db.rows(sql`create table if not exists acknowledged (n integer primary key)`)
  const [last] = await db.rows<{ n: number }>(sql`select coalesce(max(n), 0) as n from acknowledged`)
  let confirmed = last!.n
  try {
    for (;;) {
      await db.rows(sql`insert into acknowledged values (${confirmed + 1})`)
      confirmed++
    }
  } catch {
    return confirmed
  } finally {
    await db.close().catch(() => undefined)
  }
}

async function kept(folder: string): Promise<number> {
  const db = await databaseOf(folder)
  const [row] = await db.rows<{ n: number; last: number }>(sql`select count(*) as n, coalesce(max(n), 0) as last from acknowledged`)
  await db.close()
  assert.equal(row!.n, row!.last, 'no row in between is missing')
  return row!.n
}

test('the first start makes everything, the second is ready within three seconds', async () => {
  const first = await startMain({ data })
  assert.match(first.said(), new RegExp(`Sedno is ready: ${first.address}`))
  assert.equal(await first.stop(), 0)
  const began = performance.now()
  const second = await startMain({ data })
  const took = performance.now() - began
  assert.equal(await second.stop(), 0)
  assert.ok(took < 3_000, `took ${Math.round(took)} ms`)
  assert.equal(existsSync(join(data, 'postgresql/postmaster.pid')), false)
})

test('kill -9 of the server: the next one takes over the PostgreSQL left behind', async () => {
  const server = await startMain({ data })
  const postmaster = postmasterOf(data)
  server.child.kill('SIGKILL')
  await server.ended
  const next = await startMain({ data })
  assert.equal(postmasterOf(data), postmaster)
  assert.equal(await next.stop(), 0)
})

test('kill -9 of server and PostgreSQL in the midst of writing loses nothing that was confirmed', async () => {
  const server = await startMain({ data })
  setTimeout(() => {
    server.child.kill('SIGKILL')
    kill(postmasterOf(data))
  }, 400)
  const confirmed = await writeUntilItBreaks(data)
  assert.ok(confirmed > 10)
  const next = await startMain({ data })
  const found = await kept(data)
  // One more may have been committed without the confirmation reaching us.
  assert.ok(found === confirmed || found === confirmed + 1, `${confirmed} confirmed, ${found} found`)
  assert.equal(await next.stop(), 0)
})

test('kill -9 of PostgreSQL alone: health says so, it is started again, nothing confirmed is lost', async () => {
  const server = await startMain({ data })
  setTimeout(() => kill(postmasterOf(data)), 300)
  const confirmed = await writeUntilItBreaks(data)
  await server.untilSaid(/stopped answering[^]*is back/)
  await server.untilHealth(200)
  assert.ok((await kept(data)) >= confirmed)
  assert.equal(await server.stop(), 0)
})

test('two servers on one data folder share its PostgreSQL; the last to go stops it', async () => {
  const one = await startMain({ data })
  const other = await startMain({ data })
  assert.equal(await one.stop(), 0)
  assert.equal(await other.health(), 200)
  assert.equal(await other.stop(), 0)
  assert.equal(existsSync(join(data, 'postgresql/postmaster.pid')), false)
})

test('two servers on one DATABASE_URL work as one, also when one is killed', async () => {
  const server = await startMain({ data })
  const url = `postgresql://sedno@${encodeURIComponent(join(data, 'socket'))}/sedno`
  const guests = await Promise.all([1, 2].map((each) => startMain({ data: join(room, `guest${each}`), env: { DATABASE_URL: url } })))
  guests[0]!.child.kill('SIGKILL')
  assert.equal(await guests[1]!.health(), 200)
  await Promise.all([guests[1]!.stop(), server.stop()])
})

const refusals: [what: string, sentence: RegExp, start: () => Promise<StartedProgram>][] = [
  ['a data folder of a newer migration', /written by a newer version of Sedno \(migration 9999, this program knows \d+\)/, async () => {
    const server = await startMain({ data })
    const db = await databaseOf(data)
    await db.rows(sql`insert into sedno_migration (number, title) values (9999, 'future')`)
    await server.stop()
    const started = await runMain({ data })
    await started.ended
    return started
  }],
  ['a data folder of another PostgreSQL', /written by PostgreSQL 19 and this program has PostgreSQL 18/, () => {
    const folder = join(room, 'newer')
    mkdirSync(join(folder, 'postgresql'), { recursive: true })
    writeFileSync(join(folder, 'postgresql/PG_VERSION'), '19\n')
    return runMain({ data: folder })
  }],
  ['a port that is taken', /^Port \d+ is taken by another program; free it or give another in PORT\.\n$/, async () => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    const started = await runMain({ data, port })
    void started.ended.then(() => other.close())
    return started
  }],
  ['a DATABASE_URL that leads nowhere', /^The database in DATABASE_URL \(127\.0\.0\.1:1\/crm\) cannot be reached: .*ECONNREFUSED.*\.\n$/, () => runMain({ data: join(room, 'a'), env: { DATABASE_URL: 'postgresql://sedno:secret@127.0.0.1:1/crm' } })],
  ['a DATABASE_URL that is no address', /^DATABASE_URL is not the address of a PostgreSQL database/, () => runMain({ data: join(room, 'a'), env: { DATABASE_URL: 'mysql://x' } })],
  ['a data folder that is a file', /^The data folder .* cannot be written to/, () => {
    writeFileSync(join(room, 'file'), '')
    return runMain({ data: join(room, 'file') })
  }],
  ['a setting with a wrong value', /^The setting PORT has a wrong value "many"/, () => runMain({ data, env: { PORT: 'many' } })],
]
for (const [what, sentence, start] of refusals) {
  test(`${what} is refused with one sentence and exit code 1`, async () => {
    const started = await start()
    assert.equal(await started.ended, 1)
    assert.match(started.said(), sentence)
    assert.equal(started.said().trim().split('\n').length, 1, started.said())
  })
}

test('the sentence is in the language asked for, and never holds the password', async () => {
  const started = await runMain({ data: join(room, 'a'), env: { SEDNO_LANG: 'pl', DATABASE_URL: 'postgresql://sedno:tajne@127.0.0.1:1/crm' } })
  assert.equal(await started.ended, 1)
  assert.match(started.said(), /^Nie można połączyć się z bazą danych/)
  assert.ok(!started.said().includes('tajne'))
})

test('an ordinary user starts it, and is told when the folder is not his', { skip: isRoot ? false : 'only root can become somebody else' }, async () => {
  const open = mkdtempSync(join(tmpdir(), 'sedno-ordinary-'))
  chownSync(open, 65534, 65534)
  const server = await startMain({ data: join(open, 'data'), through: asOrdinary })
  assert.equal(await server.stop(), 0)
  rmSync(open, { recursive: true })
  const stranger = await runMain({ data, through: asOrdinary })
  assert.equal(await stranger.ended, 1)
  assert.match(stranger.said(), /^The data folder .* cannot be written to \(system user: nobody\)/)
})

test('a full disk is said in one sentence', { skip: isRoot ? false : 'only root can mount a small disk' }, async () => {
  const disk = join(room, 'disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk])
  try {
    const started = await runMain({ data: join(disk, 'data') })
    assert.equal(await started.ended, 1)
    assert.match(started.said(), /^The disk with the data folder .* is full; free some space and start again\.\n$/)
  } finally {
    execFileSync('umount', [disk])
  }
})
