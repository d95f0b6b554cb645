import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, notChanged, read, type Made } from '../../app/testing/stories.ts'

let house: House
let administrator: Caller
let boss: Caller
let seller: Caller
let company: Made
let role: Made

const verbs = ['create', 'read', 'change', 'delete'] as const
const grants = (...objects: string[]) => objects.flatMap((object) => verbs.map((verb) => ({ role: 'r', object, verb, scope: 'all' as const, rule: null })))

before(async () => {
  house = await startHouse()
  administrator = await house.person('Administratorka', { all: true })
  boss = await house.person('Szef', { grants: grants('quote', 'company') })
  seller = await house.person('Ola', { grants: grants('quote', 'company') })
  company = await made(administrator, 'company', { name: 'Bau AG' })
  role = await made(administrator, 'role', { name: 'Handlowcy' })
  await house.world.db.rows(sql`update "user" set roles = array[${role.id}::uuid], superior = ${boss.id} where id = ${seller.id}`)
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

async function offer(discount: string | null, by = seller) {
  const quote = await made(by, 'quote', { title: 'Linia', company: company.id, discount })
  await made(by, 'quoteLine', { quote: quote.id, name: 'Maszyna', unitPrice: { amount: '1000', currency: 'PLN' } })
  return now(quote)
}
const now = ({ id }: Made) => read(administrator, 'quote', id) as Promise<Made>
const limit = (values: object) => made(administrator, 'discountLimit', { role: role.id, percent: '10', ...values })
const remove = async ({ id }: Made) => void (await administrator.send('DELETE', `/api/records/discountLimit/${id}?version=2`))

test('where no limit is set any discount goes', async () => {
  assert.equal((await changed(seller, 'quote', await offer('80'), { state: 'sent' }))['state'], 'sent')
})

test('over the limit the quote is not sent before its approver agreed, whom it finds and tells', async () => {
  const set = await limit({})
  assert.equal((await changed(seller, 'quote', await offer('10'), { state: 'sent' }))['state'], 'sent')
  const high = await offer('10.01')
  assert.deepEqual(await notChanged(seller, 'quote', high, { state: 'sent' }), ['quote.over_limit state'])
  const asked = await changed(seller, 'quote', high, { state: 'approval' })
  assert.equal(((await now(asked))['approver'] as { id: string }).id, boss.id)
  const told = await house.world.db.rows<{ person: string }>(sql`select person from notice where record = ${high.id} and kind = 'quote.approval'`)
  assert.deepEqual(told, [{ person: boss.id }])
  assert.deepEqual(await notChanged(seller, 'quote', await now(high), { discount: '1' }), ['quote.under_approval discount'])
  assert.deepEqual(await notChanged(seller, 'quote', await now(high), { state: 'approved' }), ['move_condition state'])
  const approved = await changed(boss, 'quote', await now(high), { state: 'approved' })
  assert.notEqual(approved['approvedAt'], null)
  assert.equal((await changed(seller, 'quote', await now(high), { state: 'sent' }))['state'], 'sent')
  await remove(set)
})

test('sent back, it is a draft again and its approval is gone', async () => {
  const set = await limit({})
  const high = await offer('30')
  await changed(seller, 'quote', high, { state: 'approval' })
  const back = await changed(boss, 'quote', await now(high), { state: 'draft' })
  assert.deepEqual([back['state'], back['approver']], ['draft', null])
  await changed(seller, 'quote', await now(high), { discount: '29' })
  await changed(seller, 'quote', await now(high), { state: 'approval' })
  await changed(boss, 'quote', await now(high), { state: 'approved' })
  // Whoever changes what was approved begins anew.
  await changed(seller, 'quote', await now(high), { state: 'draft', discount: '60' })
  assert.deepEqual(await notChanged(seller, 'quote', await now(high), { state: 'sent' }), ['quote.over_limit state'])
  await remove(set)
})

test('an option with a discount over the limit counts though nobody has chosen it yet', async () => {
  const set = await limit({})
  const quote = await offer(null)
  await made(seller, 'quoteLine', { quote: quote.id, name: 'Osłona', kind: 'optional', unitPrice: { amount: '100', currency: 'PLN' }, discount: '50' })
  assert.deepEqual(await notChanged(seller, 'quote', await now(quote), { state: 'sent' }), ['quote.over_limit state'])
  await remove(set)
})

test('the highest limit of several roles holds, and the limit may name its own approver; nobody approves his own', async () => {
  const other = await made(administrator, 'role', { name: 'Starsi handlowcy' })
  const [low, high] = [await limit({}), await limit({ role: other.id, percent: '25', approver: seller.id })]
  await house.world.db.rows(sql`update "user" set roles = array[${role.id}::uuid, ${other.id}::uuid] where id = ${seller.id}`)
  assert.equal((await changed(seller, 'quote', await offer('25'), { state: 'sent' }))['state'], 'sent')
  const over = await offer('26')
  await changed(seller, 'quote', over, { state: 'approval' })
  assert.equal(((await now(over))['approver'] as { id: string }).id, boss.id)
  await remove(low)
  await remove(high)
})

test('without anybody to approve it the quote stays a draft, and says whom to name', async () => {
  const lonely = await house.person('Sam', { grants: grants('quote', 'company') })
  assert.deepEqual(await notChanged(lonely, 'quote', await offer('50', lonely), { state: 'approval' }), ['quote.no_approver state'])
})
