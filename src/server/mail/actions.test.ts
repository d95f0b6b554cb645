import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { raw, sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import { deliverDue } from '../kernel/outgoing/deliver.ts'
import { startWorld, type World } from '../kernel/testing/world.ts'
import { refusalOf } from '../kernel/records/sample-world.ts'
import { queueMail } from './actions.ts'
import type { OutgoingMail } from './rules.ts'
import { mailWay, useSmtp } from './sending/actions.ts'
import { answer, headerOf, silentServer, startServer, type Received, type TestServer } from './testing/server.ts'

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

/** The pause before the next attempt is over. */
const later = () => world.db.rows(sql`with lanes as (update outgoing_lane set due_at = now()) update outgoing set due_at = now() where due_at is not null`)

test('a server that greylists takes it the second time, under the same Message-ID', async () => {
  const offered: Received[] = []
  await serve({ onMail: (mail) => { offered.push(mail); if (offered.length === 1) throw answer(451, '4.7.1 Greylisted, try again later') } })
  await queueMail(ctx, letterTo('grey'))
  await deliver()
  const [waiting] = await rows()
  assert.deepEqual([waiting!.state, waiting!.why, /Greylisted/.test(waiting!.said!)], ['waiting', 'Serwer prosi, by spróbować później.', true])
  assert.deepEqual(await deliver(), { sent: 0 }, 'not before its time')
  await later()
  assert.deepEqual(await deliver(), { sent: 1 })
  assert.equal(headerOf(offered[0]!, 'Message-ID'), headerOf(offered[1]!, 'Message-ID'))
})

test('what the server refuses for good is not tried again, and it is told why; other mail goes', async () => {
  await serve({ onRcptTo: (address, _session, done) => done(address.address.startsWith('nikt') ? answer(550, '5.1.1 User unknown') : null) })
  await queueMail(ctx, letterTo('gone', { to: [{ address: 'nikt@example.pl' }] }))
  await queueMail(ctx, letterTo('there'))
  assert.deepEqual(await deliver(), { sent: 1 })
  assert.deepEqual((await rows()).map(({ state, why, said }) => [state, why, said?.includes('User unknown') ?? false]), [['failed', 'Serwer odrzucił wiadomość.', true], ['sent', null, false]])
  await later()
  assert.deepEqual(await deliver(), { sent: 0 })
})

test('of several readers those who were put off get it later, and nobody gets it twice', async () => {
  let isEarly = true
  await serve({ onRcptTo: (address, _session, done) => done(isEarly && address.address.startsWith('ola') ? answer(450, '4.2.0 Mailbox busy') : null) })
  await queueMail(ctx, letterTo('both', { to: [{ address: 'jan@example.pl' }, { address: 'ola@example.pl' }] }))
  await deliver()
  isEarly = false
  await later()
  assert.deepEqual(await deliver(), { sent: 1 })
  assert.deepEqual(server.received.map(({ to }) => to), [['jan@example.pl'], ['ola@example.pl']])
})

test('a server that takes the mail and cuts before its answer gets it again, recognisably the same', async () => {
  const offered: Received[] = []
  let isCutting = true
  const cutting = await startServer({ onMail: (mail) => { offered.push(mail); if (isCutting) { cutting.cut(); throw answer(451, 'never read') } } })
  server = cutting
  useSmtp(server.url)
  await queueMail(ctx, letterTo('cut'))
  assert.deepEqual(await deliver(), { sent: 0 })
  assert.deepEqual((await rows()).map(({ state, why }) => [state, why]), [['waiting', 'Serwer przerwał połączenie.']])
  isCutting = false
  await later()
  assert.deepEqual(await deliver(), { sent: 1 })
  assert.deepEqual([offered.length, new Set(offered.map((mail) => headerOf(mail, 'Message-ID'))).size], [2, 1])
})

test('a server that falls silent in the middle of a mail is left after a while; the mail waits', async () => {
  let isSilent = true
  await serve({ onMail: () => (isSilent ? new Promise<void>(() => undefined) : undefined) })
  await queueMail(ctx, letterTo('silent'))
  assert.deepEqual(await deliver(), { sent: 0 })
  assert.deepEqual((await rows()).map(({ state, why }) => [state, why]), [['waiting', 'Serwer nie odpowiada.']])
  isSilent = false
  await later()
  assert.deepEqual(await deliver(), { sent: 1 })
})

test('a dead server, one that says nothing, and one that does not let us in hold all mail up, say why, and lose none', async () => {
  await serve()
  const { port } = server
  await server.close()
  for (const key of ['a', 'b', 'c']) await queueMail(ctx, letterTo(key))
  const held = async () => {
    await later()
    assert.deepEqual(await deliver(), { sent: 0 })
    assert.deepEqual((await rows()).map(({ state, attempts }) => `${state} ${attempts}`), ['waiting 0', 'waiting 0', 'waiting 0'])
    const [lane] = await world.db.rows<{ why: string }>(sql`select failure->>'pl' as why from outgoing_lane`)
    return lane!.why
  }
  assert.equal(await held(), 'Serwer nie przyjmuje połączeń pod tym adresem i portem.')
  const silent = await silentServer(port)
  assert.equal(await held(), 'Serwer nie odpowiada.')
  await silent.close()
  server = await startServer({ port, authOptional: false, onAuth: (auth, _session, done) => (auth.password === 'dobre' ? done(null, { user: 'x' }) : done(answer(535, '5.7.8 Authentication credentials invalid'))) })
  useSmtp(`smtp://firma:zle@127.0.0.1:${port}`)
  assert.equal(await held(), 'Serwer nie przyjął nazwy użytkownika albo hasła.')
  useSmtp(`smtp://firma:dobre@127.0.0.1:${port}`)
  await later()
  assert.deepEqual(await deliver(), { sent: 3 })
  assert.deepEqual(await world.db.rows(sql`select * from outgoing_lane`), [])
})

test('many mails go over a few connections that are kept', async () => {
  await serve()
  for (let n = 0; n < 60; n++) await queueMail(ctx, letterTo(`many ${n}`))
  const done = await Promise.all([deliver(), deliver()])
  assert.equal(done[0].sent + done[1].sent, 60)
  assert.equal(new Set(server.received.map((mail) => headerOf(mail, 'Message-ID'))).size, 60)
  assert.ok(server.connections() <= 12, `${server.connections()} connections`)
})

test('an invitation is a text, its HTML, a calendar part with its method, and invite.ics, as Outlook, Gmail and Apple want it', async () => {
  await serve()
  const content = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sedno//PL', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:1@sedno', 'SUMMARY:Narada – łąka', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
  await queueMail(ctx, letterTo('invite', { html: '<p>Zaproszenie</p>', ical: { method: 'REQUEST', content }, attachments: [{ name: 'Żółty plan.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7').toString('base64') }] }))
  await deliver()
  const [{ content: raw }] = server.received as [Received]
  assert.match(raw, /Content-Type: multipart\/mixed/)
  const alternative = raw.slice(raw.indexOf('multipart/alternative'))
  const kinds = [...alternative.matchAll(/Content-Type: ([^;\r\n]+)((?:;\s*[^;\r\n]+)*)/g)].map(([, kind, rest]) => `${kind}${rest!.replaceAll(/\s+/g, ' ')}`)
  assert.deepEqual(kinds.map((kind) => kind.split(';')[0]), ['text/plain', 'text/html', 'text/calendar', 'application/pdf', 'application/ics'])
  assert.match(kinds[2]!, /charset=utf-8/)
  assert.match(kinds[2]!, /method=REQUEST/)
  assert.match(raw, /filename=invite\.ics/)
  assert.ok(raw.replaceAll(/\r\n/g, '').includes(Buffer.from(content).toString('base64')), 'the attachment is the calendar as it was given')
  assert.match(headerOf(server.received[0]!, 'Auto-Submitted')!, /auto-generated/)
})
