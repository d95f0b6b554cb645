import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type House } from '../../app/testing/house.ts'
import { made } from '../../app/testing/stories.ts'
import { loadQuotes } from './actions.ts'

let house: House
const idFor = (kind: string, index: number): string => {
  const hash = createHash('sha1').update(`${kind} ${index}`).digest('hex')
  return `01900000-0000-7000-8000-${hash.slice(0, 12)}`
}

before(async () => {
  house = await startHouse()
  const seller = await house.person('Ola', { all: true })
  const price = (amount: string) => ({ amount, currency: 'PLN' })
  const [line, robot, gripper] = [await made(house.all, 'product', { name: 'Linia', code: 'L', kind: 'structure', price: price('420000'), cost: price('300000') }), await made(house.all, 'product', { name: 'Robot', code: 'R', kind: 'structure', price: price('150000') }), await made(house.all, 'product', { name: 'Chwytak', code: 'C', price: price('21000'), cost: price('9000') })]
  await made(house.all, 'component', { whole: line.id, part: robot.id })
  await made(house.all, 'component', { whole: robot.id, part: gripper.id, quantity: '2' })
  await made(house.all, 'currencyRate', { currency: 'EUR', on: '2024-01-02', rate: '4.31' })
  for (let n = 0; n < 60; n++) {
    const company = await made(seller, 'company', { name: `Firma ${n}` })
    await made(seller, 'person', { firstName: 'Jan', lastName: `Nr ${n}`, company: company.id })
  }
  await loadQuotes({ ...house.ctx, now: new Date() }, { sellers: [seller.id!], id: idFor })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

test('the invented firm has quotes in every state, in both currencies, of several versions, with structures three levels deep', async () => {
  const states = await house.world.db.rows<{ state: string }>(sql`select distinct state from quote`)
  for (const state of ['sent', 'accepted', 'declined', 'replaced']) assert.ok(states.some((row) => row.state === state), state)
  const [found] = await house.world.db.rows<Record<string, number>>(sql`select count(*) filter (where currency = 'EUR')::int as eur, count(*) filter (where currency = 'PLN')::int as pln, count(*) filter (where edition > 1)::int as later from quote`)
  assert.ok(found!['eur']! > 0 && found!['pln']! > 0 && found!['later']! > 0)
  const [deep] = await house.world.db.rows<{ n: number }>(sql`select count(*)::int as n from quote_line a join quote_line b on b.id = a.parent join quote_line c on c.id = b.parent`)
  assert.ok(deep!.n > 0)
})

test('its quotes say of themselves what their lines come to', async () => {
  const wrong = await house.world.db.rows(sql`
    select q.number from quote q join lateral (
      with recursive t (id, taken) as (
        select l.id, l.kind in ('item', 'component', 'text') or l.chosen from quote_line l where l.quote = q.id and l.parent is null
        union all select l.id, t.taken and (l.kind in ('item', 'component', 'text') or l.chosen) from quote_line l join t on t.id = l.parent)
      select coalesce(sum(l.net_amount), 0) as net, coalesce(sum(l.gross_amount), 0) as gross from t join quote_line l on l.id = t.id where t.taken and l.kind in ('item', 'optional', 'alternative')) s on true
     where s.net <> q.net_amount or s.gross <> q.gross_amount`)
  assert.deepEqual(wrong, [])
})

test('the next quote goes on with the numbers', async () => {
  const [last] = await house.world.db.rows<{ number: string }>(sql`select max(number) as number from quote where number like ${`OF/${new Date().getFullYear()}/%`}`)
  const company = await house.world.db.rows<{ id: string }>(sql`select id from company limit 1`)
  const next = await made(house.all, 'quote', { title: 'x', company: company[0]!.id })
  assert.equal(Number(String(next['number']).slice(-4)), Number(last!.number.slice(-4)) + 1)
})
