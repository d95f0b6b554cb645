import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FieldDefinition } from '../../../contract/definition.ts'
import { RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { history } from '../history/history.ts'
import { list } from '../query/list.ts'
import { change } from '../records/change.ts'
import { create } from '../records/create.ts'
import { undo } from '../records/undo.ts'
import { book, shelf } from '../testing/objects.ts'
import { both, item, shapedWorld, type ShapedWorld } from '../testing/shaped.ts'
import { changeConfiguration } from './change.ts'
import { addIndexes } from './columns.ts'
import { openLiveRegistry } from './live.ts'

let world: ShapedWorld
before(async () => void (world = await shapedWorld()))
after(() => world.end())

const now = (rest: Partial<Ctx> = {}): Ctx => world.newest(rest)
const price = { object: 'book', name: 'worth', label: both('Worth'), type: 'money' }

async function refusalsOf(work: Promise<unknown>): Promise<{ status: number; codes: string[]; fields: (string | undefined)[] }> {
  const error = await work.then(() => null, (thrown: unknown) => thrown)
  assert.ok(error instanceof RefusalError, `refused, not ${String(error)}`)
  return { status: error.status, codes: error.refusals.map(({ code }) => code), fields: error.refusals.map(({ field }) => field) }
}

test('a field added to an object of the code can be written, listed, filtered and sorted at once', async () => {
  const { items } = await changeConfiguration(now(), [item('field', price)])
  assert.deepEqual(items, [{ kind: 'field', id: 'book.worth', version: 1 }])
  const ctx = now()
  await create(ctx, 'book', { title: 'Lalka', worth: { amount: '39.90', currency: 'PLN' } })
  await create(ctx, 'book', { title: 'Potop', worth: { amount: '59.00', currency: 'PLN' } })
  const answer = await list(ctx, { object: 'book', columns: ['title', 'worth'], where: 'worth > 10 PLN', order: '-worth' })
  assert.deepEqual(answer.rows.map(({ title, worth }) => [title, worth]), [['Potop', { amount: '59.00', currency: 'PLN' }], ['Lalka', { amount: '39.90', currency: 'PLN' }]])
  assert.ok(world.live.now().object('book').form.at(-1)!.fields.includes('worth'), 'it stands on the form')
  await addIndexes(world.db, world.live.now())
})

test('an object of the administrator’s own has a table, links and the way back', async () => {
  await changeConfiguration(now(), [
    item('object', {
      name: 'policy', label: both('Policy'), plural: both('Policies'), icon: 'shield', nameField: 'number', access: { kind: 'owned' }, archivable: true,
      list: { columns: ['number', 'book'], order: 'number' }, form: [],
    }),
    item('field', { object: 'policy', name: 'number', label: both('Number'), type: 'text', required: true, searchable: true }),
    item('field', { object: 'policy', name: 'book', label: both('Book'), type: 'link', target: 'book', reverse: both('Policies') }),
  ])
  const ctx = now()
  const lalka = (await list(ctx, { object: 'book', where: "title = 'Lalka'" })).rows[0]!
  const made = await create(ctx, 'policy', { number: 'A 1', book: lalka.id })
  assert.deepEqual((await list(ctx, { object: 'book', columns: ['title'], where: 'COUNT(policies) = 1' })).rows.map(({ title }) => title), ['Lalka'])
  assert.deepEqual(world.live.now().object('book').related?.at(-1), { object: 'policy', link: 'book', columns: ['number'] })
  await assert.rejects(create(ctx, 'policy', { book: lalka.id }), (error: RefusalError) => error.refusals[0]!.field === 'number')
  await change(ctx, 'policy', made.id, { version: 1, values: { number: 'A 2' } })
  assert.equal((await world.db.rows(sql`select conname from pg_constraint where conrelid = 'x_policy'::regclass and contype = 'f' and conname like '%book%'`)).length, 1)
})

test('a list that nobody has laid out shows the first fields of the object; one laid out stays as it is', async () => {
  const made = { name: 'visit', label: both('Visit'), plural: both('Visits'), icon: 'flag', nameField: 'place', access: { kind: 'shared' }, form: [] }
  const fields = ['place', 'day', 'report', 'read'].map((name, at) => item('field', { object: 'visit', name, label: both(name), type: ['text', 'date', 'files', 'link'][at], ...(name === 'read' ? { target: 'book' } : {}) }))
  await changeConfiguration(now(), [item('object', { ...made, list: { columns: ['place'], order: 'place' } }), ...fields])
  assert.deepEqual(world.live.now().object('visit').list.columns, ['place', 'day', 'read'])
  await changeConfiguration(now(), [item('object', { ...made, list: { columns: ['day'], order: 'day' } }, 'visit', 1)])
  assert.deepEqual(world.live.now().object('visit').list.columns, ['day'])
})

test('a renamed field keeps its values, and is still found by the name it had', async () => {
  const renamed = { ...price, name: 'cost', formerNames: ['worth'] }
  await changeConfiguration(now(), [item('field', renamed, 'book.worth', 1)])
  const { rows } = await list(now(), { object: 'book', columns: ['title', 'cost'], where: 'worth > 50 PLN' })
  assert.deepEqual(rows.map(({ title, cost }) => [title, cost]), [['Potop', { amount: '59.00', currency: 'PLN' }]])
})

test('who saw an older version is refused with what is there now', async () => {
  const error = await changeConfiguration(now(), [item('field', { ...price, name: 'cost', help: both('x') }, 'book.worth', 1)]).then(() => null, (thrown: RefusalError) => thrown)
  assert.equal(error?.status, 409)
  assert.equal((error?.facts.current as { version: number }).version, 2)
})

test('a removed field is hidden with its values kept, and comes back with them', async () => {
  await changeConfiguration(now(), [item('field', null, 'book.worth', 2)])
  assert.equal(world.live.now().field('book', 'cost'), null)
  assert.equal((await world.db.rows(sql`select 1 from book where x_worth_amount is not null`)).length, 2)
  await changeConfiguration(now(), [item('field', { ...price, name: 'cost', formerNames: ['worth'] }, 'book.worth', 3)])
  assert.equal((await list(now(), { object: 'book', where: 'cost > 50 PLN' })).rows.length, 1)
})

test('what a condition mentions cannot be removed, and it is said where it is used', async () => {
  const { items } = await changeConfiguration(now(), [item('field', { object: 'book', name: 'rare', label: both('Rare'), type: 'yesNo' })])
  await changeConfiguration(now(), [item('field', { object: 'book', name: 'vault', label: both('Vault'), type: 'text', shownWhen: 'rare' })])
  const refused = await changeConfiguration(now(), [item('field', null, items[0]!.id, 1)]).then(() => null, (thrown: RefusalError) => thrown)
  assert.equal(refused?.refusals[0]?.code, 'configuration.in_use')
  assert.deepEqual(refused?.facts.uses, ['book.vault'])
})

test('names that cannot be, and unknown words of a body, are refused in their place and nothing is changed', async () => {
  const before = world.live.now().version
  const field = (name: string, more: object = {}) => changeConfiguration(now(), [item('field', { object: 'book', name, label: both('X'), type: 'text', ...more })])
  for (const name of ['Zażółć', '😀', 'title', 'x'.repeat(500), 'createdAt', 'a b']) assert.equal((await refusalsOf(field(name))).status, 422, name)
  assert.deepEqual((await refusalsOf(field('fine', { colour: 'red' }))).fields, ['changes.0.colour'])
  assert.equal((await refusalsOf(changeConfiguration(now(), [item('field', { object: 'book', name: 'sold', label: both('Sold'), type: 'number', decimals: -1 })]))).status, 422)
  assert.equal((await refusalsOf(changeConfiguration(world.ctxOf({}, { registry: world.live.now() }), [item('field', price)]))).status, 403)
  assert.equal(world.live.now().version, before)
  await field('select')
  await create(now(), 'book', { title: 'SQL', select: "'; drop table book; --" })
  assert.equal((await list(now(), { object: 'book', where: "select contains 'drop'" })).rows.length, 1)
})

test('a rehearsal says what would come of it and changes nothing', async () => {
  const answer = await changeConfiguration(now(), [item('field', { ...price, name: 'cost', formerNames: ['worth'], required: true }, 'book.worth', 4)], { rehearse: true })
  assert.deepEqual(answer, { operation: null, items: [], notes: [{ kind: 'gaps', object: 'book', field: 'cost', count: 1 }] })
  assert.notEqual(world.live.now().field('book', 'cost')?.required, true)
})

test('another process hears of the change', async () => {
  const other = await openLiveRegistry(world.db, [book, shelf])
  await other.listen()
  // The first keeps the name under which this process finds its registry.
  world.live = other
  await changeConfiguration(now(), [item('field', { object: 'shelf', name: 'room', label: both('Room'), type: 'text' })])
  assert.equal(other.now().field('shelf', 'room')?.type, 'text')
})

test('two administrators adding fields at once both succeed', async () => {
  await Promise.all(['one', 'two', 'three'].map((name) => changeConfiguration(now(), [item('field', { object: 'shelf', name, label: both(name), type: 'text' })])))
  for (const name of ['one', 'two', 'three']) assert.ok(world.live.now().field('shelf', name), name)
})

test('a choice becomes several choices, a text a long text, a link several links, with every value kept', async () => {
  const choices = [{ value: 'new', label: both('New') }, { value: 'worn', label: both('Worn') }]
  const of = (name: string, rest: object) => ({ object: 'shelf', name, label: both(name), ...rest })
  await changeConfiguration(now(), [item('field', of('state', { type: 'choice', choices, indexed: true })), item('field', of('note', { type: 'text' })), item('field', of('main', { type: 'link', target: 'book' }))])
  await addIndexes(world.db, world.live.now())
  const { id: main } = await create(now(), 'book', { title: 'Quo vadis' })
  const made = await create(now(), 'shelf', { name: 'A', state: 'worn', note: 'x', main })
  await changeConfiguration(now(), [item('field', of('state', { type: 'choices', choices, indexed: true }), 'shelf.state', 1), item('field', of('note', { type: 'longText' }), 'shelf.note', 1), item('field', of('main', { type: 'links', target: 'book' }), 'shelf.main', 1)])
  await addIndexes(world.db, world.live.now())
  const { rows } = await list(now(), { object: 'shelf', columns: ['state', 'note', 'main'], where: "state has 'worn'" })
  assert.deepEqual(rows.map(({ id, state, note, main: links }) => ({ id, state, note, links })), [{ id: made.id, state: ['worn'], note: 'x', links: [{ id: main, name: 'Quo vadis' }] }])
  const back = await refusalsOf(changeConfiguration(now(), [item('field', of('state', { type: 'choice', choices }), 'shelf.state', 2)]))
  assert.deepEqual(back.codes, ['configuration.other_type'])
})

test('a value that records have cannot be taken from a list, and how many have it is said; it may be archived', async () => {
  const of = (choices: object[]) => ({ object: 'shelf', name: 'wood', label: both('Wood'), type: 'choice', choices })
  const [oak, pine] = [{ value: 'oak', label: both('Oak') }, { value: 'pine', label: both('Pine') }]
  await changeConfiguration(now(), [item('field', of([oak, pine]))])
  await create(now(), 'shelf', { name: 'B', wood: 'oak' })
  const refused = await changeConfiguration(now(), [item('field', of([pine]), 'shelf.wood', 1)]).then(() => null, (error: RefusalError) => error)
  assert.deepEqual([refused?.refusals[0]?.code, refused?.refusals[0]?.values?.count], ['configuration.would_lose', 1])
  await changeConfiguration(now(), [item('field', of([{ ...oak, archived: true }, pine]), 'shelf.wood', 1)])
  assert.equal((await list(now(), { object: 'shelf', where: "wood = 'oak'" })).rows.length, 1)
})

test('a field hidden from a person is hidden under the names it had, too; one hidden from all is gone for all but the program', async () => {
  await changeConfiguration(now(), [item('field', { object: 'shelf', name: 'margin', label: both('Margin'), type: 'number' })])
  await changeConfiguration(now(), [item('field', { object: 'shelf', name: 'profit', formerNames: ['margin'], label: both('Profit'), type: 'number' }, 'shelf.margin', 1)])
  const reader = (fields: Record<string, 'none' | 'read'>) =>
    world.ctxOf({ userId: '01990000-0000-7000-8000-000000000001', grants: [{ role: 'r', object: 'shelf', verb: 'read', scope: 'all', rule: null }], fields: { shelf: fields } }, { registry: world.live.now() })
  await list(reader({}), { object: 'shelf', where: 'margin is empty' })
  for (const where of ['margin > 5', 'profit > 5']) await assert.rejects(list(reader({ profit: 'none' }), { object: 'shelf', where }), RefusalError, where)
  await changeConfiguration(now(), [{ kind: 'fieldChange', id: 'shelf.name', version: null, body: { object: 'shelf', help: both('On the door') } }])
  assert.equal(world.live.now().field('shelf', 'name')?.help?.en, 'On the door')
  await changeConfiguration(now(), [item('field', { object: 'shelf', name: 'profit', formerNames: ['margin'], label: both('Profit'), type: 'number', hidden: true }, 'shelf.margin', 2)])
  await assert.rejects(list(reader({}), { object: 'shelf', where: 'profit > 5' }), RefusalError)
  assert.equal((await list(now(), { object: 'shelf', where: 'profit > 5' })).rows.length, 0)
})

test('an indexed text that becomes a long text takes a long value at once', async () => {
  const of = (rest: object) => ({ object: 'shelf', name: 'story', label: both('Story'), ...rest })
  await changeConfiguration(now(), [item('field', of({ type: 'text', indexed: true }))])
  await addIndexes(world.db, world.live.now())
  await changeConfiguration(now(), [item('field', of({ type: 'longText' }), 'shelf.story', 1)])
  await create(now(), 'shelf', { name: 'C', story: Array.from({ length: 20_000 }, (_, n) => `${n * 7919}`).join(' ') })
})

test('what history says of a field is read under its name and as its type of today, and can be taken back', async () => {
  const choices = [{ value: 'low', label: both('Low') }, { value: 'high', label: both('High') }]
  await changeConfiguration(now(), [item('field', { object: 'shelf', name: 'height', label: both('Height'), type: 'choice', choices })])
  const made = await create(now(), 'shelf', { name: 'D', height: 'low' })
  const { version } = await change(now(), 'shelf', made.id, { version: made.version, values: { height: 'high' } })
  await changeConfiguration(now(), [item('field', { object: 'shelf', name: 'levels', formerNames: ['height'], label: both('Levels'), type: 'choices', choices }, 'shelf.height', 1)])
  const { entries } = await history(now(), 'shelf', made.id, { field: 'levels' })
  assert.deepEqual(entries.map(({ changes }) => changes.levels), [{ from: ['low'], to: ['high'] }, { from: null, to: ['low'] }])
  await undo(now(), { history: entries[0]!.id })
  assert.deepEqual((await list(now(), { object: 'shelf', columns: ['levels'], where: `version = ${version + 1}` })).rows.map(({ levels }) => levels), [['low']])
})

test('a choice without values, or of a list that is not there, is refused; so is taking away a list that a field has', async () => {
  const of = (rest: object) => ({ object: 'shelf', name: 'finish', label: both('Finish'), type: 'choice', ...rest })
  for (const rest of [{}, { list: 'nothing' }]) assert.deepEqual((await refusalsOf(changeConfiguration(now(), [item('field', of(rest))]))).codes, ['choice.none'])
  await changeConfiguration(now(), [item('choiceList', { label: both('Finishes'), choices: [{ value: 'matt', label: both('Matt') }] }), item('field', of({ list: 'finishes' }))])
  const refused = await changeConfiguration(now(), [item('choiceList', null, 'finishes', 1)]).then(() => null, (error: RefusalError) => error)
  assert.deepEqual([refused?.refusals[0]?.code, refused?.facts.uses], ['configuration.in_use', ['shelf.finish']])
})

test('an item left out after an upgrade hides no fault of what is changed, and stands in nobody’s way', async () => {
  await world.db.rows(sql`insert into configuration_item (kind, id, version, body, updated_at) values ('field', 'shelf.me', 1, ${JSON.stringify({ object: 'shelf', name: 'me', label: both('Me'), type: 'text' })}::jsonb, now())`)
  const of = (rest: object) => item('field', { object: 'shelf', name: 'extra', label: both('Extra'), type: 'number', ...rest })
  assert.deepEqual((await refusalsOf(changeConfiguration(now(), [of({ formula: 'nothing + 1' })]))).codes, ['unknown_field'])
  assert.deepEqual((await refusalsOf(changeConfiguration(now(), [of({ default: { expression: "'x'" } })]))).codes, ['expected_kind'])
  await changeConfiguration(now(), [of({})])
  assert.ok(world.live.now().field('shelf', 'extra'))
  await changeConfiguration(now(), [item('field', { object: 'shelf', name: 'mine', label: both('Me'), type: 'text' }, 'shelf.me', 1)])
  assert.ok(world.live.now().field('shelf', 'mine'), 'mended')
  assert.deepEqual(world.live.misfits(), [])
})

test('a field that an object is built on can be renamed: its name, its states and types, its tree and whose it is', async () => {
  const choices = [{ value: 'a', label: both('A') }, { value: 'b', label: both('B') }]
  const of = (name: string, rest: object) => ({ object: 'paper', name, label: both(name), ...rest })
  const fields = [of('title', { type: 'text' }), of('code', { type: 'text' }), of('shelf', { type: 'link', target: 'shelf' }), of('under', { type: 'link', target: 'paper' }), of('kind', { type: 'choice', choices }), of('state', { type: 'choice', choices })]
  const states = [{ field: 'state', initial: 'a', moves: [{ key: 'go', label: both('Go'), from: ['a'], to: 'b', required: ['code'] }] }]
  await changeConfiguration(now(), [item('object', {
    name: 'paper', label: both('Paper'), plural: both('Papers'), icon: 'file', nameField: 'title', access: { kind: 'follows', links: ['shelf'] }, tree: 'under', typeField: 'kind', states, duplicateKeys: [['title', 'code']], list: { columns: ['title'], order: 'title' }, form: [],
  }), ...fields.map((field) => item('field', field))])
  for (const field of fields) await changeConfiguration(now(), [item('field', { ...field, name: `${field.name}Now`, formerNames: [field.name] }, `paper.${field.name}`, 1)])
  const paper = world.live.now().object('paper')
  assert.deepEqual([paper.nameField, paper.access, paper.tree, paper.typeField, paper.duplicateKeys], ['titleNow', { kind: 'follows', links: ['shelfNow'] }, 'underNow', 'kindNow', [['titleNow', 'codeNow']]])
  assert.deepEqual([paper.states![0]!.field, paper.states![0]!.moves[0]!.required], ['stateNow', ['codeNow']])
  assert.equal((await create(now(), 'paper', { titleNow: 'X' })).stateNow, 'a')
})

test('of a field of the code a condition can be taken away and a value archived; what the program requires and knows stays', async () => {
  const rare = { object: 'book', shownWhen: "title != ''", help: both('Why') }
  await changeConfiguration(now(), [{ kind: 'fieldChange', id: 'book.bought', version: null, body: rare }])
  assert.equal(world.live.now().field('book', 'bought')?.shownWhen, "title != ''")
  await changeConfiguration(now(), [{ kind: 'fieldChange', id: 'book.bought', version: 1, body: { ...rare, shownWhen: null } }])
  assert.deepEqual([world.live.now().field('book', 'bought')?.shownWhen, world.live.now().field('book', 'bought')?.help?.en], [undefined, 'Why'])
  await changeConfiguration(now(), [{ kind: 'fieldChange', id: 'book.genre', version: null, body: { object: 'book', choices: [{ value: 'poems', label: both('Verse') }] } }])
  const { choices } = world.live.now().field('book', 'genre') as FieldDefinition<'choice'>
  assert.deepEqual(choices.map(({ value, archived }) => [value, archived]), [['poems', undefined], ['novel', true]])
  await changeConfiguration(now(), [{ kind: 'fieldChange', id: 'book.title', version: null, body: { object: 'book', required: false } }])
  assert.equal(world.live.now().field('book', 'title')?.required, true)
})

test('a condition and a formula written before a rename go on to hold for whoever writes a record', async () => {
  const of = (name: string, rest: object) => ({ object: 'shelf', name, label: both(name), ...rest })
  await changeConfiguration(now(), [item('field', of('depth', { type: 'number' })), item('field', of('twice', { type: 'number', formula: 'depth * 2' })), item('field', of('reason', { type: 'text', requiredWhen: 'depth > 10' }))])
  await changeConfiguration(now(), [item('field', of('reach', { formerNames: ['depth'], type: 'number' }), 'shelf.depth', 1)])
  const made = await create(now(), 'shelf', { name: 'E', reach: '4' })
  assert.equal(made.twice, '8')
  await assert.rejects(create(now(), 'shelf', { name: 'F', reach: '11' }), (error: RefusalError) => error.refusals[0]!.field === 'reason')
})
