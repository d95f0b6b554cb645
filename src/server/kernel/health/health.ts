/** Is this process fit to work? What GET /health says, and the figures of process and database that GET /metrics tells. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'
import { gauge } from './metrics.ts'

export interface HealthAnswer {
  status: 200 | 503
  body: { status: 'ready' | 'starting' | 'stopping' | 'database' }
}

export interface Health {
  /** 200 once database, migrations and worker are up; 503 before, while stopping, and when the database is gone. */
  answer(): Promise<HealthAnswer>
  /** Everything is up. */
  ready(): void
  stopping(): void
}

/** How long the database may take to answer before it counts as gone. */
const patience = 2_000

export function watchHealth(db: Db): Health {
  let phase: 'starting' | 'ready' | 'stopping' = 'starting'
  // Many may ask at once (a load balancer, a page that reconnects): one question at a time goes to the database.
  let asking: Promise<boolean> | null = null
  const databaseAnswers = () => (asking ??= ask(db).finally(() => (asking = null)))
  return {
    ready: () => void (phase = 'ready'),
    stopping: () => void (phase = 'stopping'),
    async answer() {
      if (phase !== 'ready') return { status: 503, body: { status: phase } }
      return (await databaseAnswers()) ? { status: 200, body: { status: 'ready' } } : { status: 503, body: { status: 'database' } }
    },
  }
}

async function ask(db: Db): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience)
  })
  const answer = db.rows(sql`select 1`).then(() => true, () => false)
  return Promise.race([answer, tooLong]).finally(() => clearTimeout(timer))
}

/** Once per process. */
export function measureProcess(db: Db): void {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const started = Date.now() / 1000
  gauge('sedno_process_start_seconds', 'When the process was started, Unix time', () => started)
  gauge('sedno_process_memory_bytes', 'Memory of the process', () => {
    const { rss, heapUsed, external } = process.memoryUsage()
    return [[{ kind: 'resident' }, rss], [{ kind: 'heap' }, heapUsed], [{ kind: 'external' }, external]]
  })
  gauge('sedno_process_cpu_seconds_total', 'Processor time used', () => {
    const { user, system } = process.cpuUsage()
    return [[{ kind: 'user' }, user / 1e6], [{ kind: 'system' }, system / 1e6]]
  })
  gauge('sedno_event_loop_delay_seconds', 'How late timers fire: 99 of 100 not later', () => {
    const value = delay.percentile(99) / 1e9
    delay.reset()
    return value
  })
  gauge('sedno_database_up', 'Does the database answer', async () => ((await ask(db)) ? 1 : 0))
  gauge('sedno_database_bytes', 'Size of the database', async () => (await db.rows<{ size: number }>(sql`select pg_database_size(current_database()) as size`))[0]!.size)
  gauge('sedno_database_connections', 'Connections to the database by state, of all processes', async () => {
    const rows = await db.rows<{ state: string; n: number }>(sql`
      select coalesce(state, 'other') as state, count(*) as n from pg_stat_activity where datname = current_database() group by 1`)
    return rows.map(({ state, n }) => [{ state }, n])
  })
}
