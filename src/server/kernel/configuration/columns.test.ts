import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { defineObject, is } from '../../../contract/definition.ts'
import { name, sql } from '../../../expression/sql.ts'
import { missingParts } from '../metadata/synchronise.ts'
import { startWorld, type World } from '../testing/world.ts'
import { addIndexes } from './columns.ts'

const t = (pl: string, en: string) => ({ pl, en })
const crate = defineObject('crate', { label: t('Skrzynia', 'Crate'), plural: t('Skrzynie', 'Crates'), fields: { name: t('Nazwa', 'Name'), weight: t('Waga', 'Weight') } }, {
  room: 'testing', icon: 'box', nameField: 'name', access: { kind: 'shared' }, fields: { name: is.text({ required: true, indexed: true }), weight: is.number({ indexed: true }) },
  list: { columns: ['name'], order: 'name' }, form: [{ key: 'main', label: t('Dane', 'Facts'), fields: ['name', 'weight'] }],
})

let world: World
before(async () => void (world = await startWorld([crate])))
after(() => world.end())

test('several that make missing indexes at the same moment do not stand in each other’s way', async () => {
  const lost = await world.db.rows<{ name: string }>(sql`select indexname as name from pg_indexes where tablename = 'crate' and (indexdef like '%weight%' or indexdef like '%name%')`)
  for (const index of lost) await world.db.rows(sql`drop index ${name(index.name)}`)
  assert.ok((await missingParts(world.db, world.registry)).indexes.length >= 2)
  await Promise.all([1, 2, 3].map(() => addIndexes(world.db, world.registry)))
  assert.deepEqual((await missingParts(world.db, world.registry)).indexes, [])
})
