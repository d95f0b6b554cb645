import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../../expression/sql.ts'
import { createMany } from '../create.ts'
import { sampleWorld, type SampleWorld } from '../sample-world.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

test('whatever a value holds reaches the database as it is', async () => {
  const ugly = ['"', '\\', '\\"', '{a,b}', 'NULL', 'null', ',', ' ', "'; drop table firm; --", '\\\\"\\', 'ąćę ﬀ 🎈', '{"a":"\\u0041"}', '$1', '%s', 'a\n\tb', '&amp;']
  const outcomes = await createMany(world.program, 'firm', ugly.map((name, n) => ({ name: `x${name}x`, description: `${name}.`, phones: [{ kind: 'work', value: '+48601234567', note: `${name}!` }], turnover: n % 2 === 0 ? { amount: '-0.01', currency: 'PLN' } : null })))
  const rows = await world.db.rows<{ name: string; description: string; phones: { note: string }[]; turnover_amount: string | null }>(
    sql`select name, description, phones, turnover_amount from firm where id = any(${outcomes.map(({ id }) => id)}::uuid[]) order by id`,
  )
  assert.equal(rows.length, ugly.length)
  rows.forEach(({ name, description, phones, turnover_amount }, n) => {
    const text = ugly[n]!
    assert.equal(name.replaceAll(/\s+/g, ' '), `x${text.replaceAll(/\s+/g, ' ')}x`)
    assert.equal(description, `${text}.`)
    assert.equal(phones[0]!.note.replaceAll(/\s+/g, ' ').trim(), `${text.replaceAll(/\s+/g, ' ')}!`.trim())
    assert.equal(turnover_amount, n % 2 === 0 ? '-0.01' : null)
  })
})
