import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '../../../expression/sql.ts'
import { startWorld } from '../testing/world.ts'

test('a connection lost between two statements of a transaction fails the transaction and not the process', async () => {
  const world = await startWorld()
  const failed = await world.db
    .transaction(async (tx) => {
      const [mine] = await tx.rows<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await world.db.rows(sql`select pg_terminate_backend(${mine!.pid})`)
      await pause(100)
      await tx.rows(sql`select 1`)
    })
    .then(() => null, (error: unknown) => error)
  assert.ok(failed instanceof Error)
  assert.deepEqual(await world.db.rows(sql`select 1 as one`), [{ one: 1 }])
  await world.end()
})
