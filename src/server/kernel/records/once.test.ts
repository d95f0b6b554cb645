import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { create } from './create.ts'
import { forgetAnswers, once } from './once.ts'
import { codes, refusalOf, sampleWorld, type SampleWorld } from './sample-world.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

test('the same request twice is done once and answered alike, also when both come at the same moment', async () => {
  const before = await world.count('firm')
  const answers = await Promise.all(Array.from({ length: 6 }, () => once(world.program, 'klucz', (ctx) => create(ctx, 'firm', { name: 'Raz' }), 'r')))
  assert.equal(new Set(answers.map(({ id }) => id)).size, 1)
  assert.equal(await world.count('firm'), before + 1)
  assert.deepEqual(await once(world.program, 'klucz', () => assert.fail('done again'), 'r'), answers[0])
})

test('another request with the same key is refused; the same key of another person is another key', async () => {
  await once(world.program, 'k', async () => 1, 'a')
  assert.deepEqual(codes(await refusalOf(once(world.program, 'k', async () => 2, 'b'))), [['key_reused', undefined]])
  const anna = await world.person('Anna', {})
  assert.equal(await once(anna, 'k', async () => 3, 'b'), 3)
})

test('a work that failed leaves the key free and nothing behind', async () => {
  const before = await world.count('firm')
  await refusalOf(once(world.program, 'f', async (ctx) => {
    await create(ctx, 'firm', { name: 'Cofnięta' })
    return create(ctx, 'firm', {})
  }))
  assert.equal(await world.count('firm'), before)
  assert.equal(await once(world.program, 'f', async () => 'teraz dobrze'), 'teraz dobrze')
})

test('after a day the key is as new', async () => {
  await once(world.program, 'dzień', async () => 'pierwszy')
  const tomorrow = world.ctxOf('program', { now: new Date(world.now.getTime() + 25 * 3_600_000) })
  assert.equal(await once(tomorrow, 'dzień', async () => 'drugi'), 'drugi')
  await forgetAnswers(world.ctxOf('program', { now: new Date(world.now.getTime() + 60 * 3_600_000) }))
  assert.equal(await world.count('given_answer'), 0)
})
