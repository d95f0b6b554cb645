import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { create } from '../records/create.ts'
import { samples } from '../records/samples.ts'
import { startWorld, type World } from '../testing/world.ts'
import { bindingOf } from './binding.ts'
import { list } from './list.ts'
import { rootRow } from './draft.ts'
import { compiled } from './statements.ts'
import { whereSql } from './where.ts'

let world: World
before(async () => void (world = await startWorld(samples)))
after(() => world.end())
const at = (moment: string) => world.ctxOf('program', { now: new Date(moment) })

test('what is asked of this very moment is asked anew at the next, by the same statement', async () => {
  await create(at('2026-11-23T09:00:00.000Z'), 'firm', { name: 'Nowa' })
  const found = async (moment: string, where: string) => (await list(at(moment), { object: 'firm', where })).rows.length
  for (const where of ['createdAt < now', 'createdAt + 0.5 < now', 'now - createdAt > 0', "YEAR(now) = 2026 and createdAt < now - 0"]) {
    assert.deepEqual([await found('2026-11-23T09:00:00.000Z', where), await found('2026-11-24T09:00:00.001Z', where), await found('2026-11-23T08:00:00.000Z', where)], [0, 1, 0], where)
  }
  assert.deepEqual([await found('2026-11-23T22:59:00Z', 'createdAt < DAYOF(now)'), await found('2026-11-23T23:01:00Z', 'createdAt < DAYOF(now)')], [0, 1])
})

test('a statement over this moment is made once', () => {
  let made = 0
  const ask = (moment: string) => compiled(at(moment), 'moment.test', (draft) => {
    made++
    assert.ok(bindingOf(draft, rootRow(draft.ctx.registry.object('firm'), 't')).moment !== undefined)
    return whereSql(draft, rootRow(draft.ctx.registry.object('firm'), 't'), 'createdAt < now')
  })
  ask('2026-11-23T09:00:00.000Z')
  ask('2026-11-23T09:00:01.000Z')
  assert.equal(made, 1)
})
