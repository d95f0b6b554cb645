import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { holds } from './conditions.ts'
import { layoutOf } from './layout.ts'
import { sampleWorld, type SampleWorld } from './sample-world.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

test('a condition knows who works with the person asking, and who is below him', async () => {
  const mate = await world.given('user', { name: 'Ola' })
  const stranger = await world.given('user', { name: 'Jan' })
  const clerk = await world.person('Ewa', {}, { teamMates: [mate], subordinates: [] })
  const isMine = (condition: string, owner: string | null) => holds(clerk, layoutOf(clerk.registry, 'firm'), condition, { owner })
  assert.deepEqual([mate, stranger, null].map((owner) => isMine('owner in me.teamMates', owner)), [true, false, false])
  assert.deepEqual([isMine('owner in me.subordinates', mate), isMine('owner not in me.subordinates', mate)], [false, true])
})
