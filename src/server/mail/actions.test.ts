import assert from 'node:assert/strict'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { after, afterEach, before, test } from 'node:test'
import { raw, sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import { deliverDue } from '../kernel/outgoing/deliver.ts'
import { startWorld, type World } from '../kernel/testing/world.ts'
import { refusalOf } from '../kernel/records/sample-world.ts'
import { queueMail } from './actions.ts'
import type { OutgoingMail } from './rules.ts'
import { mailWay, useSmtp } from './sending/actions.ts'
import { answer, headerOf, startServer, type TestServer } from './testing/server.ts'

let world: World
let ctx: Ctx
let server: TestServer
before(async () => {
  world = await startWorld()
  ctx = world.ctxOf()
})
after(() => world.end())
afterEach(async () => {
  await server?.close()
  await world.db.rows(raw('truncate outgoing, outgoing_lane'))
  useSmtp(null)
})

const quick = mailWay({ connectionTimeout: 400, greetingTimeout: 400, socketTimeout: 600, limitMs: 2_000 })
const deliver = () => deliverDue(ctx, quick)
const letterTo = (key: string, more: Partial<OutgoingMail> = {}): OutgoingMail => ({ key, to: [{ name: 'Żaneta Ćwik', address: 'zaneta@example.pl' }], subject: 'Zażółć gęślą jaźń', text: 'Dzień dobry', ...more })
const rows = () => world.db.rows<{ id: string; state: string; attempts: number; said: string | null; why: string | null; due: string | null }>(sql`select id, state, attempts, said, failure->>'pl' as why, due_at as due from outgoing order by id`)

async function serve(behaviour: Parameters<typeof startServer>[0] = {}): Promise<void> {
  server = await startServer(behaviour)
  useSmtp(server.url)
}

test('a mail goes to the server once its transaction is committed, and never when it is rolled back', async () => {
  await serve()
  await world.db.transaction(async (tx) => {
    await queueMail({ ...ctx, db: tx }, letterTo('never'))
    throw new Error('no')
  }).catch(() => undefined)
  const id = await world.db.transaction((tx) => queueMail({ ...ctx, db: tx }, letterTo('once')))
  assert.deepEqual(await deliver(), { sent: 1 })
  const [mail] = server.received
  assert.deepEqual([server.received.length, mail!.to, headerOf(mail!, 'Message-ID')], [1, ['zaneta@example.pl'], `<${id}@localhost>`])
  assert.equal(headerOf(mail!, 'Subject'), `=?UTF-8?B?${Buffer.from('Zażółć gęślą jaźń').toString('base64')}?=`)
  assert.deepEqual((await rows()).map(({ state }) => state), ['sent'])
})

test('a second mail with the same key gives the first id and is not sent', async () => {
  await serve()
  const first = await queueMail(ctx, letterTo('same'))
  const [second, third] = await Promise.all([queueMail(ctx, letterTo('same', { subject: 'Inny' })), queueMail(ctx, letterTo('same'))])
  assert.deepEqual([second, third], [first, first])
  await deliver()
  assert.equal(await queueMail(ctx, letterTo('same')), first)
  assert.deepEqual(await deliver(), { sent: 0 })
  assert.equal(server.received.length, 1)
})

test('whoever has no address, or a wrong one, is refused before anything is kept', async () => {
  assert.equal((await refusalOf(queueMail(ctx, letterTo('a', { to: [] })))).refusals[0]!.code, 'mail.no_recipient')
  assert.equal((await refusalOf(queueMail(ctx, letterTo('b', { to: [{ address: 'x@y\r\nBcc: z@z.pl' }] })))).refusals[0]!.code, 'mail.bad_address')
  assert.deepEqual(await rows(), [])
})
