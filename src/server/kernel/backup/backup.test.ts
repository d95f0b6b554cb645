import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { raw, sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { newId } from '../db/uuid7.ts'
import { openDiskStore } from '../files/disk.ts'
import { synchronise } from '../metadata/synchronise.ts'
import { book, shelf } from '../testing/objects.ts'
import { startWorld, type World } from '../testing/world.ts'
import { shapeOfDatabase } from './catalog.ts'
import { checkBackup, loadBackup } from './load.ts'
import { quoted, writeBackup } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'sedno-backup-'))
const files = openDiskStore(join(folder, 'files'))
const file = join(folder, 'firm.backup')
let source: World
let target: World

before(async () => {
  ;[source, target] = await Promise.all([startWorld([book, shelf]), startWorld([book, shelf])])
  await source.db.rows(sql`insert into shelf (id, version, created_at, updated_at, name) select gen_random_uuid(), 1, now(), now(), 'Półka ' || n from generate_series(1, 3000) n`)
  await source.db.rows(sql`insert into book (id, version, created_at, updated_at, title, price_amount, price_currency, shelf)
    select gen_random_uuid(), 1, now(), now(), E'Tom\t\\N "' || n || E'"\nżółty', n / 7.0, 'PLN', (select id from shelf limit 1) from generate_series(1, 500) n`)
  await source.db.rows(sql`create sequence own start 41`)
  await source.db.rows(sql`create type colour as enum ('red', 'it''s green')`)
  await source.db.rows(sql`create type pair as (one colour, other text)`)
  await source.db.rows(sql`create function pair_of(text) returns pair language sql immutable as $$ select ('red'::colour, $1)::pair $$`)
  await source.db.rows(sql`create function keep_small() returns trigger language plpgsql as $$ begin new.small := lower(new.small); return new; end $$`)
  await source.db.rows(sql`create table counted (n bigint generated always as identity, doubled numeric(12,2)[] , small text collate "C" default 'it''s', late integer default nextval('own'), primary key (n))`)
  await source.db.rows(sql`insert into counted (doubled) values (array[1.5, null]), (null)`)
  await source.db.rows(sql`create index counted_odd on counted (lower(small)) include (late) where n % 2 = 1`)
  await source.db.rows(sql`create trigger small before insert on counted for each row execute function keep_small()`)
  await source.db.rows(sql`insert into run (id, kind, title, state, payload, at) values (${newId()}, 'import', '{}', 'done', '{}', now())`)
  await source.db.rows(sql`create view counted_well as select n from counted where late > 0`)
  await writeBackup({ db: source.db, files, key: 'the key', program: '1', registry: 'r' }, join(folder, 'without-files.backup'))
  await files.put(Readable.from([Buffer.from('umowa')]))
  await writeBackup({ db: source.db, files, key: 'the key', program: '1', registry: 'r' }, file)
})
after(async () => {
  await Promise.all([source.end(), target.end()])
  rmSync(folder, { recursive: true })
})

/** Everything in it: shape, and a sum over the rows of each table. */
async function contents(db: Db): Promise<unknown> {
  return db.transaction(async (tx) => {
    const shape = await shapeOfDatabase(tx)
    const sums: Record<string, unknown> = {}
    for (const { name } of shape.tables) [sums[name]] = await tx.rows(raw(`select count(*) as rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from ${quoted(name)} t`))
    const sequences: Record<string, unknown> = {}
    for (const { of, read } of shape.sequences) sequences[of] = await tx.rows(raw(read))
    return { before: [...shape.before].sort(), after: [...shape.after].sort(), sums, sequences }
  })
}

test('what is restored is what was there: tables, rows, keys, indexes, sequences, views, files and the key', async () => {
  const store = openDiskStore(join(folder, 'restored'))
  const loaded = await loadBackup({ db: target.db, files: store }, file)
  assert.equal(loaded.key, 'the key')
  assert.deepEqual(await contents(target.db), await contents(source.db))
  const all = []
  for await (const each of store.all()) all.push(await text((await store.open(each.hash)).stream))
  assert.deepEqual(all, ['umowa'])
  await migrate(target.db)
  assert.deepEqual(await synchronise(target.db, target.registry), [])
})

test('what was restored goes on working: the next number, links, months', async () => {
  const [row] = await target.db.rows(sql`insert into counted default values returning n, small, late`)
  assert.deepEqual(row, { n: 3, small: "it's", late: 43 })
  await assert.rejects(target.db.rows(sql`insert into book (id, version, created_at, updated_at, title, shelf) values (${newId()}, 1, now(), now(), 'x', ${newId()})`), { code: '23503' })
})

test('data that are there are replaced only when that is said', async () => {
  await target.db.rows(sql`insert into history (id, at, object, record, version, verb, changes, via, trace) values (${newId()}, now(), 'book', ${newId()}, 1, 'create', '{}', 'web', 't')`)
  const before = await contents(target.db)
  await assert.rejects(loadBackup({ db: target.db, files }, file), /add --replace/)
  assert.deepEqual(await contents(target.db), before)
  await loadBackup({ db: target.db, files }, file, { replace: true })
  assert.deepEqual(await contents(target.db), await contents(source.db))
})

const spoilt: [what: string, sentence: RegExp, spoil: (path: string) => void][] = [
  ['cut off in the middle', /ends too soon/, (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2))],
  ['without its last byte', /ends too soon/, (path) => truncateSync(path, readFileSync(path).length - 1)],
  ['with a piece missing in the middle', /spoilt|ends too soon/, (path) => {
    const bytes = readFileSync(path)
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 5000), bytes.subarray(9000)]))
  }],
  ['with a changed byte', /spoilt|ends too soon/, (path) => {
    const bytes = readFileSync(path)
    bytes[Math.floor(bytes.length * 0.6)]! ^= 0x10
    writeFileSync(path, bytes)
  }],
  ['of a later form', /newer version/, (path) => writeFileSync(path, `SEDNO BACKUP 2\n${readFileSync(path, 'latin1').slice(15)}`, 'latin1')],
  ['that is no backup', /not a backup/, (path) => writeFileSync(path, 'PK…')],
  ['that is empty', /not a backup/, (path) => writeFileSync(path, '')],
]
for (const [what, sentence, spoil] of spoilt) {
  test(`a file ${what} is refused clearly and changes nothing`, async () => {
    const path = join(folder, 'spoilt.backup')
    writeFileSync(path, readFileSync(file))
    spoil(path)
    const store = openDiskStore(join(folder, 'untouched'))
    const before = await contents(target.db)
    await assert.rejects(checkBackup(path), sentence)
    await assert.rejects(loadBackup({ db: target.db, files: store }, path, { replace: true }), sentence)
    assert.deepEqual(await contents(target.db), before)
    for await (const { hash } of store.all()) assert.fail(`left behind: ${hash}`)
  })
}

test('a backup of a newer program is refused', async () => {
  await source.db.rows(sql`insert into sedno_migration (number, title) values (9998, 'future')`)
  const path = join(folder, 'future.backup')
  await writeBackup({ db: source.db, files, key: null, program: '9', registry: 'r' }, path)
  await source.db.rows(sql`delete from sedno_migration where number = 9998`)
  await assert.rejects(checkBackup(path), /newer version/)
})

test('a backup that fails leaves no file, and never spoils the one of that name', async () => {
  const path = join(folder, 'nightly.backup')
  writeFileSync(path, 'yesterday')
  const broken = { ...files, all: () => { throw new Error('disk gone') } }
  await assert.rejects(writeBackup({ db: source.db, files: broken, key: null, program: '1', registry: 'r' }, path), /disk gone/)
  assert.equal(readFileSync(path, 'utf8'), 'yesterday')
  assert.deepEqual(readdirSync(folder).filter((name) => name.includes('unfinished')), [])
})
