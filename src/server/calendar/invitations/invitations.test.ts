import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import ical, { type VEvent } from 'node-ical'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, notMade, refused, type Made } from '../../app/testing/stories.ts'
import type { OutgoingMail } from '../../mail/index.ts'
import { takeReply } from './replies/actions.ts'

let house: House
let organizer: Caller
let colleague: Caller
let stranger: Caller
before(async () => {
  house = await startHouse()
  organizer = await house.person('Organizatorka', {})
  colleague = await house.person('Kolega', {})
  stranger = await house.person('Obca', {})
  await house.caughtUp()
})
beforeEach(() => house.world.db.rows(sql`delete from outgoing`))
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const soon = (days: number, hour = 9) => new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + days * 86_400_000 + hour * 3_600_000).toISOString()
const meeting = (values: object = {}) => made(organizer, 'activity', { title: 'Przegląd oferty', type: 'meeting', owner: organizer.id, start: soon(5), end: soon(5, 10), place: 'Sala 1', description: 'Nie pokazywać marży', timeZone: 'Europe/Warsaw', ...values })
const invite = async (activity: string, given: object, by = organizer) => {
  const answer = await by.send('POST', '/api/calendar/invite', { activity, ...given })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}
const outsider = { mail: 'jan@klient.example', name: 'Jan Klient' }

interface Sent { mail: OutgoingMail; event: VEvent; token: string | undefined }
/** Other tests on the same server hold events back while their transactions are open. */
async function settled(): Promise<void> {
  let isBehind = true
  while (isBehind) {
    await house.caughtUp()
    const [row] = await house.world.db.rows<{ behind: boolean }>(sql`select exists (select 1 from outbox o, reaction r where r.name = 'calendar.invitations' and (o.tx, o.position) > (r.tx, r.position)) as behind`)
    isBehind = row!.behind
  }
}

async function sent(): Promise<Sent[]> {
  await settled()
  const rows = await house.world.db.rows<{ payload: OutgoingMail }>(sql`select payload from outgoing where way = 'mail' order by id`)
  return rows.map(({ payload }) => payload).filter(({ ical: calendar }) => calendar !== undefined).map((mail) => ({
    mail, token: /\/answer\/([A-Za-z0-9_-]{43})/.exec(mail.text)?.[1],
    event: Object.values(ical.sync.parseICS(mail.ical!.content)).find((one): one is VEvent => one?.type === 'VEVENT')!,
  }))
}
const now = async (activity: string, by = organizer) => (await by.get(`/api/calendar/attendees?activity=${activity}`)).body
const noticesOf = async (to: Caller) => (await house.world.db.rows<{ title: { pl: string } }>(sql`select title from notice where person = ${to.id} order by id`)).map(({ title }) => title.pl)

async function page(token: string, answer?: string, comment = ''): Promise<{ status: number; text: string; policy: string }> {
  const boundary = 'granica'
  const part = (name: string, value: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const shown = await house.app.inject(answer === undefined ? { method: 'GET', url: `/answer/${token}?answer=yes`, headers: { 'accept-language': 'pl' } } : {
    method: 'POST', url: `/answer/${token}?answer=yes`, headers: { 'accept-language': 'pl', 'content-type': `multipart/form-data; boundary=${boundary}` }, payload: `${part('answer', answer)}${part('comment', comment)}--${boundary}--\r\n`,
  })
  return { status: shown.statusCode, text: shown.body, policy: String(shown.headers['content-security-policy']) }
}

test('colleagues who take part are asked by that alone and told; nothing goes out by mail until somebody decides so', async () => {
  const one = await meeting({ participants: [colleague.id] })
  assert.deepEqual(await sent(), [])
  const { attendees, counts, mayInvite } = await now(one.id)
  assert.deepEqual([attendees.map(({ user }: { user: string }) => user), counts, mayInvite], [[colleague.id], { yes: 0, no: 0, maybe: 0, none: 1 }, true])
  assert.deepEqual(await noticesOf(colleague), ['Zaproszenie: Przegląd oferty'])
  const answered = await colleague.send('POST', '/api/calendar/answer', { activity: one.id, answer: 'no', comment: 'Jestem na urlopie' })
  assert.deepEqual([answered.status, answered.body.counts.no, answered.body.mayInvite], [200, 1, false])
  assert.deepEqual(await noticesOf(organizer), ['Kolega nie weźmie udziału: Przegląd oferty'])
  const week = await stranger.get(`/api/calendar?from=${soon(4)}&until=${soon(6)}&people=${colleague.id}`)
  assert.deepEqual(week.body.busy, [], 'who does not come has that time')
  await changed(organizer, 'activity', (await organizer.get(`/api/records/activity/${one.id}`)).body, { participants: [] })
  assert.deepEqual((await now(one.id)).attendees, [])
})

test('a colleague who is asked sees the meeting, has it in his calendar and answers; asked three times at once he is asked once', async () => {
  const one = await meeting({ title: 'Zaproszony wprost' })
  const asked = await Promise.all([1, 2, 3].map(() => invite(one.id, { users: [colleague.id] })))
  assert.deepEqual(asked.map(({ attendees }) => attendees.length), [1, 1, 1])
  assert.equal((await colleague.get(`/api/records/activity/${one.id}`)).status, 200)
  assert.equal((await colleague.send('POST', '/api/calendar/answer', { activity: one.id, answer: 'yes' })).body.counts.yes, 1)
  assert.equal((await stranger.send('POST', '/api/calendar/answer', { activity: one.id, answer: 'yes' })).status, 404)
})

test('an invitation is a letter in the receiver’s language with an event that another program reads, and none of the firm’s own notes', async () => {
  const one = await meeting({ meetingUrl: 'https://spotkania.example/1' })
  await invite(one.id, { mails: [outsider, { mail: 'anna@firma.pl', name: 'Anna Żak' }], message: 'Proszę zabrać dokumenty' })
  const letters = await sent()
  assert.deepEqual(letters.map(({ mail }) => [mail.subject, mail.to[0]!.address, mail.ical!.method, mail.replyTo!.address]), [
    ['Zaproszenie: Przegląd oferty', 'jan@klient.example', 'REQUEST', 'organizatorka@example.pl'], ['Zaproszenie: Przegląd oferty', 'anna@firma.pl', 'REQUEST', 'organizatorka@example.pl'],
  ])
  const [{ mail, event }] = letters as [Sent, Sent]
  assert.deepEqual([event.summary, event.location, event.start.toISOString(), String(event.sequence)], ['Przegląd oferty', 'Sala 1', soon(5), '0'])
  assert.match(mail.ical!.content.replaceAll('\r\n ', ''), /ATTENDEE;CN=Jan Klient;PARTSTAT=NEEDS-ACTION[^\r]*:mailto:jan@klient\.example/)
  assert.match(mail.text, /Proszę zabrać dokumenty/)
  for (const text of [mail.text, mail.html!, mail.ical!.content]) assert.doesNotMatch(text, /marży/)
  await invite(one.id, { mails: [outsider] })
  assert.equal((await sent()).length, 2, 'nobody is asked twice')
})

test('the page shows and asks, only its button answers, once; a second time it says what was said', async () => {
  const one = await meeting()
  await invite(one.id, { mails: [outsider] })
  const { token } = (await sent())[0]!
  const shown = await page(token!)
  assert.equal(shown.status, 200)
  assert.match(shown.text, /Przegląd oferty/)
  assert.match(shown.policy, /default-src 'none'.*form-action 'self'/)
  assert.doesNotMatch(shown.text, /<script|marży/)
  assert.equal((await now(one.id)).counts.none, 1, 'looking at the link answers nothing')
  const thanks = await page(token!, 'maybe', 'Może się <b>spóźnię</b>')
  assert.match(thanks.text, /Dziękujemy/)
  const [attendee] = (await now(one.id)).attendees
  assert.deepEqual([attendee.answer, attendee.comment], ['maybe', 'Może się <b>spóźnię</b>'])
  assert.match((await page(token!, 'yes')).text, /została już udzielona: Może/)
  assert.equal((await now(one.id)).counts.maybe, 1)
  assert.ok((await noticesOf(organizer)).includes('Jan Klient może weźmie udział: Przegląd oferty'))
})

test('a forged link, one without an answer, one of a meeting that is over and of a cancelled one do nothing and say so', async () => {
  assert.deepEqual([(await page('a'.repeat(43), 'yes')).status, (await page('../../etc/passwd'.replaceAll('/', '%2F'), 'yes')).status], [404, 404])
  const one = await meeting()
  await invite(one.id, { mails: [outsider] })
  const { token } = (await sent())[0]!
  assert.equal((await page(token!, 'bzdura')).status, 200)
  assert.equal((await now(one.id)).counts.none, 1)
  await house.world.db.rows(sql`update activity set start = now() - interval '2 days', "end" = now() - interval '2 days' where id = ${one.id}`)
  const over = await page(token!, 'yes')
  assert.deepEqual([over.status, /już się odbyło/.test(over.text), /Przegląd/.test(over.text)], [410, true, false])
  assert.equal((await now(one.id)).counts.none, 1)
  assert.deepEqual(await refused(organizer.send('POST', '/api/calendar/invite', { activity: one.id, mails: [outsider] })), ['invitation.over activity'])
})

test('another hour or place is told with the same name and a higher number, old links say there is a newer one, and answers are asked anew', async () => {
  const one = await meeting({ participants: [colleague.id] })
  await invite(one.id, { mails: [outsider] })
  const first = (await sent())[0]!
  await page(first.token!, 'yes')
  let record = (await organizer.get(`/api/records/activity/${one.id}`)).body as Made
  record = await changed(organizer, 'activity', record, { description: 'Zupełnie inne notatki', priority: 'high' })
  assert.equal((await sent()).length, 1, 'what is the firm’s own affair is not told')
  record = await changed(organizer, 'activity', record, { start: soon(6), end: soon(6, 10) })
  const second = (await sent())[1]!
  assert.deepEqual([second.mail.subject, second.mail.ical!.method, second.event.uid, second.event.start.toISOString()], ['Zmiana spotkania: Przegląd oferty', 'REQUEST', first.event.uid, soon(6)])
  assert.ok(Number(second.event.sequence) > Number(first.event.sequence))
  assert.equal((await now(one.id)).counts.none, 2)
  assert.match((await page(first.token!, 'no')).text, /nowsze zaproszenie/)
  assert.ok((await noticesOf(colleague)).includes('Zmiana: Przegląd oferty'))
  const gone = await organizer.send('DELETE', `/api/records/activity/${one.id}?version=${record.version}`)
  assert.equal(gone.status, 204, gone.text)
  const last = (await sent())[2]!
  assert.deepEqual([last.mail.ical!.method, last.event.uid, last.event.status, last.mail.subject], ['CANCEL', first.event.uid, 'CANCELLED', 'Spotkanie odwołane: Przegląd oferty'])
  assert.match((await page(second.token!, 'yes')).text, /odwołane/)
  assert.equal((await sent()).length, 3)
})

test('one occurrence that moves or does not take place is told as that one of the series', async () => {
  const series = await meeting({ recurrence: 'FREQ=DAILY;COUNT=5' })
  await invite(series.id, { mails: [outsider] })
  const place = (days: number) => ({ activity: series.id, version: series.version, instance: soon(days), which: 'this' })
  assert.equal((await organizer.send('POST', '/api/calendar/move', { ...place(6), start: soon(6, 12), end: soon(6, 13) })).status, 200)
  assert.equal((await organizer.send('POST', '/api/calendar/remove', place(7))).status, 204)
  const [request, moved, gone] = (await sent()) as [Sent, Sent, Sent]
  assert.match(request.mail.ical!.content, /RRULE:FREQ=DAILY;COUNT=5/)
  const instance = (days: number) => new RegExp(`RECURRENCE-ID;TZID=Europe/Warsaw:${soon(days).slice(0, 10).replaceAll('-', '')}`)
  assert.match(moved.mail.ical!.content, instance(6))
  assert.match(gone.mail.ical!.content, instance(7))
  assert.deepEqual([moved.mail.ical!.method, gone.mail.ical!.method, moved.event.uid, gone.event.uid], ['REQUEST', 'CANCEL', request.event.uid, request.event.uid])
})

test('who is taken off the list is told, and a series that is split asks its people to the new one', async () => {
  const series = await meeting({ recurrence: 'FREQ=DAILY;COUNT=6' })
  const { attendees } = await invite(series.id, { mails: [outsider, { mail: 'ewa@klient.example', name: 'Ewa' }] })
  const ewa = attendees.find(({ name }: { name: string }) => name === 'Ewa')
  assert.equal((await organizer.send('DELETE', `/api/records/attendee/${ewa.id}`)).status, 204)
  assert.deepEqual((await sent()).slice(2).map(({ mail }) => [mail.ical!.method, mail.to[0]!.name]), [['CANCEL', 'Ewa']])
  const split = await organizer.send('POST', '/api/calendar/move', { activity: series.id, version: series.version, instance: soon(8), which: 'following', start: soon(8, 11), end: soon(8, 12) })
  assert.equal(split.status, 200, split.text)
  const told = (await sent()).slice(3).map(({ mail }) => [mail.subject.split(':')[0], mail.to[0]!.name]).toSorted()
  assert.deepEqual(told, [['Zaproszenie', 'Jan Klient'], ['Zmiana spotkania', 'Jan Klient']])
})

test('an answer that comes by mail is taken from the one who was asked, to the meeting as it is', async () => {
  const one = await meeting()
  await invite(one.id, { mails: [outsider] })
  const { event } = (await sent())[0]!
  const reply = (more: { uid?: string; partstat?: string; who?: string; sequence?: number } = {}) =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:${more.uid ?? event.uid}\r\nDTSTAMP:20260301T080000Z\r\nSEQUENCE:${more.sequence ?? event.sequence}\r\nATTENDEE;PARTSTAT=${more.partstat ?? 'ACCEPTED'}:mailto:${more.who ?? 'Jan@Klient.example'}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
  const take = (text: string, from = 'jan@klient.example') => takeReply({ ...house.ctx, now: new Date() }, text, from)
  assert.deepEqual(await take(reply(), 'ktos@inny.example'), ['not_from_attendee'])
  assert.deepEqual(await take(reply({ uid: 'nie-ma-takiego' })), ['unknown'])
  assert.equal(await take('Dzień dobry'), null)
  assert.equal((await now(one.id)).counts.none, 1)
  assert.deepEqual(await take(reply()), ['taken'])
  assert.equal((await now(one.id)).counts.yes, 1)
  await changed(organizer, 'activity', (await organizer.get(`/api/records/activity/${one.id}`)).body, { start: soon(9), end: soon(9, 10) })
  await sent()
  assert.deepEqual(await take(reply({ partstat: 'DECLINED' })), ['outdated'])
  assert.deepEqual((await now(one.id)).counts, { yes: 0, no: 0, maybe: 0, none: 1 })
})

test('who may not see or change the meeting invites nobody, persons need an address, and ten thousand are a mailing', async () => {
  const one = await meeting()
  const crowd = Array.from({ length: 10_000 }, (_, n) => ({ mail: `osoba${n}@klient.example` }))
  assert.deepEqual(await refused(organizer.send('POST', '/api/calendar/invite', { activity: one.id, mails: crowd })), ['invitation.too_many'])
  assert.equal((await stranger.send('POST', '/api/calendar/invite', { activity: one.id, mails: [outsider] })).status, 404)
  const shared = await meeting({ participants: [colleague.id] })
  assert.equal((await colleague.send('POST', '/api/calendar/invite', { activity: shared.id, mails: [outsider] })).status, 403)
  const hidden = await made(house.all, 'person', { lastName: 'Ukryta', mails: [{ kind: 'work', value: 'ukryta@klient.example' }] })
  assert.equal((await organizer.send('POST', '/api/calendar/invite', { activity: one.id, people: [hidden.id] })).status, 404)
  const silent = await made(house.all, 'person', { lastName: 'Bezmaila' })
  assert.deepEqual(await refused(house.all.send('POST', '/api/calendar/invite', { activity: one.id, people: [silent.id] })), ['invitation.no_mail people'])
  assert.deepEqual(await notMade(organizer, 'attendee', { activity: one.id, name: 'Nikt' }), ['invitation.nobody mail'])
  assert.equal((await stranger.get(`/api/calendar/attendees?activity=${one.id}`)).status, 404)
  assert.deepEqual(await sent(), [])
})
