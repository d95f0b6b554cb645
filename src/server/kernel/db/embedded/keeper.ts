/**
 * Keeps the built-in PostgreSQL running while a process of ours needs it: starts it again when it dies, and stops it when the
 * last of those processes goes. Each holds a shared lock in it for as long as it lives; whoever gets the exclusive one is alone.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbedded, stopEmbedded, type EmbeddedPostgres } from './supervisor.ts'
import { takeTurn } from './turn.ts'

const inUse = 7_336_003
const longestPause = 5_000

export interface KeptPostgres extends EmbeddedPostgres {
  /** Ends this process's use of it; stops it unless another still uses it. */
  leave(): Promise<void>
}

/** `told` hears when it is lost, why it could not be started again, and when it is back. */
export async function keepEmbedded(folder: string, told: (event: 'lost' | 'failed' | 'back', error?: Error) => void = () => undefined): Promise<KeptPostgres> {
  let leaving = false
  let hold: Client

  const start = async (): Promise<EmbeddedPostgres> => {
    const inTurn = async (postgres: EmbeddedPostgres) => {
      hold = await holdIn(postgres)
      hold.once('end', () => {
        if (!leaving) void restart()
      })
    }
    return startEmbedded(folder, { inTurn })
  }

  const restart = async () => {
    told('lost')
    for (let wait = 100; !leaving; wait = Math.min(wait * 2, longestPause)) {
      try {
        await start()
        return told('back')
      } catch (error) {
        told('failed', error as Error)
        await pause(wait)
      }
    }
  }

  const postgres = await start()
  return {
    ...postgres,
    async leave() {
      leaving = true
      await leave(postgres, hold)
    },
  }
}

async function holdIn(postgres: EmbeddedPostgres): Promise<Client> {
  const client = new Client({ connectionString: postgres.url('postgres', 'postgres'), application_name: 'sedno keeper' })
  client.on('error', () => undefined) // 'end' follows
  await client.connect()
  await client.query('select pg_advisory_lock_shared($1)', [inUse])
  return client
}

/** In turn with those who start: nobody adopts a PostgreSQL that is being stopped. */
async function leave({ places }: EmbeddedPostgres, hold: Client): Promise<void> {
  const turn = await takeTurn(places.cluster)
  try {
    const isAlone = await hold
      .query('select pg_advisory_unlock_shared($1)', [inUse])
      .then(() => hold.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [inUse]))
      .then(({ rows }) => rows[0]!.alone)
      .catch(() => true) // it died meanwhile: nothing is left to be used
    await hold.end().catch(() => undefined)
    if (isAlone) await stopEmbedded(places)
  } finally {
    turn.close()
  }
}
