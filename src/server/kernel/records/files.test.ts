import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verbs } from '../../../contract/definition.ts'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'

let house: House
let anna: Caller
let jan: Caller
before(async () => {
  house = await startHouse()
  const grants = ['company', 'note'].flatMap((object) => verbs.map((verb) => ({ role: 'test', object, verb, scope: 'all' as const, rule: null })))
  anna = await house.person('Anna', { grants })
  jan = await house.person('Jan', { grants })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const file = (digit: string) => ({ hash: digit.repeat(64), name: `${digit}.png`, size: 5, type: 'image/png' })
const brought = (by: Caller, digit: string) => house.world.db.rows(sql`insert into upload (hash, by, at) values (${digit.repeat(64)}, ${by.id}, now()) on conflict do nothing`)
const company = async (by: Caller, values: object = {}) => (await by.send('POST', '/api/records/company', { name: 'Firma', ...values })).body

test('a file that somebody else brought cannot be taken by its hash', async () => {
  await brought(anna, 'a')
  const { id } = await company(jan)
  const { status, body } = await jan.send('POST', '/api/records/note', { company: id, text: 'x', files: [file('a')] })
  assert.deepEqual([status, body.code, body.fields[0].field], [422, 'file.not_uploaded', 'files.0'])
  assert.equal((await anna.send('POST', '/api/records/note', { company: id, text: 'x', files: [file('a')] })).status, 201)
})

test('what is in the record stays there whoever changes it', async () => {
  await brought(anna, 'b')
  await brought(jan, 'c')
  const { id: about } = await company(anna)
  const { body: note } = await anna.send('POST', '/api/records/note', { company: about, text: 'x', files: [file('b')] })
  const changed = await jan.send('PATCH', `/api/records/note/${note.id}`, { version: 1, files: [file('b'), file('c')] })
  assert.equal(changed.status, 200)
  assert.equal((await jan.send('PATCH', `/api/records/note/${note.id}`, { version: 2, files: [file('b'), file('d')] })).body.fields[0].field, 'files.1')
})

test('in a batch only the item with the foreign file is refused', async () => {
  await brought(anna, 'e')
  const { body } = await jan.send('POST', '/api/records/company/batch', { create: [{ name: 'Z logo', logo: file('e') }, { name: 'Bez logo' }] })
  assert.deepEqual(body.items.map((item: { ok: boolean; code?: string }) => item.code ?? item.ok), ['file.not_uploaded', true])
})

test('a merge may keep the file of the record that goes', async () => {
  await brought(anna, 'f')
  const [kept, gone] = [await company(jan), await company(anna, { logo: file('f') })]
  const { status } = await jan.send('POST', '/api/merge/company', { keep: kept.id, merge: [gone.id], values: { logo: file('f') } })
  assert.equal(status, 200)
  assert.equal((await jan.get(`/api/records/company/${kept.id}`)).body.logo.hash, 'f'.repeat(64))
  const [other, third] = [await company(jan), await company(jan)]
  assert.equal((await jan.send('POST', '/api/merge/company', { keep: other.id, merge: [third.id], values: { logo: file('0') } })).body.code, 'file.not_uploaded')
})
