import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { startHouse, type House } from '../../app/testing/house.ts'

let house: House
before(async () => {
  house = await startHouse()
})
after(async () => {
  assert.deepEqual(house.bugs, [], 'nothing of this is a bug')
  await house.end()
})

const at = (path: string) => house.all.get(path)
const post = (path: string, body: unknown) => house.all.send('POST', path, body)
const raw = async (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}, payload?: string | Buffer) =>
  house.app.inject({ method, url, headers: { authorization: 'Bearer program', ...headers }, ...(payload === undefined ? {} : { payload }) })

test('an address that is not written properly is refused like everything else, with the same headers', async () => {
  for (const [address, status] of [['/api/records/company/%ED%A0%80', 400], ['/api/records/company/%zz', 400], [`/api/keys/${'a'.repeat(600)}`, 404], [`/api/calendar/feed/${'a'.repeat(5_000)}`, 404]] as const) {
    const answer = await raw('GET', address)
    assert.equal(answer.statusCode, status, address)
    assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8')
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/)
    assert.deepEqual(Object.keys(answer.json()), ['type', 'title', 'status', 'code', 'detail', 'trace'])
  }
})

test('a character that cannot be kept is refused with its place, whatever the route', async () => {
  for (const [path, field] of [['/api/search?q=a%00b', 'q'], ['/api/views?object=%00', 'object'], ['/api/drafts/%00/x', 'object'], ['/api/records/company?search=%00', 'search']]) {
    const { status, body } = await at(path!)
    assert.deepEqual([status, body.code, body.fields[0].field], [400, 'malformed', field], path)
  }
  for (const bad of ['a\u0000', '\ud800']) {
    const { status, body } = await post('/api/views', { object: 'company', name: 'x', scope: 'own', columns: ['name', bad] })
    assert.deepEqual([status, body.fields[0].field], [400, 'columns.1'])
    assert.equal((await house.all.send('PUT', '/api/drafts/company/new', { values: { name: { deep: [bad] } } })).body.fields[0].field, 'values.name.deep.0')
    assert.equal((await house.all.send('PUT', '/api/drafts/company/new', { values: { [bad]: 1 } })).status, 400)
  }
})

test('values of records are judged by their fields: in a batch the others are written', async () => {
  const { status, body } = await post('/api/records/tag/batch', { create: [{ name: 'zły \u0000' }, { name: 'dobry' }] })
  assert.equal(status, 200)
  assert.deepEqual(body.items.map((item: { ok: boolean; code?: string }) => item.code ?? item.ok), ['text.control', true])
})

test('data nested deeper than anything in the product are refused at once', async () => {
  for (const depth of [101, 200_000]) {
    const answer = await raw('POST', '/api/records/company', { 'content-type': 'application/json' }, `{"name":${'['.repeat(depth)}${']'.repeat(depth)}}`)
    assert.deepEqual([answer.statusCode, answer.json().code], [400, 'malformed'], String(depth))
  }
})

test('an unknown parameter is refused on every route, also where none is known', async () => {
  for (const path of ['/api/metadata', '/api/openapi.json', '/api/runs', '/api/drafts/company/x', '/api/records/company', '/api/records/company/groups', '/api/search?q=a']) {
    const { status, body } = await at(`${path}${path.includes('?') ? '&' : '?'}nonsense=1`)
    assert.deepEqual([status, body.fields?.[0].field], [400, 'nonsense'], path)
  }
  assert.equal((await post('/api/records/company?nonsense=1', { name: 'X' })).status, 400)
})

test('a body where none is expected is refused unless it is empty', async () => {
  const { body: tag } = await post('/api/records/tag', { name: 'Ważny' })
  await house.all.send('DELETE', `/api/records/tag/${tag.id}`)
  assert.equal((await post(`/api/records/tag/${tag.id}/restore`, { force: true })).status, 400)
  assert.equal((await post(`/api/records/tag/${tag.id}/restore`, {})).status, 200)
})

test('a version that no record can have is malformed, not a fault', async () => {
  const { body: tag } = await post('/api/records/tag', { name: 'Stary' })
  for (const version of [1e308, 9_007_199_254_740_993, 0, -1, 1.5, '1', null, [], {}]) {
    const { status } = await house.all.send('PATCH', `/api/records/tag/${tag.id}`, { version, name: 'Nowy' })
    assert.equal(status, version === null ? 428 : 400, JSON.stringify(version))
  }
  assert.equal((await post('/api/records/tag/batch', { update: [{ id: tag.id, version: 9_007_199_254_740_991, name: 'Nowy' }] })).status, 400)
})

test('what is not JSON is 415, what is broken JSON is 400, what is too large is 413', async () => {
  const answers = [
    await raw('POST', '/api/records/tag', { 'content-type': 'application/xml' }, '<name/>'),
    await raw('POST', '/api/records/tag', { 'content-type': 'text/plain' }, '{"name":"x"}'),
    await raw('POST', '/api/records/tag', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--\r\n'),
    await raw('POST', '/api/records/tag', { 'content-type': 'application/json' }, '{"name":'),
    await raw('POST', '/api/records/tag', { 'content-type': 'application/json' }, JSON.stringify({ name: 'x'.repeat(21 * 1024 * 1024) })),
  ]
  assert.deepEqual(answers.map((answer) => answer.statusCode), [415, 415, 415, 400, 413])
  for (const answer of answers) assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
})

test('what is wrong is told in the caller’s language, in words that are not a program’s', async () => {
  const told = async (body: unknown, language: string) => (await house.all.send('POST', '/api/views', body, { 'accept-language': language })).body.fields.map((one: { field: string; message: string }) => `${one.field}: ${one.message}`)
  const wrong = { object: 5, name: '', scope: 'all', columns: 'name', nonsense: 1 }
  assert.deepEqual(await told(wrong, 'pl'), [
    'object: Niedozwolona wartość. Oczekiwano: tekst.', 'name: Co najmniej 1 znak.', 'scope: Niedozwolona wartość. Oczekiwano: jedna z wartości: own, shared, role.',
    'columns: Niedozwolona wartość. Oczekiwano: lista.', 'nonsense: Nieznane pole: nonsense.',
  ])
  assert.deepEqual((await told(wrong, 'en')).slice(0, 2), ['object: A value that is not allowed. Expected: a text.', 'name: At least 1 character.'])
})

test('headers longer than the server reads are told of as everything else', async () => {
  const address = new URL(await house.app.listen({ port: 0 }))
  const answer = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(Number(address.port), address.hostname.replace(/[[\]]/g, ''), () => socket.write(`GET /?where=${'x'.repeat(200_000)} HTTP/1.1\r\nhost: x\r\n\r\n`))
    socket.on('data', (piece) => (text += piece.toString())).on('end', () => resolve(text)).on('error', reject)
  })
  assert.match(answer, /^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/)
  assert.match(answer, /application\/problem\+json[^]*"code":"headers_too_large"/)
})
