import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import { join, name, raw, sql, type Sql } from '../expression/sql.ts'
import type { ExprValue } from '../expression/types.ts'
import { startWorld, type World } from '../server/kernel/testing/world.ts'
import { examples } from './examples.ts'
import type { FieldExamples, FieldServer, FieldType } from './field.ts'
import { servers } from './servers.ts'
import { types } from './types.ts'

let world: World
before(async () => void (world = await startWorld()))
after(() => world.end())

// raw is safe in this file: names and types of columns come from the field types themselves.
for (const typeName of Object.keys(types) as FieldTypeName[]) {
  const type = types[typeName] as FieldType<FieldTypeName, unknown>
  const server = servers[typeName] as FieldServer<FieldTypeName, unknown>
  const example = examples[typeName] as FieldExamples<FieldTypeName, unknown>
  const field = { id: 'example.order', name: 'order', label: { pl: 'Pole', en: 'Field' }, ...example.field } as FieldDefinition
  // A reserved word on purpose: an administrator may name his field so.
  const column = 'order'
  const values = [...example.values, null]
  const columns = server.columns(field, column)

  const filled = async <R>(work: (table: Sql) => Promise<R>): Promise<R> => {
    const table = name(`values_of_${typeName.toLowerCase()}`)
    const declared = join(columns.map((each) => sql`${name(each.name)} ${raw(each.type)}`))
    const plain = join(columns.map((each) => sql`${name(each.name)} ${raw(each.type.replace(/ collate .*/, ''))}`))
    await world.db.rows(sql`create table if not exists ${table} ("id" int, ${declared})`)
    await world.db.rows(sql`truncate ${table}`)
    const rows = values.map((value, id) => ({ id, ...Object.fromEntries(server.toColumns(value, field).map((each, index) => [columns[index]!.name, each])) }))
    const names = join(columns.map((each) => name(each.name)))
    await world.db.rows(sql`insert into ${table} ("id", ${names}) select "id", ${names} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given("id" int, ${plain})`)
    return work(table)
  }

  describe(`${typeName} in the database`, () => {
    test('what is written is what is read', async () => {
      const rows = await filled((table) => world.db.rows<{ value: unknown }>(sql`select ${server.select(field, column, 't')} as value from ${table} t order by id`))
      assert.deepEqual(rows.map((row) => server.fromSql(row.value, field)), values)
    })

    test('expressions see the same in the database and in the program', async () => {
      const parts = Object.keys(type.parts?.(field) ?? {})
      const selected = [server.expr(field, column, 't'), ...parts.map((part) => server.part!(field, column, 't', part))]
      const rows = await filled((table) => world.db.rows<Record<string, unknown>>(sql`select ${join(selected.map((each, index) => sql`${each} as ${name(`p${index}`)}`))} from ${table} t order by id`))
      for (const [index, value] of values.entries()) {
        const whole = type.exprValue(value, field)
        assert.deepEqual(comparable(rows[index]!['p0']), comparable(isMoney(whole) ? whole.amount : whole))
        for (const [place, part] of parts.entries()) assert.deepEqual(comparable(rows[index]![`p${place + 1}`]), comparable(type.partValue!(value, part)), part)
      }
    })

    test('it is sorted and compared with a cursor of its own type', async () => {
      const order = server.order(field, column, 't')
      if (order === null) return
      const sorted = await filled((table) => world.db.rows<{ key: unknown; id: number }>(sql`select ${order.expression} as key, id from ${table} t where ${order.expression} is not null order by 1, id`))
      const middle = sorted[Math.floor(sorted.length / 2)]!
      const later = await filled((table) => world.db.rows<{ id: number }>(sql`select id from ${table} t where (${order.expression}, id) > (${middle.key}::${raw(order.type)}, ${middle.id}) order by ${order.expression}, id`))
      assert.deepEqual(later.map((row) => row.id), sorted.slice(sorted.indexOf(middle) + 1).map((row) => row.id))
    })

    test('its indexes can be made and hold every value', async () => {
      await filled(async (table) => {
        for (const index of server.indexes(field, column)) await world.db.rows(sql`create index on ${table} ${raw(index)}`)
      })
      await filled(() => Promise.resolve())
    })
  })
}

test('values of a choice are sorted in the order they were given', async () => {
  const field = { id: 'a.b', name: 'b', label: { pl: 'b', en: 'b' }, type: 'choice', choices: ['zz', 'aa', 'mm'].map((value) => ({ value, label: { pl: value, en: value } })) } as FieldDefinition<'choice'>
  const { expression } = servers.choice.order(field, 'kind', 't')!
  const rows = await world.db.rows<{ kind: string }>(sql`select kind from (values ('mm'), ('aa'), ('zz')) t(kind) order by ${expression}`)
  assert.deepEqual(rows.map((row) => row.kind), ['zz', 'aa', 'mm'])
})

test('Polish names are in Polish order', async () => {
  const [column] = servers.text.columns({ id: 'a.b', name: 'b', label: { pl: 'b', en: 'b' }, type: 'text' }, 'name')
  const rows = await world.db.rows<{ name: string }>(sql`select name from (values ('Żaba'), ('Łąka'), ('Zebra'), ('lampa'), ('Ćma'), ('cegła'), ('Mysz')) t(name) order by name::${raw(column!.type)}`)
  assert.deepEqual(rows.map((row) => row.name), ['cegła', 'Ćma', 'lampa', 'Łąka', 'Mysz', 'Zebra', 'Żaba'])
})

const isMoney = (value: ExprValue): value is { amount: string; currency: string } => typeof value === 'object' && value !== null && 'amount' in value

/** Numbers without the zeros that only show the scale; moments as one text. */
function comparable(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : value
}
