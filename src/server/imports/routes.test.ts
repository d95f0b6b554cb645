import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { csv, multipart, nip, startDesk, type Desk } from './testing/given.ts'

let desk: Desk
before(async () => {
  desk = await startDesk()
  await desk.work()
})
after(async () => {
  assert.deepEqual(desk.house.bugs, [])
  await desk.end()
})

const file = { fileName: 'firmy.csv', text: 'Nazwa;NIP\nFirma;\n' }
const sent = async (fields: Record<string, string>) => {
  const { payload, type } = multipart(fields, file)
  return desk.anna.send('POST', '/api/imports', payload, { 'content-type': type })
}

test('what comes beside the file is read as strictly as any body: each wrong field is named', async () => {
  for (const [fields, field] of [
    [{ object: 'company', mapping: '{' }, 'mapping'],
    [{ object: 'company', options: 'null' }, 'options'],
    [{ object: 'company', mapping: '{"a":1}' }, 'mapping'],
    [{ object: 'company', mapping: '[{"column":0,"field":"name","nonsense":1}]' }, 'mapping.0.nonsense'],
    [{ object: 'company', options: '{"defaults":{"name":"a\\u0000"}}' }, 'options.defaults.name'],
    [{ object: 'company', nonsense: '1' }, 'nonsense'],
    [{}, 'object'],
  ] as [Record<string, string>, string][]) {
    const { status, body } = await sent(fields)
    assert.deepEqual([status, body.fields?.[0].field], [400, field], JSON.stringify(fields))
  }
})

test('an import that wrote nothing, all its rows being there, is taken back without fault', async () => {
  const text = csv([['Nazwa', 'NIP'], ['Jedna', nip(1)], ['Druga', nip(2)]])
  const mapping = [{ column: 0, field: 'name' }, { column: 1, field: 'nip' }]
  const options = { keys: [['nip']], found: 'skip' }
  const first = await desk.upload(text, { mapping, options })
  assert.equal((await desk.until(first.id, 'run')).counts.created, 2)
  const again = await desk.upload(text, { mapping, options })
  assert.deepEqual((await desk.until(again.id, 'run')).counts, { read: 2, created: 0, updated: 0, skipped: 2, refused: 0 })
  const undone = await desk.until(again.id, 'undo')
  assert.deepEqual([undone.state, undone.failure], ['undone', null])
  assert.equal((await desk.house.all.get('/api/records/company?count=true')).body.count.value, 2)
})
