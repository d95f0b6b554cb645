import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Verb } from '../../../contract/definition.ts'
import { sql } from '../../../expression/sql.ts'
import { grant, startSample, type Sample } from '../query/testing/sample.ts'
import { explainAccess } from './explain.ts'
import type { Who } from './who.ts'

let world: Sample
let anna: string
let firm: string
let remark: string

before(async () => {
  world = await startSample()
  anna = await world.put('user', { name: 'Anna' })
  firm = await world.put('firm', { name: 'Huta', stage: 'offer', owner: await world.put('user', { name: 'Jan' }) })
  remark = await world.put('remark', { title: 'Uwaga', firm })
})
after(() => world.end())

async function why(who: Partial<Who>, object = 'firm', id = firm, verb: Verb = 'read') {
  const { who: about } = world.ctxOf({ userId: anna, name: 'Anna', ...who })
  const { allowed, reasons } = await explainAccess(world.ctxOf(), about, { object, id, verb })
  return { allowed, said: reasons.map((reason) => `${reason.allows ? '+' : '-'} ${reason.text.en}`), polish: reasons.map((reason) => reason.text.pl) }
}

test('a scope that misses the record is named, and the one that reaches it', async () => {
  const { allowed, said } = await why({ grants: [{ ...grant('firm', 'read', 'own'), role: 'Seller' }, { ...grant('firm', 'read', 'all'), role: 'Boss' }] })
  assert.ok(allowed)
  assert.deepEqual(said, [
    '- The role “Seller” allows to see: one’s own. This record is not among them.',
    '+ The role “Boss” allows to see: all. This record is among them.',
  ])
})

test('a rule is told in words, with whether it holds', async () => {
  const { allowed, said, polish } = await why({ grants: [{ ...grant('firm', 'read', 'all', "stage = 'won'"), role: 'Service' }] })
  assert.equal(allowed, false)
  assert.equal(said.length, 2)
  assert.match(said[1]!, /^- The rule of the role “Service” does not hold: .*stage.*won/)
  assert.match(polish[1]!, /Reguła roli „Service” nie jest spełniona/)
})

test('a rule that is no longer understood gives nothing and says so', async () => {
  const { allowed, said } = await why({ grants: [{ ...grant('firm', 'read', 'all', 'gone = {1}'), role: 'Old' }] })
  assert.equal(allowed, false)
  assert.match(said[1]!, /cannot be understood, so it gives nothing: gone = \{1\}/)
})

test('what follows another record is explained by that one', async () => {
  const reached = await why({ grants: [grant('firm', 'read', 'all')] }, 'remark', remark)
  assert.ok(reached.allowed)
  assert.ok(reached.said.includes('+ It belongs to the record in “firm” (firm), where Anna may see.'), reached.said.join('\n'))
  const missed = await why({ grants: [grant('firm', 'read', 'own')] }, 'remark', remark)
  assert.equal(missed.allowed, false)
})

test('without any grant, as administrator, and by a key without scope', async () => {
  assert.deepEqual((await why({})).said, ['- No role of Anna allows to see (firm).'].map((line) => line.replace('(firm)', '(Firms)')))
  assert.deepEqual((await why({ all: true })).said, ['+ Anna is an administrator and reaches everything.'])
  const { allowed, said } = await why({ all: true, keyScopes: new Set(['records:read']) }, 'firm', firm, 'change')
  assert.equal(allowed, false)
  assert.match(said[0]!, /API key/)
})

test('the trash and what is not there are told apart for the administrator', async () => {
  const gone = await world.put('firm', { name: 'Stara', deletedAt: '2026-11-02T00:00:00.000Z' })
  assert.equal((await why({ grants: [grant('firm', 'read', 'all')] }, 'firm', gone)).allowed, false)
  assert.equal((await why({ grants: [grant('firm', 'read', 'all'), grant('firm', 'delete', 'all')] }, 'firm', gone)).allowed, true)
  for (const id of ['nothing', '00000000-0000-7000-8000-000000000000']) assert.deepEqual(await why({ all: true }, 'firm', id).then(({ allowed, said }) => [allowed, said]), [false, ['- There is no such record.']])
  await world.db.rows(sql`delete from firm where id = ${gone}`)
})
