import assert from 'node:assert/strict'
import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, afterEach, before, test } from 'node:test'
import { raw, sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { isInternal } from '../../kernel/outgoing/internal.ts'
import { deliverDue } from '../../kernel/outgoing/deliver.ts'
import { pushWay } from '../sending/actions.ts'
import { newBrowser } from '../testing/browser.ts'
import { deliver, told } from '../testing/story.ts'
import { subscribe } from './actions.ts'
import { whyNotSubscription } from './rules.ts'

let house: House
let service: Server
let port: number
/** What the service heard, and what it answers next. */
const heard: { path: string; headers: IncomingHttpHeaders; body: Buffer }[] = []
let answers: number[] = []
let people = 0

before(async () => {
  house = await startHouse()
  service = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      heard.push({ path: request.url!, headers: request.headers, body: Buffer.concat(pieces) })
      response.writeHead(answers.shift() ?? 201).end('so')
    })
  })
  await new Promise<void>((ready) => service.listen(0, '127.0.0.1', ready))
  port = (service.address() as AddressInfo).port
})
after(async () => {
  service.close()
  await house.end()
})
afterEach(async () => {
  heard.length = 0
  answers = []
  await house.world.db.rows(raw('truncate outgoing, outgoing_lane, push_subscription'))
})

const somebody = (): Promise<Caller> => house.person(`Pusz${++people}`, {})

const browser = (path: string) => ({ ...newBrowser(), endpoint: `http://127.0.0.1:${port}/${path}` })

const subscribed = (person: string, { endpoint, p256dh, auth }: ReturnType<typeof browser>) =>
  house.world.db.rows(sql`insert into push_subscription (id, person, endpoint, p256dh, auth, device, created_at) values (${newId()}, ${person}, ${endpoint}, ${p256dh}, ${auth}, 'Firefox', now())`)
const send = () => deliverDue(house.ctx, pushWay({ anywhere: true, limitMs: 2_000 }))
const parcels = () => house.world.db.rows<{ state: string; attempts: number; why: string | null }>(sql`select state, attempts, failure->>'pl' as why from outgoing where way = 'push' order by id`)
const notice = (person: string) => told(house.ctx, [person], { ways: ['push'] }).then(() => deliver(house))

test('those who keep the settings see what did not go, whose it was and why, without its words, and have it sent again; others do not', async () => {
  const [admin, ania] = [await house.person('Ustawiacz', { functions: new Set(['settings']) }), await somebody()]
  await subscribed(ania.id!, browser('phone'))
  await notice(ania.id!)
  answers = [400]
  await send()
  const { status, body, text } = await admin.get('/api/notices/push/state')
  assert.equal(status, 200, text)
  assert.deepEqual([body.queue.failed, body.troubled.map(({ to, title, why }: { to: string; title: string | null; why: string }) => [to.endsWith(' · Firefox'), title, why])], [1, [[true, null, 'Usługa push odmówiła przyjęcia powiadomienia.']]])
  for (const asked of [ania.get('/api/notices/push/state'), ania.send('POST', '/api/notices/push/retry', {})]) assert.equal((await asked).status, 403)
  assert.deepEqual((await admin.send('POST', '/api/notices/push/retry', {})).body, { again: 1 })
  assert.deepEqual([(await send()).sent, (await parcels()).map(({ state }) => state)], [1, ['sent']])
})

test('a push reaches every device of the person, encrypted for it, with the link, and nobody else’s', async () => {
  const [ania, olek] = [await somebody(), await somebody()]
  const [phone, desktop, other] = [browser('phone'), browser('desktop'), browser('other')]
  await Promise.all([subscribed(ania.id!, phone), subscribed(ania.id!, desktop), subscribed(olek.id!, other)])
  await notice(ania.id!)
  assert.deepEqual(await send(), { sent: 2 })
  assert.deepEqual(await send(), { sent: 0 })
  assert.deepEqual(heard.map(({ path }) => path).sort(), ['/desktop', '/phone'])
  const { body, headers } = heard.find(({ path }) => path === '/phone')!
  const { notices } = (await ania.get('/api/notices')).body
  assert.deepEqual(phone.read(body), { title: 'Nowe zadanie: Oferta', body: 'Termin: jutro', path: `/notices/${notices[0].id}`, tag: notices[0].id })
  assert.throws(() => desktop.read(body))
  assert.deepEqual([headers['content-encoding'], headers['urgency'], headers['ttl']], ['aes128gcm', 'normal', '172800'])
  assert.ok(!body.includes('Oferta'))
})

test('each push is signed by the installation’s own key, for this service, and not for long', async () => {
  const ania = await somebody()
  await subscribed(ania.id!, browser('signed'))
  await notice(ania.id!)
  await send()
  const { publicKey } = (await ania.get('/api/notices/devices')).body
  const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(heard[0]!.headers.authorization!)!
  assert.equal(key, publicKey)
  const [head, claims, signature] = token!.split('.')
  const point = Buffer.from(publicKey, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }
  assert.ok(verify('sha256', Buffer.from(`${head}.${claims}`), { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature!, 'base64url')))
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims!, 'base64url').toString())
  assert.equal(aud, `http://127.0.0.1:${port}`)
  assert.ok(exp * 1000 - Date.now() <= 24 * 3_600_000 && /^(mailto|https):/.test(sub))
})

test('the private key lies sealed, and is the same after a new start', async () => {
  const [kept] = await house.world.db.rows<{ value: { publicKey: string; privateKey: string } }>(sql`select value from sedno_state where key = 'notices.vapid'`)
  assert.match(kept!.value.privateKey, /^v1\./)
  const ania = await somebody()
  assert.equal((await ania.get('/api/notices/devices')).body.publicKey, kept!.value.publicKey)
  assert.ok(!(await ania.get('/api/notices/devices')).text.includes(kept!.value.privateKey))
})

for (const status of [404, 410]) {
  test(`a subscription that is gone (${status}) is taken off the list, and asked no more`, async () => {
    const ania = await somebody()
    await subscribed(ania.id!, browser('gone'))
    answers = [status]
    await notice(ania.id!)
    assert.deepEqual(await send(), { sent: 0 })
    assert.deepEqual((await ania.get('/api/notices/devices')).body.devices, [])
    assert.deepEqual(await parcels(), [{ state: 'failed', attempts: 1, why: 'Urządzenie nie przyjmuje już powiadomień i zostało usunięte z listy.' }])
    await notice(ania.id!)
    await send()
    assert.equal(heard.length, 1)
  })
}

test('a service that is busy gets it later; one that does not let us in, or is away, holds up all and loses nothing', async () => {
  const ania = await somebody()
  await subscribed(ania.id!, browser('busy'))
  answers = [429]
  await notice(ania.id!)
  await send()
  assert.deepEqual((await parcels()).map(({ state, attempts }) => ({ state, attempts })), [{ state: 'waiting', attempts: 1 }])
  await house.world.db.rows(raw('update outgoing set due_at = now()'))
  answers = [403]
  await send()
  const lanes = await house.world.db.rows<{ lane: string }>(raw('select lane from outgoing_lane'))
  assert.deepEqual(lanes, [{ lane: `127.0.0.1:${port}` }])
  await house.world.db.rows(raw('update outgoing_lane set due_at = now()'))
  assert.deepEqual(await send(), { sent: 1 })
  assert.equal((await parcels())[0]!.state, 'sent')
})

test('a device is added, tested and removed by its owner; who signs in on it after him takes it over', async () => {
  const [ania, olek] = [await somebody(), await somebody()]
  const { p256dh, auth } = browser('mine')
  const given = { endpoint: 'https://push.example.com/abc', p256dh, auth, device: 'Chrome, Windows' }
  const added = await ania.send('POST', '/api/notices/devices', given)
  assert.deepEqual(added.body.devices.map(({ device }: { device: string }) => device), ['Chrome, Windows'])
  assert.deepEqual((await ania.send('POST', '/api/notices/devices/test')).body, { devices: 1 })
  assert.equal((await olek.send('DELETE', `/api/notices/devices/${added.body.devices[0].id}`)).status, 404)
  assert.equal((await olek.send('POST', '/api/notices/devices', given)).body.devices.length, 1)
  assert.deepEqual((await ania.get('/api/notices/devices')).body.devices, [])
  assert.deepEqual((await olek.send('DELETE', `/api/notices/devices/${added.body.devices[0].id}`)).body.devices, [])
})

test('a device is told nothing more once its session is ended, and goes on being told when it merely grew old', async () => {
  const ania = await somebody()
  const session = async (age: string) => {
    const id = newId()
    await house.world.db.rows(sql`insert into session (id, user_id, hash, started_at, used_at, idle_seconds, expires_at) values (${id}, ${ania.id}, ${id}, now(), now() - ${age}::interval, 3600, now() + interval '1 day')`)
    const { endpoint, p256dh, auth } = { ...newBrowser(), endpoint: `https://push.example.com/${id}` }
    await subscribe({ ...house.ctx, who: { ...house.ctx.who, userId: ania.id }, origin: { ...house.ctx.origin, session: id } }, { endpoint, p256dh, auth, device: age })
    return id
  }
  const [ended, old] = [await session('1 minute'), await session('2 hours')]
  await house.world.db.rows(sql`delete from session where id in (${ended}, ${old})`)
  assert.deepEqual((await ania.get('/api/notices/devices')).body.devices.map(({ device }: { device: string }) => device), ['2 hours'])
})

test('no made-up address reaches into the own network', () => {
  const { p256dh, auth } = browser('x')
  const codes = (endpoint: string, keys = { p256dh, auth }) => whyNotSubscription({ endpoint, ...keys }).map(({ code }) => code)
  const inside = ['http://push.example.com/x', 'https://127.0.0.1/x', 'https://10.1.2.3/x', 'https://[::1]/x', 'https://[fd00::1]/x', 'https://[::ffff:10.0.0.1]/x', 'https://2130706433/x', 'https://localhost/x', 'https://intranet/x', 'https://db.internal/x', 'nothing', 'https://user@push.example.com/x']
  for (const endpoint of inside) assert.deepEqual(codes(endpoint), ['push.bad_endpoint'], endpoint)
  assert.deepEqual(codes('https://fcm.googleapis.com/fcm/send/abc'), [])
  assert.deepEqual(codes('https://fcm.googleapis.com/x', { p256dh: 'AAAA', auth }), ['push.bad_keys'])
  assert.deepEqual(['169.254.169.254', '::ffff:127.0.0.1', '8.8.8.8', '2606:4700::1111'].map(isInternal), [true, true, false, false])
})
