import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LayoutBodies } from '../../../contract/layout.ts'
import { onTab, tabOf, withoutTab, withSection, withTab } from './parts.ts'
import { entriesOf, lastPlace, placedPaths, placesFor, put, take, takes } from './sheet.ts'

const t = (text: string) => ({ pl: text, en: text })
const record: LayoutBodies['record'] = {
  sections: [{ key: 'main', label: t('Main'), fields: ['nip', 'regon', 'krs'] }, { key: 'contact', label: t('Contact'), fields: ['phones'] }],
  headline: ['nip'], tiles: [{ field: 'turnover', label: t('Turnover') }],
  related: [{ object: 'person', link: 'company', columns: [] }, { object: 'deal', link: 'company', columns: [] }],
}
const fields = (body: LayoutBodies['record']) => body.sections.map((section) => section.fields.join(' '))
const field = (path: string, list?: string, at = 0) => ({ sort: 'field' as const, path, from: list === undefined ? null : { list: list as 'headline', at } })

test('a field is moved within its section, to before what stands there', () => {
  assert.deepEqual(fields(put(record, field('nip', 'section main', 0), { list: 'section main', at: 2 })), ['regon nip krs', 'phones'])
  assert.deepEqual(fields(put(record, field('krs', 'section main', 2), { list: 'section main', at: 0 })), ['krs nip regon', 'phones'])
})

test('a field has one place among the sections, wherever it came from', () => {
  assert.deepEqual(fields(put(record, field('regon', 'section main', 1), { list: 'section contact', at: 1 })), ['nip krs', 'phones regon'])
  assert.deepEqual(fields(put(record, field('regon'), { list: 'section contact', at: 0 })), ['nip krs', 'regon phones'])
})

test('what stands in a section may be a chip and a tile besides; a chip that becomes a tile is moved', () => {
  const chip = put(record, field('krs', 'section main', 2), { list: 'headline', at: 1 })
  assert.deepEqual([chip.headline, fields(chip)[0]], [['nip', 'krs'], 'nip regon krs'])
  const tile = put(chip, field('krs', 'headline', 1), { list: 'tiles', at: 0 })
  assert.deepEqual([tile.headline, tile.tiles!.map((one) => one.field)], [['nip'], ['krs', 'turnover']])
})

test('a tile keeps its name when it is moved among tiles', () => {
  const two = put(record, field('krs'), { list: 'tiles', at: 0 })
  assert.deepEqual(put(two, field('turnover', 'tiles', 1), { list: 'tiles', at: 0 }).tiles, [{ field: 'turnover', label: t('Turnover') }, { field: 'krs' }])
})

test('sections and related lists are moved among their like only', () => {
  const piece = { sort: 'section' as const, from: { list: 'sections' as const, at: 0 } }
  assert.deepEqual(put(record, piece, { list: 'sections', at: 2 }).sections.map(({ key }) => key), ['contact', 'main'])
  assert.equal(takes('record', 'section main', piece), false)
  assert.equal(takes('record', 'related', piece), false)
})

test('forms take no paths over links, chips and columns do', () => {
  assert.equal(takes('record', 'section main', field('owner.team')), false)
  assert.equal(takes('quickCreate', 'fields', field('owner.team')), false)
  assert.ok(takes('record', 'headline', field('owner.team')) && takes('card', 'fields', field('owner.team')) && takes('list', 'columns', field('owner.team')))
})

test('the places for a field go through the whole screen, without the one that changes nothing', () => {
  const places = placesFor('record', record, field('nip', 'section main', 0)).map(({ list, at }) => `${list} ${at}`)
  assert.deepEqual(places, ['headline 0', 'headline 1', 'tiles 0', 'tiles 1', 'section main 0', 'section main 2', 'section main 3', 'section contact 0', 'section contact 1'])
})

test('what is taken away is without a place again', () => {
  const body = take(record, { list: 'section main', at: 1 })
  assert.equal(placedPaths('record', body).has('regon'), false)
  // A chip is no place for what one fills in.
  assert.equal(placedPaths('record', { ...record, sections: [] }).has('nip'), false)
})

test('the first tab takes what is there; what stood on a removed one goes to the first', () => {
  const tabbed = withTab(record, t('Money'), t('Main'))
  assert.deepEqual(tabbed.tabs!.map(({ key }) => key), ['tab1', 'tab2'])
  const added = withSection(tabbed, { label: t('Terms'), tab: 'tab2' })
  assert.deepEqual([tabOf(added, added.sections[0]!), tabOf(added, added.sections[2]!)], ['tab1', 'tab2'])
  assert.deepEqual(lastPlace('record', added, 'tab2'), { list: `section ${added.sections[2]!.key}`, at: 0 })
  const without = withoutTab(added, 'tab2')
  assert.equal('tabs' in without, false)
  assert.equal(without.sections[2]!.tab, undefined)
  assert.deepEqual(entriesOf(without, 'related').length, 2)
})

test('a section or a related list dragged to a tab stands there, and on the first without naming it', () => {
  const tabbed = withTab(record, t('History'), t('Facts')) as LayoutBodies['record']
  const [first, second] = tabbed.tabs!.map(({ key }) => key)
  const away = onTab(tabbed, { list: 'sections', at: 0 }, second!)
  assert.deepEqual([tabOf(away, away.sections[0]!), tabOf(away, away.sections[1]!)], [second, first])
  const back = onTab(away, { list: 'sections', at: 0 }, first!)
  assert.deepEqual(back.sections, tabbed.sections)
  assert.equal(tabOf(tabbed, onTab(tabbed, { list: 'related', at: 1 }, second!).related[1]!), second)
  assert.equal(onTab(record, { list: 'sections', at: 0 }, 'x'), record)
})
