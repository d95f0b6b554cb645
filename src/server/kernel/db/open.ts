import { Pool, type PoolClient, type PoolConfig, type QueryConfig, type QueryResult } from 'pg'
import { compile, type Sql } from '../../../expression/sql.ts'
import type { Database, Db, Prepared, TransactionOptions } from './database.ts'
import { openEar } from './listening.ts'
import { throwAsRefusal } from './refusals.ts'
import { rowTypes } from './row-types.ts'

/**
 * Everything in UTC and ISO, so that values read the same on every installation. Scans of large tables begin at their beginning: pages
 * and bounded counts then find the same first rows in memory each time, and not wherever somebody else's scan has come to.
 */
const sessionSettings = '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601 -c jit=off -c synchronize_seqscans=off'

export interface DatabaseOptions {
  url: string
  /** Connections at most; 10 when left out. */
  max?: number
  /** Seen in pg_stat_activity. */
  name?: string
  /** Called when an idle connection breaks: the database may be gone. */
  lost?: (error: Error) => void
}

/** Opens the pool. Nothing is connected until the first statement. */
export async function openDatabase({ url, max = 10, name = 'sedno', lost }: DatabaseOptions): Promise<Database> {
  const config: PoolConfig = {
    connectionString: url, max, application_name: name, options: sessionSettings, types: rowTypes,
    connectionTimeoutMillis: 30_000, idleTimeoutMillis: 60_000, allowExitOnIdle: true, keepAlive: true,
  }
  const forPrepared = Math.ceil(max * 0.4)
  const pools: Pools = {
    pool: new Pool({ ...config, max: Math.max(1, max - forPrepared) }),
    prepared: new Pool({ ...config, max: forPrepared, options: `${sessionSettings} ${onePlan}`, pipeline: true }),
  }
  for (const pool of [pools.pool, pools.prepared]) {
    // An idle connection that breaks is only thrown away: the next statement opens another or fails with the reason.
    pool.on('error', (error) => lost?.(error))
    // The pool listens only to idle connections: one that breaks between two statements of a transaction must not end the process.
    pool.on('connect', (client) => void client.on('error', () => undefined))
  }
  const ear = openEar(config)
  const free = onPool(pools)
  return {
    ...free,
    url,
    listen: ear.listen,
    async close() {
      await ear.close()
      await Promise.all([pools.pool.end(), pools.prepared.end()])
    },
  }
}

/**
 * Prepared statements outside transactions have connections of their own: whatever is prepared is made to bear one plan for all
 * values (left to itself PostgreSQL plans many of them anew each time, for longer than they run), and several go in one message.
 */
interface Pools {
  pool: Pool
  prepared: Pool
}

const onePlan = '-c plan_cache_mode=force_generic_plan'

function onPool({ pool, prepared }: Pools): Db {
  const db: Db = {
    inTransaction: false,
    rows: (statement) => run(pool, compile(statement)),
    // Without a name it is planned anew, for the values of this one time.
    prepared: (name, text, values) => withFreshPlan(name === '' ? pool : prepared, { name, text, values: values as unknown[] }),
    together: (statements) => together(prepared, statements),
    connection: (work) => borrow(pool, work),
    transaction: (work, options) => borrow(pool, (client) => transaction(client, db, work, options)),
    afterCommit: (work) => work(),
    get root() {
      return db
    },
  }
  return db
}

interface Runs {
  query(config: QueryConfig): Promise<QueryResult | QueryResult[]>
}

async function run<R>(on: Runs, config: QueryConfig): Promise<R[]> {
  const answer = await on.query(config).catch(throwAsRefusal)
  return (Array.isArray(answer) ? answer.at(-1)!.rows : answer.rows) as R[]
}

const isStalePlan = (error: unknown) => error instanceof Error && error.message === 'cached plan must not change result type'

/** A prepared statement outlives its table's shape when a field was added meanwhile; then the connection is replaced and the statement run again. */
async function withFreshPlan<R>(pool: Pool, config: QueryConfig): Promise<R[]> {
  for (;;) {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      return await run<R>(client, config)
    } catch (error) {
      if (isBroken(error)) broken = error as Error
      if (!isStalePlan(error)) throw error
    } finally {
      client.release(broken)
    }
  }
}

/** One write to the socket for all of them: it costs more than a small statement itself. */
function together(pool: Pool, statements: readonly Prepared[]): Promise<unknown[]>[] {
  const asked = pool.connect().then((client) => {
    const { stream } = client.connection
    stream.cork()
    const answers = statements.map(({ name, text, values }) => run<unknown>(client, { name, text, values: values as unknown[] }))
    stream.uncork()
    void Promise.allSettled(answers).then((all) => client.release(all.some((one) => one.status === 'rejected' && isBroken(one.reason))))
    return answers
  })
  return statements.map(async ({ name, text, values }, at) => {
    try {
      return await (await asked)[at]!
    } catch (error) {
      if (!isStalePlan(error)) throw error
      return withFreshPlan(pool, { name, text, values: values as unknown[] })
    }
  })
}

/** Is the connection, or what it has prepared, of no more use? */
const isBroken = (error: unknown): boolean => isStalePlan(error) || isLost(error)

/** Does the error mean that the connection itself is of no more use? Classes 08 and 57P of SQLSTATE, and the socket's own. */
function isLost(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' ? /^(08|57P|EPIPE|ECONN)/.test(code) : error instanceof Error && /Connection terminated/.test(error.message)
}

async function borrow<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await work(client)
  } catch (error) {
    if (isBroken(error)) broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

interface Open {
  client: PoolClient
  line: Runs
  root: Db
  /** What waits for the commit. */
  waiting: (() => void)[]
}

async function transaction<T>(client: PoolClient, root: Db, work: (tx: Db) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const { isolation = 'read committed', readOnly = false } = options
  const open: Open = { client, line: inLine(client), root, waiting: [] }
  await client.query(`begin isolation level ${isolation}${readOnly ? ' read only' : ''}`)
  let result: T
  try {
    result = await work(inside(open, 0))
    const { command } = await client.query('commit').catch(throwAsRefusal)
    // Somebody caught a statement's error and went on: PostgreSQL then answers COMMIT with a ROLLBACK and no error.
    if (command !== 'COMMIT') throw new Error('a statement of the transaction had failed: nothing was kept')
  } catch (error) {
    // When the connection is gone the rollback fails too; the first error is the one that says why.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
  for (const after of open.waiting) after()
  return result
}

/** One statement after another, as the protocol has it, also when the caller asks for several at once. */
function inLine(client: PoolClient): Runs {
  let last: Promise<unknown> = Promise.resolve()
  return {
    query(config) {
      const mine = last.then(() => client.query(config))
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

function inside(open: Open, depth: number): Db {
  return {
    inTransaction: true,
    rows: (statement: Sql) => run(open.line, compile(statement)),
    prepared: (name, text, values) => run(open.line, { name, text, values: values as unknown[] }),
    together: (statements) => statements.map(({ name, text, values }) => run(open.line, { name, text, values: values as unknown[] })),
    connection: (work) => work(open.client),
    transaction: (work) => savepoint(open, depth + 1, work),
    afterCommit: (work) => void open.waiting.push(work),
    root: open.root,
  }
}

async function savepoint<T>(open: Open, depth: number, work: (tx: Db) => Promise<T>): Promise<T> {
  const mark = `step_${depth}`
  const waitingBefore = open.waiting.length
  await open.line.query({ text: `savepoint ${mark}` })
  try {
    const result = await work(inside(open, depth))
    await open.line.query({ text: `release savepoint ${mark}` })
    return result
  } catch (error) {
    open.waiting.length = waitingBefore
    await open.line.query({ text: `rollback to savepoint ${mark}` }).catch(() => undefined)
    throw error
  }
}
