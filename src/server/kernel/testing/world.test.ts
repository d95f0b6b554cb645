import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startWorld } from './world.ts'

test('worlds are apart from one another and start with the kernel’s tables', async () => {
  const [one, other] = await Promise.all([startWorld(), startWorld()])
  await one.db.rows(sql`insert into sedno_state (key, value) values ('a', '1')`)
  assert.deepEqual(await other.db.rows(sql`select key from sedno_state where key = 'a'`), [])
  const [folded] = await one.db.rows<{ folded: string }>(sql`select sedno_fold('Zażółć  GĘŚLĄ') as folded`)
  assert.equal(folded!.folded, 'zazolc gesla')
  await Promise.all([one.end(), other.end()])
})
