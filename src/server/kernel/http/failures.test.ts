import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type House } from '../../app/testing/house.ts'
import { newId } from '../db/uuid7.ts'

let house: House
before(async () => {
  house = await startHouse()
})
after(async () => {
  assert.deepEqual(house.bugs, [], 'nothing of this is a bug')
  await house.end()
})

async function failed(record: string): Promise<void> {
  const event = { tx: '1', position: 7, at: '2026-11-23T09:00:00.000Z', object: 'tag', record, version: 1, verb: 'create', fields: [], by: null, operation: null }
  await house.world.db.rows(sql`insert into reaction_failure (reaction, position, event, attempts, error, next_at) values ('test.sends', 7, ${JSON.stringify(event)}::jsonb, 12, 'Error: no route to host', null)`)
}

test('an administrator sees what could not be done, of which record and why, and has it tried again', async () => {
  const { body: tag } = await house.all.send('POST', '/api/records/tag', { name: 'Ważny' })
  await failed(tag.id)
  const { body } = await house.all.get('/api/failures')
  const [{ reaction, position, object, record, attempts, error, nextAt }] = body.failures
  assert.deepEqual([reaction, position, object, record, attempts, error, nextAt], ['test.sends', 7, 'tag', { id: tag.id, name: 'Ważny' }, 12, 'Error: no route to host', null])
  assert.equal((await house.all.send('POST', '/api/failures/retry', { reaction, position })).status, 204)
  assert.notEqual((await house.all.get('/api/failures')).body.failures[0].nextAt, null)
  assert.equal((await house.all.send('POST', '/api/failures/retry', { reaction, position: 8 })).status, 404)
})

test('nobody else sees or tries anything of it', async () => {
  const clerk = await house.person('Ewa', { grants: [{ role: 'r', object: 'tag', verb: 'read', scope: 'all', rule: null }], functions: new Set(['import', 'users']) })
  for (const { status, text } of [await clerk.get('/api/failures'), await clerk.send('POST', '/api/failures/retry', { reaction: 'test.sends', position: 7 })]) {
    assert.equal(status, 403)
    assert.doesNotMatch(text, /no route|test\.sends|Ważny/)
  }
})

test('a failure of a record that is gone, or of a kind that is no more, is still told', async () => {
  await house.world.db.rows(sql`delete from reaction_failure`)
  await failed(newId())
  await house.world.db.rows(sql`update reaction_failure set event = jsonb_set(event, '{object}', '"gone"')`)
  assert.deepEqual((await house.all.get('/api/failures')).body.failures.map(({ object, record }: { object: string; record: { name: null } }) => [object, record.name]), [['gone', null]])
})
