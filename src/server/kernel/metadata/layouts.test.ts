import assert from 'node:assert/strict'
import { test } from 'node:test'
import { is, type ObjectDefinition } from '../../../contract/definition.ts'
import { shownFor, type LayoutDefinition } from '../../../contract/layout.ts'
import { program, type Who } from '../access/who.ts'
import type { Ctx } from '../context.ts'
import { metadataFor } from '../http/metadata.ts'
import { book, shelf } from '../testing/objects.ts'
import { buildRegistry } from './build.ts'
import { layoutsShown } from './layouts.ts'

const t = (pl: string, en: string) => ({ pl, en })
const section = (fields: readonly string[], key = 'main') => ({ key, label: t('A', 'A'), fields })
const create = (role: string | null, type: string | null, fields: readonly string[]): LayoutDefinition => ({ kind: 'create', role, type, body: { sections: [section(fields)] } })

const withLayouts = (...layouts: LayoutDefinition[]): ObjectDefinition => ({ ...book, typeField: 'genre', related: [], layouts })
const grants = ['book', 'shelf'].map((object) => ({ role: 'r', object, verb: 'read' as const, scope: 'all' as const, rule: null }))
const reader = (rest: Partial<Who> = {}): Who => ({ ...program, all: false, userId: 'u', grants, fingerprint: 'reader', ...rest })

/** Fields of the create form by type, for the holder of these roles. */
function formOf(layouts: LayoutDefinition[], roles: string[], type: string | null): readonly string[] {
  const object = withLayouts(...layouts)
  const shown = layoutsShown({ registry: buildRegistry([object, shelf]), who: reader({ roles }) }, object)
  return shownFor(shown.create, type)!.sections.flatMap(({ fields }) => fields)
}

const everything = [create(null, null, ['title']), create(null, 'novel', ['isbn']), create('clerk', null, ['shelf']), create('clerk', 'poems', ['price']), create('boss', null, ['bought'])]
const resolutions: [string, LayoutDefinition[], string[], string | null, string[]][] = [
  ['nothing published: what is declared, with the owner', [], ['clerk'], 'novel', ['title', 'isbn', 'shelf', 'price', 'genre', 'bought', 'owner']],
  ['everyone’s', everything, [], null, ['title']],
  ['everyone’s for the type before everyone’s', everything, [], 'novel', ['isbn']],
  ['the role’s before that of the type', everything, ['clerk'], 'novel', ['shelf']],
  ['the role’s for the type before all others', everything, ['clerk'], 'poems', ['price']],
  ['of several roles the first that has one', everything, ['none', 'boss', 'clerk'], null, ['bought']],
  ['of several roles the first that has one for the type', everything, ['boss', 'clerk'], 'poems', ['price']],
  ['a role without a layout sees everyone’s', everything, ['none'], 'poems', ['title']],
]
for (const [what, layouts, roles, type, fields] of resolutions) test(`the closest layout wins: ${what}`, () => assert.deepEqual(formOf(layouts, roles, type), fields))

test('what is gone, hidden or not for the reader is left out, and sections with nothing left with it', () => {
  const object: ObjectDefinition = { ...withLayouts({
    kind: 'record', role: null, type: null,
    body: {
      tabs: [{ key: 'more', label: t('Więcej', 'More') }], sections: [section(['gone', 'title', 'price', 'title']), { ...section(['price'], 'money'), tab: 'more' }],
      headline: ['genre', 'gone.name', 'price.currency', 'shelf.name'], tiles: [{ field: 'price' }, { field: 'bought' }],
      related: [{ object: 'leaf', link: 'book', columns: ['name', 'secret', 'gone'] }, { object: 'leaf', link: 'book', columns: [], where: 'secret = 1' }, { object: 'nothing', link: 'book', columns: [] }],
    },
  }, { kind: 'list', role: null, type: null, body: { columns: ['title', 'price', 'shelf.name', 'shelf.gone'], order: '-price, title' } }) }
  const leaf: ObjectDefinition = {
    ...shelf, id: 'leaf', name: 'leaf', tree: undefined as never,
    fields: [shelf.fields[0]!, { ...is.link('book'), id: 'leaf.book', name: 'book', label: t('K', 'B') } as never, { ...is.number(), id: 'leaf.secret', name: 'secret', label: t('T', 'S') } as never],
    form: [section(['name'])],
  }
  delete leaf.tree
  const who = reader({ fields: { book: { price: 'none' }, leaf: { secret: 'none' } }, grants: [...grants, { ...grants[0]!, object: 'leaf' }] })
  const registry = buildRegistry([{ ...object, layouts: object.layouts!.map((layout) => (layout.kind === 'record' ? { ...layout, body: { ...layout.body, related: layout.body.related.slice(0, 2) } } : layout)) as LayoutDefinition[] }, shelf, leaf])
  const { record, list } = layoutsShown({ registry, who }, object)
  assert.deepEqual(record['']!.sections.map(({ fields }) => fields), [['title']])
  assert.deepEqual(record['']!.headline, ['genre', 'shelf.name'])
  assert.deepEqual(record['']!.tiles, [{ field: 'bought' }])
  assert.deepEqual(record['']!.related, [{ object: 'leaf', link: 'book', columns: ['name'] }], 'a condition over a hidden field takes its list along')
  assert.deepEqual(list[''], { columns: ['title', 'shelf.name'], order: 'title' })
})

test('a reason to stand out that the reader may not read makes nothing stand out for him', () => {
  const lent = { ...is.yesNo(), id: 'book.lent', name: 'lent', label: t('Wypożyczona', 'Lent') } as ObjectDefinition['fields'][number]
  const registry = buildRegistry([{ ...book, related: [], fields: [...book.fields, lent], standsOut: [{ when: 'lent', color: 'red', at: 'title' }] }, shelf])
  const seen = (lentIs: 'none' | 'read') => metadataFor({ registry, who: reader({ fingerprint: lentIs, fields: { book: { lent: lentIs } } }) } as unknown as Ctx).objects.find(({ name }) => name === 'book')!.standsOut
  assert.deepEqual([seen('read')?.map(({ when }) => when), seen('none')], [['lent'], []])
})

test('readers with the same rights and other roles get layouts and moves of their own', () => {
  const move = (key: string, roles?: string[]) => ({ key, label: t(key, key), from: [], to: 'poems', ...(roles === undefined ? {} : { roles }) })
  const registry = buildRegistry([{ ...withLayouts(...everything), states: [{ field: 'genre', moves: [move('any'), move('bossOnly', ['boss'])] }] }, shelf])
  const seen = (roles: string[]) => {
    const view = metadataFor({ registry, who: reader({ roles, fields: {} }) } as unknown as Ctx).objects.find(({ name }) => name === 'book')!
    assert.ok(!('layouts' in view), 'what others see is not told')
    return [view.shown.create['']!.sections[0]!.fields, view.states![0]!.moves.map(({ key }) => key)]
  }
  assert.deepEqual(seen([]), [['title'], ['any']])
  assert.deepEqual(seen(['boss']), [['bought'], ['any', 'bossOnly']])
  assert.deepEqual(seen(['clerk']), [['shelf'], ['any']])
})
