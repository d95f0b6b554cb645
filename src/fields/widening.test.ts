import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import { isRefusal } from '../contract/refusal.ts'
import { join, name, raw, sql, type Sql } from '../expression/sql.ts'
import { startWorld, type World } from '../server/kernel/testing/world.ts'
import { examples } from './examples.ts'
import { serverOf } from './servers.ts'
import { types, typeOf } from './types.ts'
import { widened, widenedColumns, wideningOf } from './widening.ts'

let world: World
before(async () => void (world = await startWorld()))
after(() => world.end())

const fieldOf = (type: FieldTypeName, options: object = {}) => ({ ...examples[type].field, id: 'a.b', name: 'b', label: { pl: 'b', en: 'b' }, type, ...options }) as unknown as FieldDefinition

// raw is safe in this file: names and types of columns come from the field types themselves.
async function stored(field: FieldDefinition, values: readonly unknown[]): Promise<Sql> {
  const table = name('widened')
  const columns = serverOf(field).columns(field, 'x_kind')
  await world.db.rows(sql`drop table if exists ${table}`)
  await world.db.rows(sql`create table ${table} ("id" int, ${join(columns.map((each) => sql`${name(each.name)} ${raw(each.type)}`))})`)
  const rows = values.map((value, id) => ({ id, ...Object.fromEntries(serverOf(field).toColumns(value, field).map((each, index) => [columns[index]!.name, each])) }))
  const names = join(columns.map((each) => name(each.name)))
  const plain = join(columns.map((each) => sql`${name(each.name)} ${raw(each.type.replace(/ collate .*/, ''))}`))
  await world.db.rows(sql`insert into ${table} ("id", ${names}) select "id", ${names} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given("id" int, ${plain})`)
  return table
}

async function widen(table: Sql, field: FieldDefinition, next: FieldDefinition): Promise<void> {
  const there = new Set(serverOf(field).columns(field, 'x_kind').map((each) => each.name))
  for (const { name: column, type, value } of widenedColumns(field, next, { column: 'x_kind', alias: 'widened' })) {
    if (there.has(column)) await world.db.rows(sql`alter table ${table} alter column ${name(column)} type ${raw(type)} using ${value}`)
    else {
      await world.db.rows(sql`alter table ${table} add column ${name(column)} ${raw(type)}`)
      await world.db.rows(sql`update ${table} set ${name(column)} = ${value}`)
    }
  }
}

describe('every wider type', () => {
  for (const from of Object.keys(types) as FieldTypeName[]) {
    for (const { to } of types[from].widensTo ?? []) {
      test(`holds what ${from} held, as ${to}`, async () => {
        const field = fieldOf(from)
        const next = fieldOf(to, { ...('choices' in field ? { choices: field.choices } : {}), ...(to === 'money' ? { currency: 'EUR' } : {}), ...(to === 'text' ? { maxLength: 3000, pattern: undefined } : {}), decimals: undefined, min: undefined, max: undefined, accept: undefined })
        const values = [...examples[from].values, null]
        const widening = wideningOf(field, next)!
        const expected = values.map((value) => widened(value, widening, next))
        const table = await stored(field, values)
        await widen(table, field, next)
        const rows = await world.db.rows<{ value: unknown }>(sql`select ${serverOf(next).select(next, 'x_kind', 't')} as value from ${table} t order by id`)
        assert.deepEqual(rows.map((row) => serverOf(next).fromSql(row.value, next)), expected)
        for (const value of expected) {
          const accepted = typeOf(next).accept(value, next)
          assert.ok(!isRefusal(accepted) && typeOf(next).same(accepted, value), JSON.stringify(value)?.slice(0, 80))
        }
      })
    }
  }
})

describe('a change of options counts the rows that would not fit', () => {
  const misfits = async (type: FieldTypeName, values: readonly unknown[], next: object, options: object = {}) => {
    const field = fieldOf(type, options)
    const condition = serverOf(field).lossSql?.({ ...field, ...next } as FieldDefinition, 'x_kind', 't') ?? null
    if (condition === null) return []
    const rows = await world.db.rows<{ id: number }>(sql`select id from ${await stored(field, [...values, null])} t where ${condition} order by id`)
    return rows.map(({ id }) => values[id])
  }
  const choices = (...codes: string[]) => codes.map((value) => ({ value, label: { pl: value, en: value } }))

  test('fewer digits after the point, narrower limits', async () => {
    assert.deepEqual(await misfits('number', ['1', '1.50', '1.25', '-3'], { decimals: 1 }), ['1.25'])
    assert.deepEqual(await misfits('number', ['1', '1.5', '20', '-3'], { decimals: undefined, min: 0, max: 1.5 }), ['20', '-3'])
    assert.deepEqual(await misfits('number', ['1.25'], { decimals: 4, min: undefined, max: undefined }), [])
  })

  test('shorter texts, and numbers of a kind', async () => {
    const plain = { pattern: undefined, maxLength: undefined, unique: undefined }
    assert.deepEqual(await misfits('text', ['żółw', 'żółwie'], { ...plain, maxLength: 4 }, plain), ['żółwie'])
    assert.deepEqual(await misfits('text', ['1234563218', 'brak'], { ...plain, pattern: 'nip' }, plain), ['brak'])
    assert.deepEqual(await misfits('longText', ['x'.repeat(600)], { maxLength: undefined }), [])
  })

  test('values and kinds that are taken away', async () => {
    assert.deepEqual(await misfits('choice', ['a', 'b'], { choices: choices('b') }, { choices: choices('a', 'b') }), ['a'])
    assert.deepEqual(await misfits('choices', [['a', 'b'], ['b']], { choices: choices('b') }, { choices: choices('a', 'b') }), [['a', 'b']])
    const [work, home] = [[{ kind: 'work', value: '+48601234567' }], [{ kind: 'home', value: '+48601234568' }]]
    assert.deepEqual(await misfits('phones', [work, home], { kinds: choices('work') }, { kinds: choices('work', 'home') }), [home])
  })
})
