import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { is, type FieldDefinition, type ObjectDefinition } from '../../../contract/definition.ts'
import { sql } from '../../../expression/sql.ts'
import { book, shelf } from '../testing/objects.ts'
import { startWorld, type World } from '../testing/world.ts'
import { newId } from '../db/uuid7.ts'
import { buildRegistry } from './build.ts'
import { synchronise } from './synchronise.ts'

let world: World
before(async () => {
  world = await startWorld([book, shelf])
})
after(() => world.end())

const field = (name: string, draft: object) => ({ id: `book.${name}`, name, label: { pl: name, en: name }, ...draft }) as FieldDefinition
const bookWith = (...fields: FieldDefinition[]): ObjectDefinition => ({ ...book, fields: [...book.fields, ...fields] })
const insertBook = (values: { shelf?: string | null; isbn?: string; title?: string }) =>
  world.db.rows(sql`insert into book (id, version, created_at, updated_at, title, isbn, shelf)
    values (${newId()}, 1, now(), now(), ${values.title ?? 'Lalka'}, ${values.isbn ?? null}, ${values.shelf ?? null})`)

test('a second look finds nothing to do', async () => assert.deepEqual(await synchronise(world.db, world.registry), []))

test('a field added to the declaration is a column at once, and rows that were there stay', async () => {
  await insertBook({ title: 'Potop' })
  const registry = buildRegistry([bookWith(field('pages', is.number({ indexed: true })), { ...field('note', is.longText()), custom: true }), shelf])
  const done = await synchronise(world.db, registry)
  assert.deepEqual(done.slice(0, 2), ['alter table "book" add column "pages" numeric', 'alter table "book" add column "x_note" text'].map((each) => done.find((statement) => statement.startsWith(each))!))
  assert.deepEqual(await world.db.rows(sql`select title, pages, x_note from book where title = 'Potop'`), [{ title: 'Potop', pages: null, x_note: null }])
  assert.deepEqual(await synchronise(world.db, registry), [])
})

test('an index whose building was cut off is made anew', async () => {
  const [index] = await world.db.rows<{ name: string }>(sql`select indexrelid::regclass::text as name from pg_index where indrelid = 'shelf'::regclass and not indisprimary and not indisunique limit 1`)
  await world.db.rows(sql`update pg_index set indisvalid = false where indexrelid = ${index!.name}::regclass`)
  assert.equal((await synchronise(world.db, world.registry)).length, 1)
  assert.deepEqual(await world.db.rows(sql`select from pg_index where indrelid = 'shelf'::regclass and not indisvalid`), [])
})

test('records that nobody owns, however wide, are counted from an index alone', async () => {
  await world.db.rows(sql`insert into shelf (id, version, created_at, updated_at, name) select gen_random_uuid(), 1, now(), now(), 'Regał ' || n from generate_series(1, 2000) n`)
  await world.db.connection((client) => client.query('vacuum analyze shelf'))
  const plan = await world.db.transaction(async (tx) => {
    await tx.rows(sql`set local enable_seqscan = off`)
    return JSON.stringify(await tx.rows(sql`explain select count(*) from shelf where deleted_at is null`))
  })
  assert.match(plan, /Index Only Scan/)
  await world.db.rows(sql`delete from shelf where name like 'Regał %'`)
})

test('a field gone from the declaration stays in the database', async () => {
  const without = { ...book, fields: book.fields.filter((each) => each.name !== 'bought'), indexes: [], form: [{ ...book.form[0]!, fields: ['title'] }] }
  await synchronise(world.db, buildRegistry([without, shelf]))
  await world.db.rows(sql`select bought from book limit 1`)
})

test('a field that became another type is refused before anything is changed', async () => {
  const retyped = { ...book, fields: book.fields.map((each) => (each.name === 'bought' ? field('bought', is.number()) : each)) }
  const more: ObjectDefinition = { ...retyped, fields: [...retyped.fields, field('extra', is.text())] }
  await assert.rejects(synchronise(world.db, buildRegistry([more, shelf])), /book\.bought is date, declared as numeric/)
  await assert.rejects(world.db.rows(sql`select extra from book`), { code: '42703' })
})

test('processes that start at once do not trip over each other', async () => {
  const registry = buildRegistry([bookWith(field('weight', is.number())), shelf])
  const done = await Promise.all([1, 2, 3, 4].map(() => synchronise(world.db, registry)))
  assert.equal(done.flat().filter((statement) => statement.includes('"weight"')).length, 1)
})

test('a link leads to a record that is there, and may be checked at the end of a transaction', async () => {
  await assert.rejects(insertBook({ shelf: newId() }), { code: '23503' })
  const later = newId()
  await world.db.transaction(async (tx) => {
    await tx.rows(sql`set constraints all deferred`)
    await tx.rows(sql`insert into book (id, version, created_at, updated_at, title, shelf) values (${newId()}, 1, now(), now(), 'Solaris', ${later})`)
    await tx.rows(sql`insert into shelf (id, version, created_at, updated_at, name) values (${later}, 1, now(), now(), 'SF')`)
  })
})

test('a unique value may be used again once its record lies in the trash', async () => {
  await insertBook({ isbn: '83-1' })
  await assert.rejects(insertBook({ isbn: '83-1' }), { code: '23505' })
  await world.db.rows(sql`update book set deleted_at = now() where isbn = '83-1'`)
  await insertBook({ isbn: '83-1' })
})

test('Polish texts sort as in a Polish dictionary', async () => {
  for (const name of ['Żaba', 'Zebra', 'Łoś', 'Lis', 'ćma', 'Dzik']) await world.db.rows(sql`insert into shelf (id, version, created_at, updated_at, name) values (${newId()}, 1, now(), now(), ${name})`)
  const rows = await world.db.rows<{ name: string }>(sql`select name from shelf where name <> 'SF' order by name`)
  assert.deepEqual(rows.map((row) => row.name), ['ćma', 'Dzik', 'Lis', 'Łoś', 'Zebra', 'Żaba'])
})
