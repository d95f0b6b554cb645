import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import { assemble } from '../metadata/build.ts'
import { one } from '../query/one.ts'
import { calculatedObjects } from '../testing/calculated.ts'
import { startWorld } from '../testing/world.ts'
import { change } from './change.ts'
import { holds } from './conditions.ts'
import { create, createMany } from './create.ts'
import { layoutOf } from './layout.ts'
import { samples } from './samples.ts'
import { sampleWorld, type SampleWorld } from './sample-world.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

test('a condition knows who works with the person asking, and who is below him', async () => {
  const mate = await world.given('user', { name: 'Ola' })
  const stranger = await world.given('user', { name: 'Jan' })
  const clerk = await world.person('Ewa', {}, { teamMates: [mate], subordinates: [] })
  const isMine = (condition: string, owner: string | null) => holds(clerk, layoutOf(clerk.registry, 'firm'), condition, { owner })
  assert.deepEqual([mate, stranger, null].map((owner) => isMine('owner in me.teamMates', owner)), [true, false, false])
  assert.deepEqual([isMine('owner in me.subordinates', mate), isMine('owner not in me.subordinates', mate)], [false, true])
})

/** A reason is asked of firms in the group 'Vip'; the city is fixed once somebody works there. */
const asking = samples.map((object) => (object.name !== 'firm' ? object : {
  ...object,
  fields: object.fields.map((field) => (field.name === 'reason' ? { ...field, requiredWhen: "group.name = 'Vip'" } : field.name === 'city' ? { ...field, readOnlyWhen: 'COUNT(workers) > 0' } : field)),
}))

test('a field is asked for, and locked, by what only the database knows: what lies behind a link, and how many lead here', async () => {
  const { ctxOf, end } = await startWorld(asking)
  try {
    const ctx = ctxOf()
    const person = ctxOf({ grants: (['create', 'read', 'change'] as const).flatMap((verb) => ['firm', 'group'].map((object) => ({ role: 'r', object, verb, scope: 'all', rule: null }))) })
    const vip = await create(ctx, 'group', { name: 'Vip' })
    const plain = await create(ctx, 'group', { name: 'Zwykła' })
    const refusedAt = async (work: Promise<unknown>) => (await work.then(() => [], (error: RefusalError) => [...error.refusals])).map(({ field, code }) => `${field} ${code}`)
    assert.deepEqual(await refusedAt(create(person, 'firm', { name: 'A', group: vip.id })), ['reason required'])
    await create(person, 'firm', { name: 'B', group: plain.id })
    const made = await create(person, 'firm', { name: 'C', group: vip.id, reason: 'znamy się', city: 'Łódź' })
    const { version } = await change(person, 'firm', made.id, { version: made.version, values: { city: 'Kraków' } })
    await create(ctx, 'worker', { last: 'Nowak', firm: made.id })
    assert.deepEqual(await refusedAt(change(person, 'firm', made.id, { version, values: { city: 'Gdańsk' } })), ['city field_not_writable'])
    await change(person, 'firm', made.id, { version, values: { name: 'C SA' } })
  } finally {
    await end()
  }
})

/** A discount is asked of customers of ten years; the rating stays once they are mine. */
const ofLive = calculatedObjects.map((object) => (object.name !== 'customer' ? object : {
  ...object,
  fields: object.fields.map((field) => (field.name === 'discount' ? { ...field, requiredWhen: 'years >= 10' } : field.name === 'rating' ? { ...field, readOnlyWhen: 'mine' } : field)),
}))

test('a field is asked for, and locked, by what is computed only when it is asked for', async () => {
  const { ctxOf, db, end } = await startWorld(ofLive)
  try {
    const [me] = await db.rows<{ id: string }>(sql`insert into "user" (id, version, created_at, updated_at, name) values (gen_random_uuid(), 1, now(), now(), 'Ewa') returning id`)
    const person = ctxOf({ userId: me!.id, grants: (['create', 'read', 'change'] as const).map((verb) => ({ role: 'r', object: 'customer', verb, scope: 'all', rule: null })) })
    const refusedAt = async (work: Promise<unknown>) => (await work.then(() => [], (error: RefusalError) => [...error.refusals])).map(({ field, code }) => `${field} ${code}`)
    assert.deepEqual(await refusedAt(create(person, 'customer', { name: 'Stary', since: '2010-01-01' })), ['discount required'])
    const { id, version } = await create(person, 'customer', { name: 'Nowy', since: '2020-01-01', discount: '5', owner: null })
    assert.deepEqual(await refusedAt(change(person, 'customer', id, { version, values: { since: '2016-11-23', discount: null } })), ['discount required'])
    const changed = await change(person, 'customer', id, { version, values: { rating: '1', owner: me!.id } })
    assert.deepEqual(await refusedAt(change(person, 'customer', id, { version: changed.version, values: { rating: '2' } })), ['rating field_not_writable'])
  } finally {
    await end()
  }
})

test('a value to begin with that comes to what the field does not take is left empty', async () => {
  const limited = { id: 'firm.days', name: 'days', label: { pl: 'Dni', en: 'Days' }, type: 'number', max: 5, default: { expression: '2 * 3' } } as const
  const { ctxOf, end } = await startWorld(samples.map((object) => (object.name === 'firm' ? { ...object, fields: [...object.fields, limited] } : object)))
  try {
    assert.equal((await create(ctxOf(), 'firm', { name: 'Ala' })).days, null)
  } finally {
    await end()
  }
})

const more = (name: string, field: object) => ({ id: `firm.${name}`, name, label: { pl: name, en: name }, ...field }) as FieldDefinition
/** Declared in an order in which each comes before what it follows from. */
const following = samples.map((object) => {
  if (object.name === 'group') return { ...object, fields: [...object.fields, { ...more('keeper', { type: 'link', target: 'user' }), id: 'group.keeper' }, { ...more('term', { type: 'number' }), id: 'group.term' }] }
  return object.name !== 'firm' ? object : {
    ...object, ownerDefault: { expression: 'group.keeper' },
    fields: [...object.fields, more('shout', { type: 'text', default: { expression: "UPPER(greeting)" } }), more('greeting', { type: 'text', default: { expression: "'Dla ' & name" } }), more('days', { type: 'number', default: { expression: 'group.term' } }), more('kind', { type: 'choice', choices: ['big', 'small'].map((value) => ({ value, label: { pl: value, en: value } })), default: { expression: "IF(group.term > 10, 'big', 'small')" } }), more('doubled', { type: 'number', default: { expression: 'days * 2' } })],
  }
})

test('a value to begin with follows from other fields, from what lies behind links and from other such values', async () => {
  const { ctxOf, end } = await startWorld(following)
  try {
    const ctx = ctxOf()
    const keeper = (await create(ctx, 'user', { name: 'Ola' })).id
    const person = ctxOf({ userId: (await create(ctx, 'user', { name: 'Jan' })).id, grants: (['create', 'read', 'change'] as const).flatMap((verb) => ['firm', 'group'].map((object) => ({ role: 'r', object, verb, scope: 'all', rule: null }))) })
    const group = (await create(ctx, 'group', { name: 'Vip', keeper, term: '14' })).id
    const firm = await create(person, 'firm', { name: 'Alfa', group })
    assert.deepEqual([firm.shout, firm.greeting, firm.days, firm.doubled, firm.kind, firm.owner], ['DLA ALFA', 'Dla Alfa', '14', '28', 'big', { id: keeper, name: 'Ola' }])
    // What is given stays, also when it is given as empty; without anything to follow from the maker keeps the record.
    const given = await create(person, 'firm', { name: 'Beta', group, greeting: null, days: '3', owner: person.who.userId })
    assert.deepEqual([given.shout, given.greeting, given.days, given.doubled, (given.owner as { name: string }).name], [null, null, '3', '6', 'Jan'])
    const alone = await create(person, 'firm', { name: 'Gama' })
    assert.deepEqual([alone.days, alone.doubled, (alone.owner as { name: string }).name], [null, null, 'Jan'])
    const many = await createMany(person, 'firm', [{ name: 'D', group }, { name: 'E' }, { name: 'F', group, days: '1' }])
    const read = await Promise.all(many.map(({ id }) => one(person, 'firm', id!, { columns: ['days', 'doubled', 'owner'] })))
    assert.deepEqual(read.map((row) => [row!.days, row!.doubled, (row!.owner as { name: string }).name]), [['14', '28', 'Ola'], [null, null, 'Jan'], ['1', '2', 'Ola']])
  } finally {
    await end()
  }
})

test('values to begin with that follow from each other in a circle are a fault, and so is one that counts related records', () => {
  const faults = (...fields: FieldDefinition[]) => assemble(samples.map((object) => (object.name === 'firm' ? { ...object, fields: [...object.fields, ...fields] } : object))).faults.map(({ code, field }) => `${field} ${code}`)
  const text = (name: string, expression: string) => more(name, { type: 'text', default: { expression } })
  assert.deepEqual(faults(text('one', 'two'), text('two', 'one'), text('three', 'two')), ['firm.one metadata.bad_default', 'firm.two metadata.bad_default'])
  assert.deepEqual(faults(text('self', 'self')), ['firm.self metadata.bad_default'])
  assert.deepEqual(faults(more('n', { type: 'number', default: { expression: 'COUNT(workers)' } })), ['firm.n metadata.bad_default'])
})
