import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from './check.ts'
import type { Scope, ScopeField } from './language.ts'
import { mentionsOf } from './mentions.ts'
import { parse } from './parse.ts'

const to = (target: string): ScopeField => ({ type: { kind: 'record', object: target }, target })
const fields: Readonly<Record<string, Readonly<Record<string, ScopeField>>>> = {
  company: { name: { type: { kind: 'text' } }, owner: to('user'), turnover: { type: { kind: 'money' }, parts: { amount: { type: { kind: 'number' } } } } },
  deal: { company: to('company'), amount: { type: { kind: 'money' } }, closedOn: { type: { kind: 'date' } }, at: { type: { kind: 'dateTime' } } },
  user: { name: { type: { kind: 'text' } } },
}
const scope: Scope = {
  object: 'company',
  field: (object, name) => fields[object]?.[name] ?? null,
  reverse: (object, name) => (object === 'company' && (name === 'deals' || name === 'dealByCompany') ? { object: 'deal', link: 'company' } : null),
  names: () => [],
}
const typed = (text: string) => check(parse(text).tree!, scope).typed!
const written = (text: string) => mentionsOf(typed(text)).fields.map((one) => `${one.object}.${one.field}${one.part === null ? '' : `.${one.part}`} “${text.slice(one.at, one.at + one.length)}” ${one.hops.map((hop) => `${hop.kind} ${hop.field}`).join(' ')}`.trim())

test('every field on the way is mentioned, with its place in the text and the way to it', () => {
  assert.deepEqual(written('owner.name & name'), ['company.owner “owner”', 'user.name “name” link owner', 'company.name “name”'])
  assert.deepEqual(written('turnover.amount'), ['company.turnover.amount “turnover”'])
})

test('an aggregate mentions the way back, what it reads of the many, and what stands in its conditions', () => {
  assert.deepEqual(written('SUM(deals.amount where closedOn >= today - 365 and this.company.turnover > amount)'), [
    'deal.company “deals” reverse company',
    'deal.amount “amount” reverse company',
    'deal.closedOn “closedOn” reverse company',
    'deal.company “company” reverse company',
    'company.turnover “turnover” reverse company link company',
    'deal.amount “amount” reverse company',
  ])
})

test('it is told whether the value follows the day, the moment, the person or the time zone', () => {
  const of = (text: string) => { const { today, now, me, zone } = mentionsOf(typed(text)); return { today, now, me, zone } }
  assert.deepEqual(of('turnover'), { today: false, now: false, me: false, zone: false })
  assert.deepEqual(of('COUNT(deals where closedOn < today)'), { today: true, now: false, me: false, zone: false })
  assert.deepEqual(of('owner = me'), { today: false, now: false, me: true, zone: false })
  assert.deepEqual(of('me.name'), { today: false, now: false, me: true, zone: false })
  assert.deepEqual(of('MAX(deals.at) < now'), { today: false, now: true, me: false, zone: true })
})
