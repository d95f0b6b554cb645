import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { and, join, raw, sql } from '../../../expression/sql.ts'
import { ruleOf } from '../access/ways.ts'
import type { Ctx } from '../context.ts'
import { measureTables } from '../db/sizes.ts'
import { draftFor, draftOf } from './draft.ts'
import { list } from './list.ts'
import { bind, rightsValues, template } from './slots.ts'
import { grant, startSample, type Sample } from './testing/sample.ts'

let world: Sample
let me: string

before(async () => {
  world = await startSample()
  me = await world.put('user', { name: 'Ja', region: 'north' })
  const users = [me, await world.put('user', { name: 'Ona', region: 'south', salary: '7' }), await world.put('user', { name: 'On' }), await world.put('user', { name: 'Były', region: 'north', deletedAt: '2026-01-01' }), null]
  const sectors = [await world.put('sector', { name: 'Huta', margin: '3' }), await world.put('sector', { name: 'Las' }), null]
  let parent: string | null = null
  for (let n = 0; n < 60; n++) {
    const owner = users[n % users.length]!
    const id = await world.put('firm', { name: `Firma ${n}`, staff: n % 4 === 0 ? null : String(n % 7), active: [true, false, null][n % 3], owner, sector: sectors[(n * 5) % 3], parent: n % 2 === 0 ? parent : null })
    if (n % 6 === 0) parent = id
    if (n % 4 === 1) await world.put('worker', { name: n % 8 === 1 ? 'Prezes' : 'Kierowca', firm: id, owner: users[(n * 3) % users.length] })
  }
  await measureTables(world.db)
})
after(() => world.end())

const rules = [
  "owner.name = 'Ja'", "owner.name != 'Ja'", "not (owner.name = 'Ja')", 'owner.salary > 5', 'owner.salary is empty', 'owner.region is not empty', "owner.name in ('Ja', 'On')", "owner.name not in ('Ja', 'On')",
  "sector.name contains 'hut'", "sector.name & 'x' = 'x'", 'sector.margin = staff', "parent.owner.region = 'north'", 'parent.active', 'parent.sector.margin between 1 and 5', 'sector = empty', 'owner = me',
  "EXISTS(people where name = 'Prezes')", 'EXISTS(people where owner = me)', 'not EXISTS(people)', 'COUNT(people) > 0', 'owner.id = me', "owner.region = me.region", "staff > 3 and (parent.active or owner.name = 'Ona' or EXISTS(people where name contains 'kier'))",
]

const person = (given: readonly string[]): Ctx => world.person({ userId: me, grants: given.map((rule) => grant('firm', 'read', 'all', rule)) })

/** Ids of those that the rule gives, and how many are neither in nor out. */
async function reached(ctx: Ctx, asked: 'one row' | 'a page' | 'all rows'): Promise<{ ids: string[]; unknown: number }> {
  const rule = ruleOf(draftOf(draftFor(ctx), asked), 'firm', 'read', 'r')
  const { text, values } = template(sql`select ${join([raw('r.id'), sql`${rule} as holds`])} from "firm" r where ${and([raw('r.deleted_at is null')])} order by r.id`)
  const rows = await world.db.prepared<{ id: string; holds: boolean | null }>('', text, bind(values, rightsValues(ctx)))
  return { ids: rows.filter(({ holds }) => holds === true).map(({ id }) => id), unknown: rows.filter(({ holds }) => holds === null).length }
}

test('what is asked of a page or of all records gives those that are asked one by one, and never “perhaps”', async () => {
  for (const [at, rule] of rules.entries()) {
    for (const given of [[rule], [rule, rules[(at + 7) % rules.length]!], [rule, 'staff = 6', rules[(at + 3) % rules.length]!]]) {
      const ctx = person(given)
      const expected = await reached(ctx, 'one row')
      assert.equal(expected.unknown, 0, given.join(' | '))
      for (const asked of ['a page', 'all rows'] as const) assert.deepEqual(await reached(ctx, asked), expected, `${asked}: ${given.join(' | ')}`)
    }
  }
})

test('a count of records whose rule looks at other records for each is exact up to a thousand, and says so beyond', async () => {
  const fresh = await startSample()
  try {
    const id = await fresh.put('user', { name: 'Szef' })
    await fresh.db.rows(sql`insert into firm (id, version, created_at, updated_at, name, search, owner) select gen_random_uuid(), 1, now(), now(), 'F' || n, 'f', ${id} from generate_series(1, 1001) n`)
    await fresh.db.rows(sql`insert into worker (id, version, created_at, updated_at, name, search, firm) select gen_random_uuid(), 1, now(), now(), 'X', 'x', id from firm`)
    const count = async (rule: string) => (await list(fresh.person({ grants: [grant('firm', 'read', 'all', rule)] }), { object: 'firm', count: true, limit: 5 })).count
    assert.deepEqual(await count('EXISTS(people)'), { value: 1_000, exact: false })
    assert.deepEqual(await count("name starts with 'F'"), { value: 1_001, exact: true })
    assert.deepEqual(await count("EXISTS(people) and name != 'F7'"), { value: 1_000, exact: true })
  } finally {
    await fresh.end()
  }
})
