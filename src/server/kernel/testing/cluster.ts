/** One throw-away PostgreSQL per test process. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../db/embedded/supervisor.ts'

let running: Promise<TestCluster> | null = null

export interface TestCluster {
  url(database: string): string
}

/** SEDNO_TEST_DATABASE_URL names a server whose role may create databases; otherwise one is started and goes with the process. */
export function testCluster(): Promise<TestCluster> {
  running ??= process.env['SEDNO_TEST_DATABASE_URL'] ? Promise.resolve(given(process.env['SEDNO_TEST_DATABASE_URL'])) : startOwn()
  return running
}

function given(url: string): TestCluster {
  return {
    url(database) {
      const place = new URL(url)
      place.pathname = `/${database}`
      return place.href
    },
  }
}

const prefix = 'sedno-test-'

async function startOwn(): Promise<TestCluster> {
  removeAbandoned()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  writeFileSync(join(folder, 'holder'), String(process.pid))
  const postgres = await startEmbedded(folder, { throwAway: true })
  process.once('exit', () => remove(folder))
  return { url: (database) => postgres.url(database, 'postgres') }
}

function remove(folder: string): void {
  try {
    const pid = Number(readFileSync(join(folder, 'postgresql/postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGQUIT')
    // At exit nothing asynchronous runs any more: wait here until it has let go of its files.
    for (let tries = 0; tries < 200 && isAlive(pid); tries++) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
  } catch {
    // It is gone already.
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
}

function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** What killed test processes left behind. */
function removeAbandoned(): void {
  for (const entry of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const folder = join(tmpdir(), entry)
    try {
      process.kill(Number(readFileSync(join(folder, 'holder'), 'utf8')), 0)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') remove(folder)
    }
  }
}
