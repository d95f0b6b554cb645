import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { defineObject, is, type Values } from '../../../contract/definition.ts'
import type { StateMachine } from '../../../contract/states.ts'
import { say } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { startWorld, type World } from '../testing/world.ts'
import { allowedMoves } from './allowed-moves.ts'
import { batch } from './batch.ts'
import { change, changeMany } from './change.ts'
import { create, createMany } from './create.ts'
import { rehearseChanges } from './rehearse.ts'
import { codes, refusalOf } from './sample-world.ts'
import { undo } from './undo.ts'
import { isRefused } from './writing.ts'

const t = (pl: string, en: string) => ({ pl, en })
const values = (...names: string[]) => names.map((value) => ({ value, label: t(value, value) }))
const main = (fields: readonly string[]) => [{ key: 'main', label: t('Dane', 'Facts'), fields }]
const [boss, clerk] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b']

const user = defineObject('user', { label: t('Osoba', 'Person'), plural: t('Osoby', 'People'), fields: { name: t('Nazwisko', 'Name'), superior: t('Przełożony', 'Superior') } }, {
  room: 'test', icon: 'user', nameField: 'name', access: { kind: 'shared' }, baseline: { read: 'all' }, fields: { name: is.text(), superior: is.link('user') },
  list: { columns: ['name'], order: 'name' }, form: main(['name', 'superior']),
})
const move = (key: string, from: readonly string[], to: string, rest: Partial<StateMachine['moves'][number]> = {}) => ({ key, label: t(key, key), from, to, ...rest })
const stage: StateMachine = {
  field: 'stage', initial: 'draft',
  types: [{ type: 'order', states: ['draft', 'sent', 'signed'] }, { type: 'inquiry', states: ['asked', 'answered'], initial: 'asked' }],
  moves: [
    move('send', ['draft'], 'sent', { required: ['amount', 'tags'] }),
    move('approve', ['sent'], 'approved', { when: 'me != createdBy', whenNot: t('Zatwierdza {inna} osoba.', 'Another {person} approves.') }),
    move('sign', ['sent', 'approved'], 'signed', { roles: [boss] }),
    move('bossSign', ['draft'], 'signed', { when: 'owner.superior = me' }),
    move('answer', ['asked'], 'answered', { types: ['inquiry'] }),
    move('reopen', [], 'draft', { roles: [clerk], when: 'COUNT(annexes) = 0' }),
  ],
}
const contract = defineObject('contract', {
  label: t('Umowa', 'Contract'), plural: t('Umowy', 'Contracts'),
  fields: { name: t('Nazwa', 'Name'), kind: t('Rodzaj', 'Kind'), stage: t('Stan', 'Stage'), amount: t('Kwota', 'Amount'), tags: t('Cechy', 'Tags'), parent: t('Umowa główna', 'Main contract') },
}, {
  room: 'test', icon: 'file', nameField: 'name', access: { kind: 'owned' }, typeField: 'kind', states: [stage],
  fields: {
    name: is.text({ required: true }), kind: is.choice(values('order', 'inquiry')), stage: is.choice(values('draft', 'sent', 'approved', 'signed', 'asked', 'answered', 'archived')),
    amount: is.number(), tags: is.choices(values('a', 'b')), parent: is.link('contract', { reverse: t('Aneksy', 'Annexes') }),
  },
  list: { columns: ['name'], order: 'name' }, form: main(['name', 'kind', 'stage', 'amount', 'tags', 'parent']),
})

let world: World
let jan: Ctx
let ola: Ctx
before(async () => {
  world = await startWorld([user, contract])
  const program = world.ctxOf()
  const above = await create(program, 'user', { name: 'Ola' })
  const below = await create(program, 'user', { name: 'Jan', superior: above.id })
  const grants = (['create', 'read', 'change', 'delete'] as const).map((verb) => ({ role: 'r', object: 'contract', verb, scope: 'all' as const, rule: null }))
  jan = world.ctxOf({ userId: below.id, name: 'Jan', grants })
  ola = world.ctxOf({ userId: above.id, name: 'Ola', grants, roles: [boss] })
})
after(() => world.end())

/** A contract of Jan's in any state, put there by the program. */
const given = async (rest: Values = {}): Promise<string> => (await create(world.ctxOf(), 'contract', { name: 'Umowa', owner: jan.who.userId, createdBy: jan.who.userId, ...rest })).id
const patch = (ctx: Ctx, id: string, values: Values) => change(ctx, 'contract', id, { version: 1, values })
const filled = { amount: '1', tags: ['a'] }

test('a new record begins in the initial state, of its type where the type has its own', async () => {
  assert.equal((await create(jan, 'contract', { name: 'A' })).stage, 'draft')
  assert.equal((await create(jan, 'contract', { name: 'A', stage: null })).stage, 'draft')
  assert.equal((await create(jan, 'contract', { name: 'A', kind: 'inquiry' })).stage, 'asked')
})

const creations: [string, Values, [string, string | undefined][] | null][] = [
  ['reached by a move whose needs are met', { stage: 'sent', ...filled }, null],
  ['reached by a move whose fields are missing', { stage: 'sent', amount: '1' }, [['required', 'tags']]],
  ['no move leads to', { stage: 'approved' }, [['move_not_allowed', 'stage']]],
  ['that the type does not have', { stage: 'sent', kind: 'inquiry', ...filled }, [['state_not_of_type', 'stage']]],
  ['with a condition that does not hold', { stage: 'signed' }, [['move_condition', 'stage']]],
]
for (const [what, values, refused] of creations) {
  test(`a record created in a state ${what}: ${refused === null ? 'passes' : 'is refused'}`, async () => {
    const making = create(jan, 'contract', { name: 'A', ...values })
    if (refused === null) assert.equal((await making).stage, values.stage)
    else assert.deepEqual(codes(await refusalOf(making)), refused)
  })
}

test('an import and the program may begin anywhere the type allows', async () => {
  assert.deepEqual((await createMany(jan, 'contract', [{ name: 'A', stage: 'signed' }, { name: 'B', stage: 'sent', kind: 'inquiry' }], { anyState: true })).map(isRefused), [false, true])
  assert.equal((await create(world.ctxOf(), 'contract', { name: 'A', stage: 'archived' })).stage, 'archived')
})

const changes: [string, Values, Values, [string, string | undefined][] | null, (() => Ctx)?][] = [
  ['along a move', { ...filled }, { stage: 'sent' }, null],
  ['along a move with what it asks for', {}, { stage: 'sent', ...filled }, null],
  ['without what the move asks for', {}, { stage: 'sent' }, [['required', 'amount'], ['required', 'tags']]],
  ['emptying what the move asks for', { ...filled }, { stage: 'sent', tags: [] }, [['required', 'tags']]],
  ['where no move leads', {}, { stage: 'archived' }, [['move_not_allowed', 'stage']]],
  ['to nothing', {}, { stage: null }, [['move_not_allowed', 'stage']]],
  ['by a move of another role', { stage: 'sent' }, { stage: 'signed' }, [['move_not_allowed', 'stage']]],
  ['by a move of his role', { stage: 'sent' }, { stage: 'signed' }, null, () => ola],
  ['by an administrator, whatever the role', { stage: 'sent' }, { stage: 'signed' }, null, () => world.ctxOf({ all: true, userId: ola.who.userId })],
  ['by an administrator where no move leads', {}, { stage: 'archived' }, [['move_not_allowed', 'stage']], () => world.ctxOf({ all: true, userId: ola.who.userId })],
  ['by whom the condition excludes', { stage: 'sent' }, { stage: 'approved' }, [['move_condition', 'stage']]],
  ['by a second person', { stage: 'sent' }, { stage: 'approved' }, null, () => ola],
  ['by the superior, found behind a link', {}, { stage: 'signed' }, null, () => ola],
  ['by somebody who is not the superior', {}, { stage: 'signed' }, [['move_condition', 'stage']]],
  ['condition over what is written along with it', {}, { stage: 'signed', owner: 'ola' }, [['move_condition', 'stage']], () => ola],
  ['by a move from any state', { stage: 'signed' }, { stage: 'draft' }, null, () => ({ ...jan, who: { ...jan.who, roles: [clerk] } })],
  ['by a move of another type', { stage: 'asked' }, { stage: 'answered' }, [['move_not_allowed', 'stage']]],
  ['by a move of its type', { stage: 'asked', kind: 'inquiry' }, { stage: 'answered' }, null],
  ['leaving the state alone', { stage: 'archived' }, { name: 'B' }, null],
  ['choosing a type that has the state', {}, { kind: 'order' }, null],
  ['choosing a type that lacks the state', {}, { kind: 'inquiry' }, [['state_not_of_type', 'kind']]],
]
for (const [what, start, values, refused, by] of changes) {
  test(`a change ${what}: ${refused === null ? 'passes' : 'is refused'}`, async () => {
    const id = await given(start)
    const wanted = values.owner === 'ola' ? { ...values, owner: ola.who.userId } : values
    const changing = patch(by?.() ?? jan, id, wanted)
    if (refused === null) await changing
    else assert.deepEqual(codes(await refusalOf(changing)), refused)
  })
}

test('a condition may count what links to the record', async () => {
  const id = await given({ stage: 'signed' })
  await given({ parent: id })
  assert.deepEqual(codes(await refusalOf(patch({ ...jan, who: { ...jan.who, roles: [clerk] } }, id, { stage: 'draft' }))), [['move_condition', 'stage']])
})

test('the refusal says what the administrator wrote, as he wrote it', async () => {
  const { refusals: [approval] } = await refusalOf(patch(jan, await given({ stage: 'sent' }), { stage: 'approved' }))
  assert.equal(say(approval!.text, 'pl', approval!.values), 'Zatwierdza {inna} osoba.')
  const { refusals: [lost] } = await refusalOf(patch(jan, await given({ kind: 'order' }), { kind: 'inquiry' }))
  assert.match(say(lost!.text, 'en', lost!.values), /“draft”.*“inquiry”/)
})

test('many changes, batches, rehearsals and consequences of an undo go through the same step', async () => {
  const ids = [await given(filled), await given(), await given({ stage: 'sent' })]
  const wanted = ids.map((id) => ({ id, version: 1, values: { stage: 'sent' } }))
  assert.deepEqual((await rehearseChanges(jan, 'contract', wanted)).map((one) => one?.refusals[0]!.code ?? null), [null, 'required', null])
  const operation = '01900000-0000-7000-8000-0000000000ff'
  assert.deepEqual((await changeMany(jan, 'contract', wanted, { operation })).map(isRefused), [false, true, false])
  const answer = await batch(jan, 'contract', { create: [{ name: 'A', stage: 'signed' }, { name: 'B' }] })
  assert.deepEqual(answer.items.map((item) => (item.ok ? item.did : item.code)), ['move_condition', 'create'])
  assert.equal((await undo(jan, { operation })).undone, 1, 'what was done may be taken back, though no move leads back')
})

test('the moves a person may make are those a write would let pass, with what is missing and why not', async () => {
  const id = await given()
  const summary = async (ctx: Ctx, of = id) => (await allowedMoves(ctx, 'contract', of)).map(({ key, missing, reason }) => [key, missing ?? [], reason ?? null])
  assert.deepEqual(await summary(jan), [['send', ['amount', 'tags'], null], ['bossSign', [], 'Warunek przejścia „bossSign” nie jest spełniony.']])
  assert.deepEqual(await summary(ola), [['send', ['amount', 'tags'], null], ['bossSign', [], null]])
  const sent = await given({ stage: 'sent' })
  assert.deepEqual(await summary(jan, sent), [['approve', [], 'Zatwierdza {inna} osoba.']])
  assert.deepEqual(await summary(ola, sent), [['approve', [], null], ['sign', [], null]])
  const before = await given()
  await world.db.rows(sql`update contract set stage = null where id = ${before}`)
  assert.deepEqual((await summary(jan, before)).map(([key]) => key), ['draft'], 'what is from before there were states begins where a new one does')
  await patch(jan, before, { stage: 'draft' })
  const reader = world.ctxOf({ userId: ola.who.userId, grants: [{ role: 'r', object: 'contract', verb: 'read', scope: 'all', rule: null }] })
  assert.deepEqual(await summary(reader, sent), [], 'who may not change the record makes no moves')
  const blind = { ...jan, who: { ...jan.who, fingerprint: 'blind', fields: { contract: { tags: 'read' as const } } } }
  assert.match((await allowedMoves(blind, 'contract', id))[0]!.reason!, /ktoś inny/)
})
