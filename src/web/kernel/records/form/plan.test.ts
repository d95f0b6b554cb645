import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineObject, is } from '../../../../contract/definition.ts'
import type { ObjectView } from '../../../../contract/records.ts'
import { placedIn, planOf } from './plan.ts'
import { formSections, pageSections, quickFields } from './sections.ts'
import { offeredField, reachable, withInitialStates } from './states.ts'

const t = (pl: string, en: string) => ({ pl, en })
const values = (...names: string[]) => names.map((value) => ({ value, label: t(value, value) }))
const section = (key: string, fields: readonly string[], rest = {}) => ({ key, label: t(key, key), fields, ...rest })

const declared = defineObject('contract', {
  label: t('Umowa', 'Contract'), plural: t('Umowy', 'Contracts'),
  fields: { name: t('Nazwa', 'Name'), kind: t('Rodzaj', 'Kind'), stage: t('Stan', 'Stage'), amount: t('Kwota', 'Amount'), place: t('Miejsce', 'Place'), code: t('Kod', 'Code') },
}, {
  room: 'test', icon: 'file', nameField: 'name', access: { kind: 'shared' }, typeField: 'kind',
  fields: { name: is.text({ required: true }), kind: is.choice(values('order', 'inquiry')), stage: is.choice(values('draft', 'sent', 'asked')), amount: is.number(), place: is.text(), code: is.text({ required: true }) },
  list: { columns: ['name'], order: 'name' }, form: [section('main', ['name', 'kind', 'stage', 'amount'])],
  states: [{ field: 'stage', initial: 'draft', types: [{ type: 'inquiry', states: ['asked'], initial: 'asked' }], moves: [{ key: 'send', label: t('W', 'S'), from: ['draft'], to: 'sent' }] }],
})
const contract = {
  ...declared, fields: declared.fields.map((field) => ({ ...field, access: 'write' })),
  shown: {
    create: { '': { sections: [section('main', ['name', 'kind', 'amount', 'gone'])] }, inquiry: { sections: [section('ask', ['name', 'kind', 'place']), section('late', ['amount'], { shownWhen: 'place = 1' })] } },
    quickCreate: { '': { fields: ['name'] }, inquiry: { fields: ['place'] } },
    record: { '': { sections: [section('page', ['amount'])], headline: [], related: [] } }, list: { '': { columns: [], order: '' } },
    mobile: { '': { columns: [] }, inquiry: { columns: [], sections: [section('phone', ['place'])] } },
  },
} as unknown as ObjectView
const names = (sections: readonly { fields: readonly { name: string }[] }[]) => sections.map(({ fields }) => fields.map(({ name }) => name))

test('the type chosen decides the sections; what is gone is left out, and what is required always has a place', () => {
  assert.deepEqual(names(formSections(contract, {})), [['name', 'kind', 'amount', 'code']])
  assert.deepEqual(names(formSections(contract, { kind: 'order' })), [['name', 'kind', 'amount', 'code']])
  assert.deepEqual(names(formSections(contract, { kind: 'inquiry' })), [['name', 'kind', 'place'], ['amount', 'code']])
})

test('a page has its own sections, and a telephone those published for it', () => {
  assert.deepEqual(names(pageSections(contract, { kind: 'inquiry' })), [['amount']])
  assert.deepEqual(names(pageSections(contract, { kind: 'inquiry' }, { phone: true })), [['place']])
  assert.deepEqual(names(pageSections(contract, { kind: 'order' }, { phone: true })), [['amount']])
})

test('a new record asks for its type first, in the short form too', () => {
  const plan = planOf({ object: contract, record: null, quick: true }, { kind: 'inquiry' })
  assert.equal(plan.type?.name, 'kind')
  assert.deepEqual(names(plan.sections), [['name', 'place'], ['amount', 'code']])
  assert.deepEqual(plan.quick.map(({ name }) => name), ['kind', 'place', 'name', 'code'])
  assert.deepEqual(quickFields(contract, { amount: '1' }).map(({ name }) => name), ['kind', 'name', 'code', 'amount'])
  assert.equal(planOf({ object: contract, record: { id: 'a', version: 1 }, quick: false }, {}).type, null)
  assert.deepEqual(names(planOf({ object: contract, record: null, quick: true, only: 'place' }, {}).sections), [['place']])
})

test('only what has a place on the form as it stands is sent', () => {
  const placed = (kind: string, shown: boolean) => [...placedIn(planOf({ object: contract, record: null, quick: false }, { kind }), { stage: 'draft' }, ({ shownWhen }) => shown || shownWhen === undefined)].sort()
  assert.deepEqual(placed('order', true), ['amount', 'code', 'kind', 'name', 'stage'])
  assert.deepEqual(placed('inquiry', false), ['kind', 'name', 'place', 'stage'])
})

test('a state offers itself and what moves lead to; a new record begins where its type does', () => {
  const machine = contract.states![0]!
  assert.deepEqual([...reachable(contract, machine, { stage: 'draft' }, null)], ['draft', 'sent'])
  assert.deepEqual([...reachable(contract, machine, null, 'inquiry')], ['asked'])
  const stage = contract.fields.find(({ name }) => name === 'stage')!
  const offered = offeredField(contract, stage, { from: null, values: { kind: 'inquiry' } })
  assert.deepEqual('choices' in offered && offered.choices.map(({ archived }) => archived === true), [true, true, false])
  assert.deepEqual(withInitialStates(contract, { kind: 'inquiry', stage: 'draft' }, { kind: 'order' }), { kind: 'inquiry', stage: 'asked' })
  assert.deepEqual(withInitialStates(contract, { kind: 'order', stage: 'sent' }, {}), { kind: 'order', stage: 'sent' }, 'a state chosen stays')
})
