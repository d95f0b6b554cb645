import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { book, shelf } from '../testing/objects.ts'
import { startWorld, type World } from '../testing/world.ts'
import { newId } from '../db/uuid7.ts'
import { whileBare } from './filling.ts'
import { synchronise } from './synchronise.ts'

let world: World
before(async () => {
  world = await startWorld([book, shelf])
})
after(() => world.end())

const named = async (): Promise<string[]> => {
  const rows = await world.db.rows<{ name: string }>(sql`select indexname as name from pg_indexes where tablename in ('book', 'shelf')
    union all select conname from pg_constraint where conrelid = 'book'::regclass and contype = 'f' order by 1`)
  return rows.map(({ name }) => name)
}
const insertBook = (isbn: string) => world.db.rows(sql`insert into book (id, version, created_at, updated_at, title, isbn) values (${newId()}, 1, now(), now(), 'Lalka', ${isbn})`)
const fillBooks = (fill: () => Promise<unknown>) => whileBare(world.db, world.registry, { objects: ['book'], fill })

test('an empty table is filled without its indexes and links, and has them all again afterwards', async () => {
  const before = await named()
  await fillBooks(async () => {
    assert.deepEqual((await named()).filter((name) => name.startsWith('book_')), ['book_pkey'])
    await insertBook('83-1')
  })
  assert.deepEqual(await named(), before)
  await assert.rejects(insertBook('83-1'), { code: '23505' })
})

test('a table that holds records keeps what guards them', async () => {
  const before = await named()
  await fillBooks(async () => {
    assert.deepEqual(await named(), before)
    await assert.rejects(insertBook('83-1'), { code: '23505' })
  })
})

test('a filling that fails leaves nothing taken away', async () => {
  const before = await named()
  await world.db.rows(sql`delete from book`)
  await assert.rejects(fillBooks(() => Promise.reject(new Error('no more rows'))), /no more rows/)
  assert.deepEqual(await named(), before)
})

test('a filling cut off by a kill is repaired by the next start', async () => {
  const before = await named()
  const never = Promise.withResolvers<void>()
  const going = Promise.withResolvers<void>()
  void fillBooks(async () => {
    going.resolve()
    await never.promise
  })
  await going.promise
  assert.notDeepEqual(await named(), before)
  await synchronise(world.db, world.registry)
  assert.deepEqual(await named(), before)
})
