import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { made, startHouse, type Caller, type House } from '../../app/testing/house.ts'

let house: House
let anna: Caller
let jan: Caller
before(async () => {
  house = await startHouse()
  const all = (['create', 'read', 'change'] as const).flatMap((verb) => ['company', 'note'].map((object) => ({ role: 'test', object, verb, scope: 'all' as const, rule: null })))
  anna = await house.person('Anna', { grants: all })
  jan = await house.person('Jan', { grants: all })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const parts = (name: string, type: string, content: string | Buffer, end = '\r\n--edge--\r\n') =>
  Buffer.concat([Buffer.from(`--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`), Buffer.from(content), Buffer.from(end)])
const send = (who: string, payload: Buffer, type = 'multipart/form-data; boundary=edge', url = '/api/files') =>
  house.app.inject({ method: 'POST', url, headers: { authorization: `Bearer ${who}`, 'content-type': type }, payload })
const fetched = (who: string, path: string) => house.app.inject({ url: `/api/files/${path}`, headers: { authorization: `Bearer ${who}` } })

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const hostile = [['a.html', 'text/html', '<script>alert(1)</script>'], ['a.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], ['a.png', 'image/png', '<html><script>alert(1)</script></html>']] as const

test('what could run in a browser is saved and never opened, whatever its name and the type it says', async () => {
  for (const [name, type, content] of hostile) {
    const { hash } = (await send('Anna', parts(name, type, content))).json()
    const { body: note } = await anna.send('POST', '/api/records/note', { company: (await made(house.ctx, 'company')).id, text: 'x', files: [{ hash, name, size: content.length, type: 'text/html' }] })
    for (const address of [`${hash}?inline=true`, `${hash}?inline=true&object=note&id=${note.id}&field=files`]) {
      const { statusCode, headers } = await fetched('Anna', address)
      assert.equal(statusCode, 200)
      assert.equal(headers['content-type'], 'application/octet-stream', name)
      assert.match(String(headers['content-disposition']), /^attachment;/)
      assert.equal(headers['content-security-policy'], "default-src 'none'; sandbox")
      assert.equal(headers['x-content-type-options'], 'nosniff')
    }
  }
})

test('a picture of a record is shown; another person’s fresh upload is not there', async () => {
  const { hash, type, size } = (await send('Anna', parts('logo.png', 'text/plain', png))).json()
  assert.equal(type, 'image/png')
  const company = await made(house.ctx, 'company')
  assert.equal((await anna.send('PATCH', `/api/records/company/${company.id}`, { version: company.version, logo: { hash, name: 'logo.png', size, type } })).status, 200)
  const shown = await fetched('Jan', `${hash}?inline=true&object=company&id=${company.id}&field=logo`)
  assert.deepEqual([shown.statusCode, shown.headers['content-type']], [200, 'image/png'])
  assert.match(String(shown.headers['content-disposition']), /^inline;/)
  assert.equal((await fetched('Jan', hash)).statusCode, 404)
  assert.equal((await jan.get(`/api/files/${hash}?object=company&id=${company.id}&field=name`)).status, 404)
})

test('a form that is damaged, cut off or of another kind is refused', async () => {
  for (const url of ['/api/files', '/api/imports']) {
    assert.equal((await send('Anna', Buffer.from('x'), 'multipart/form-data', url)).statusCode, 400)
    assert.equal((await send('Anna', parts('a.csv', 'text/csv', 'Nazwa\nA\n', ''), undefined, url)).statusCode, 400)
    assert.equal((await send('Anna', Buffer.from('{}'), 'application/json', url)).statusCode, 415)
    assert.equal((await send('Anna', Buffer.from('--edge--\r\n'), undefined, url)).statusCode, 400)
  }
})

test('a file larger than allowed is refused by its size', async () => {
  const { statusCode, body } = await send('Anna', parts('big.bin', 'application/octet-stream', Buffer.alloc(1_100_000)))
  assert.deepEqual([statusCode, JSON.parse(body).status], [413, 413])
})

const hostileHeaders: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'http://sedno.test.evil.example' }]
const ownHeaders: Record<string, string>[] = [{}, { origin: 'http://sedno.test' }, { 'sec-fetch-site': 'same-origin' }]

test('a change asked with a cookie comes from our own pages only', async () => {
  const asked = (headers: Record<string, string>) => house.app.inject({ method: 'POST', url: '/api/records/tag', headers: { cookie: 'sedno_session=x', host: 'sedno.test', ...headers }, payload: { name: 'x' } })
  for (const headers of hostileHeaders) {
    const answer = await asked(headers)
    assert.deepEqual([answer.statusCode, answer.json().code], [403, 'other_origin'], JSON.stringify(headers))
  }
  for (const headers of ownHeaders) assert.equal((await asked(headers)).statusCode, 401)
})
