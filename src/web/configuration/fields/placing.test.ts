import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import type { Configuration } from '../../kernel/shaping/configuration.ts'
import { placesFor, puttingOn } from './placing.ts'

const both = (text: string) => ({ pl: text, en: text })
const layout = (kind: string, body: object, version = 3) => ({ kind: 'layout', id: `company.${kind}`, version, body: { object: 'company', kind, role: null, type: null, body } })
const section = (key: string, fields: string[]) => ({ key, label: both(key), fields })
const configuration = {
  items: [
    layout('record', { sections: [section('one', ['a']), section('two', ['b'])], headline: [], related: [] }), layout('list', { columns: ['name'], order: 'name' }), layout('mobile', { columns: ['name'] }),
    { ...layout('card', { fields: [] }), removedAt: '2026-01-01' }, { ...layout('create', { sections: [] }), body: { ...layout('create', {}).body, object: 'person' } },
  ],
} as unknown as Configuration
const company = { id: 'company' } as ObjectDefinition

test('a new field goes to the end of the published layouts chosen for it, and to no others', () => {
  const places = placesFor(configuration, company)
  assert.deepEqual(places.map(({ id, usual }) => [id, usual]), [['company.record', true], ['company.list', false], ['company.mobile', false]])
  const [record, list, mobile] = puttingOn(configuration, places, 'margin').map(({ version, body }) => [version, (body as { body: object }).body])
  assert.deepEqual(record, [3, { sections: [section('one', ['a']), section('two', ['b', 'margin'])], headline: [], related: [] }])
  assert.deepEqual([list, mobile], [[3, { columns: ['name', 'margin'], order: 'name' }], [3, { columns: ['name', 'margin'] }]])
})
