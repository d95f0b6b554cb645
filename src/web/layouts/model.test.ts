import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Item } from '../../contract/configuration.ts'
import { is, type FieldDefinition, type ObjectDefinition } from '../../contract/definition.ts'
import type { Configuration } from '../kernel/shaping/configuration.ts'
import { begin, changesOf, differs, finished, placesOf, standingOf, withSettings, type Sheet } from './model.ts'

const t = (text: string) => ({ pl: text, en: text })
const nip = { ...is.text({ required: true }), id: 'company.nip', name: 'nip', label: t('NIP') } as FieldDefinition
const own = { ...is.text(), id: 'company.fleet', name: 'fleet', label: t('Fleet'), custom: true } as FieldDefinition
const object: ObjectDefinition = {
  id: 'company', name: 'company', room: 'parties', label: t('Company'), plural: t('Companies'), icon: 'building', fields: [nip, own], nameField: 'nip', access: { kind: 'shared' },
  list: { columns: ['nip', 'fleet'], order: 'nip' }, form: [{ key: 'main', label: t('Main'), fields: ['nip'] }],
}
const field = { kind: 'field', id: 'company.fleet', version: 4, body: { object: 'company', name: 'fleet', label: t('Fleet'), type: 'text', help: t('Old') } } as unknown as Item
const layout = (version: number, role: string | null, removedAt: string | null = null) => ({ kind: 'layout', id: `company.list${role === null ? '' : `.role-${role}`}`, version, removedAt, body: { object: 'company', kind: 'list', role, type: null, body: { columns: ['fleet'], order: 'nip' } } }) as unknown as Item
const configured = (...items: Item[]): Configuration => ({ version: '1', items: [field, ...items], objects: [object], positions: {}, misfits: [], drafts: [] })
const all = { kind: 'list', role: null, type: null } as const
const begun = (configuration: Configuration, place = all as { kind: 'list'; role: string | null; type: null }) => {
  const standing = standingOf(configuration, object, place)
  return { standing, place, version: standing.item?.version ?? null, sheet: begin(standing).sheet }
}

test('where nothing is published one begins with what is declared, for a role with what is closest to it', () => {
  assert.deepEqual(begun(configured()).sheet.body, { columns: ['nip', 'fleet'], order: 'nip' })
  const published = { ...object, layouts: [{ kind: 'list', role: null, type: null, body: { columns: ['fleet'], order: 'nip' } }] } as ObjectDefinition
  assert.deepEqual(standingOf(configured(), published, { kind: 'list', role: 'r', type: null }).basis, { columns: ['fleet'], order: 'nip' })
})

test('a removed layout is not published, yet its version is known, so that it can come again', () => {
  const { standing, version } = begun(configured(layout(7, null, '2026-01-01')))
  assert.deepEqual([standing.published, version], [false, 7])
  assert.deepEqual(placesOf(configured(layout(7, 'r', '2026-01-01')), object), [])
})

test('only what differs is published: fields alone leave the layout undeclared, a copy for a role is a layout', () => {
  const asked = begun(configured())
  const sheet: Sheet = withSettings(asked.sheet, nip, { requiredWhen: "fleet = 'x'" })
  assert.deepEqual(changesOf(configured(), object, { ...asked, sheet }), [{ kind: 'fieldChange', id: 'company.nip', version: null, body: { object: 'company', requiredWhen: "fleet = 'x'" } }])
  const forRole = begun(configured(), { ...all, role: 'r' })
  assert.deepEqual(changesOf(configured(), object, forRole).map(({ kind, id }) => `${kind} ${id}`), ['layout company.list.role-r'])
})

test('a field of the administrator’s own is said whole, and what is emptied is no longer said', () => {
  const asked = begun(configured())
  const sheet = withSettings(asked.sheet, { ...own, help: t('Old') } as FieldDefinition, { help: undefined, shownWhen: 'nip is not empty' })
  const [change] = changesOf(configured(), object, { ...asked, sheet })
  assert.deepEqual([change!.version, change!.body], [4, { object: 'company', name: 'fleet', label: t('Fleet'), type: 'text', shownWhen: 'nip is not empty' }])
})

test('settings that are again as they were are no change', () => {
  const { sheet, standing } = begun(configured())
  const there = withSettings(sheet, nip, { required: false })
  assert.equal(differs(there, standing), true)
  assert.equal(differs(withSettings(there, nip, { required: true }), standing), false)
})

test('a name in one language stands in the other; one that is empty in both is not said', () => {
  assert.deepEqual(finished({ sections: [{ key: 'a', label: { pl: 'Nazwa', en: '' } }, { key: 'b', label: { pl: ' ', en: '' } }] }), { sections: [{ key: 'a', label: { pl: 'Nazwa', en: 'Nazwa' } }, { key: 'b' }] })
})
