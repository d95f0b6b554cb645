import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LayoutDefinition, RelatedList } from '../../../contract/layout.ts'
import type { RecordRow } from '../../../contract/records.ts'
import { create } from '../records/create.ts'
import { book, shelf } from '../testing/objects.ts'
import { startWorld, type World } from '../testing/world.ts'
import type { Http } from './implement.ts'
import { pageRoutes } from './record-page.ts'

const t = (pl: string, en: string) => ({ pl, en })
const layout = (type: string | null, related: readonly RelatedList[]): LayoutDefinition => ({ kind: 'record', role: null, type, body: { sections: [], headline: [], related } })
const sort = { id: 'shelf.sort', name: 'sort', label: t('Rodzaj', 'Sort'), type: 'choice' as const, choices: ['open', 'locked'].map((value) => ({ value, label: t(value, value) })) }
const shelves = {
  ...shelf, fields: [...shelf.fields, sort], typeField: 'sort', states: [{ field: 'sort', moves: [{ key: 'lock', label: t('Zamknij', 'Lock'), from: ['open'], to: 'locked' }] }],
  layouts: [layout(null, [{ object: 'book', link: 'shelf', columns: ['title'] }]), layout('locked', [{ object: 'book', link: 'shelf', columns: ['title'], where: "genre = 'novel'" }, { object: 'book', link: 'shelf', columns: ['title'], where: "genre = 'poems'" }])],
}

let world: World
before(async () => { world = await startWorld([shelves, book]) })
after(() => world.end())

async function pageOf(kind: string): Promise<{ record: RecordRow; related: { where?: string; rows: RecordRow[] }[] }> {
  const ctx = world.ctxOf()
  const { id } = await create(ctx, 'shelf', { name: kind, sort: kind })
  await create(ctx, 'book', { title: `Lalka ${kind}`, genre: 'novel', shelf: id })
  await create(ctx, 'book', { title: `Sonety ${kind}`, genre: 'poems', shelf: id })
  const [page] = pageRoutes([], [])
  return (await page!.run(ctx, { params: { object: 'shelf', id }, query: {}, body: null }, {} as Http)) as never
}

test('the record’s type decides which lists its page has, also several of one link', async () => {
  const open = await pageOf('open')
  assert.deepEqual(open.related.map(({ rows }) => rows.map(({ title }) => title)), [['Lalka open', 'Sonety open']])
  const locked = await pageOf('locked')
  assert.deepEqual(locked.related.map(({ where, rows }) => [where, rows.map(({ title }) => title)]), [["genre = 'novel'", ['Lalka locked']], ["genre = 'poems'", ['Sonety locked']]])
})

test('the page tells the moves that the record may make', async () => {
  assert.deepEqual((await pageOf('open')).record.can!.moves!.map(({ key }) => key), ['lock'])
  assert.deepEqual((await pageOf('locked')).record.can!.moves, [])
})
