import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'

let house: House
before(async () => {
  house = await startHouse()
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const company = async (name: string, values: object = {}) => (await house.all.send('POST', '/api/records/company', { name, ...values })).body
const person = (lastName: string, at: string) => house.all.send('POST', '/api/records/person', { lastName, company: at })
const tree = async (by: Caller, id: string) => by.get(`/api/records/company/${id}/tree`)
const reader = (name: string, rule: string | null, fields = {}) =>
  house.person(name, { grants: ['company', 'person'].map((object) => ({ role: 'test', object, verb: 'read' as const, scope: 'all' as const, rule: object === 'company' ? rule : null })), fields })

async function group(): Promise<{ root: string; middle: string; leaf: string }> {
  const root = (await company('Grupa', { turnover: { amount: '100', currency: 'PLN' } })).id
  const middle = (await company('Oddział', { parent: root, turnover: { amount: '50', currency: 'EUR' } })).id
  const leaf = (await company('Punkt', { parent: middle, turnover: { amount: '7.50', currency: 'PLN' } })).id
  for (const [name, at] of [['A', root], ['B', leaf], ['C', leaf]] as const) await person(name, at)
  return { root, middle, leaf }
}

test('a group is told from its top, whichever member is asked; figures are of the one and all below it', async () => {
  const { root, middle, leaf } = await group()
  const { body } = await tree(house.all, leaf)
  assert.equal(body.root, root)
  assert.deepEqual(body.nodes.map((node: any) => [node.name, node.depth, node.people]), [['Grupa', 0, 1], ['Oddział', 1, 0], ['Punkt', 2, 2]])
  assert.deepEqual(body.totals, { companies: 1, people: 2, turnover: { PLN: '7.50' } })
  assert.deepEqual((await tree(house.all, middle)).body.totals, { companies: 2, people: 2, turnover: { EUR: '50.00', PLN: '7.50' } })
})

test('what one may not see is neither shown nor counted, and ends the way up', async () => {
  const { root, leaf } = await group()
  const caller = await reader('Częściowy', "name != 'Oddział'")
  const above = (await tree(caller, root)).body
  assert.deepEqual([above.nodes.length, above.totals.companies, above.totals.people], [1, 1, 1])
  const below = (await tree(caller, leaf)).body
  assert.deepEqual([below.root, below.nodes.length], [leaf, 1])
  const blind = await reader('Ślepy', "name = 'nic'")
  assert.equal((await tree(blind, root)).status, 404)
})

test('turnovers are not rolled up for who may not read them', async () => {
  const { root } = await group()
  const caller = await reader('Bezobrotu', null, { company: { turnover: 'none' } })
  const { status, body } = await tree(caller, root)
  assert.deepEqual([status, body.totals], [200, { companies: 3, people: 3 }])
})

test('of two who make each the other’s parent at the same moment one is refused', async () => {
  for (let round = 0; round < 5; round++) {
    const [a, b] = [await company(`A${round}`), await company(`B${round}`)]
    const answers = await Promise.all([
      house.all.send('PATCH', `/api/records/company/${a.id}`, { version: 1, parent: b.id }),
      house.all.send('PATCH', `/api/records/company/${b.id}`, { version: 1, parent: a.id }),
    ])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422])
  }
})

test('history of predecessors is shown to whoever sees them, and to nobody else', async () => {
  const [old, now] = [await company('Poprzednik'), await company('Następca')]
  await house.all.send('POST', '/api/records/note', { company: old.id, text: 'dawna sprawa' })
  await house.all.send('POST', '/api/records/succession', { predecessor: old.id, successor: now.id, kind: 'merger', on: '2026-01-01' })
  const seen = async (by: Caller) => (await by.get(`/api/records/company/${now.id}/timeline?kinds=note`)).body.entries.length
  assert.deepEqual([await seen(await reader('Świadomy', null)), await seen(await reader('Nieświadomy', "name != 'Poprzednik'"))], [1, 0])
})
