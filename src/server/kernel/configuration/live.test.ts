import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ItemKind } from '../../../contract/configuration.ts'
import { sql } from '../../../expression/sql.ts'
import { book, shelf } from '../testing/objects.ts'
import { startWorld, type World } from '../testing/world.ts'
import { openLiveRegistry } from './live.ts'

let world: World
before(async () => void (world = await startWorld([book, shelf])))
after(() => world.end())

const both = (text: string) => ({ pl: text, en: text })
const text = (object: string, name: string) => ({ object, name, label: both(name), type: 'text' })

test('an object that no longer holds after an upgrade is left out alone, and everything else stays', async () => {
  const insert = (kind: ItemKind, id: string, body: object) => world.db.rows(sql`insert into configuration_item (kind, id, version, body, updated_at) values (${kind}, ${id}, 1, ${JSON.stringify(body)}::jsonb, now())`)
  const broken = { name: 'ticket', label: both('Ticket'), plural: both('Tickets'), icon: 'flag', nameField: 'title', access: { kind: 'shared' }, list: { columns: ['title'], order: 'title', views: [{ key: 'v', label: both('V'), where: 'shelf.gone = 1' }] }, form: [] }
  await insert('object', 'ticket', broken)
  await insert('object', 'policy', { ...broken, name: 'policy', list: { columns: ['title'], order: 'title' } })
  await insert('field', 'policy.title', text('policy', 'title'))
  await insert('field', 'book.cost', text('book', 'cost'))
  await insert('field', 'ticket.title', text('ticket', 'title'))
  const live = await openLiveRegistry(world.db, [book, shelf])
  assert.deepEqual(live.misfits().map(({ item: { id } }) => id), ['ticket'])
  assert.ok(live.now().objects.has('policy'))
  assert.ok(live.now().field('book', 'cost'))
  await live.close()
})
