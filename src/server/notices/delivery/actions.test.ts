import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { raw, sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made } from '../../app/testing/stories.ts'
import { deliver, out, states, told, wishes } from '../testing/story.ts'
import { reportGateways } from '../gateways/actions.ts'
import { announceAll } from '../actions.ts'

let house: House
let people = 0
const somebody = (): Promise<Caller> => house.person(`Osoba${++people}`, {})
before(async () => {
  house = await startHouse()
})
after(() => house.end())

/** Now it is Monday, 10:00 in Warsaw. */
const night = '2026-11-23T22:30:00Z'
const morning = '2026-11-24T06:00:00Z'
const quiet = { from: '22:00', until: '07:00', urgentPasses: true }
const tasksByMail = { digest: { at: '08:00', kinds: ['test'] } }

test('a notice goes by mail with a link of its own, why one gets it, and a way to get less', async () => {
  const ania = await somebody()
  await told(house.ctx, [ania.id!])
  await deliver(house)
  const [mail, ...others] = await out(house, ania.id!)
  assert.deepEqual([mail!.way, mail!.payload.to![0]!.address, mail!.payload.subject, others.length], ['mail', `osoba${people}@example.pl`, 'Nowe zadanie: Oferta', 0])
  const { notices } = (await ania.get('/api/notices')).body
  for (const content of [mail!.payload.text!, mail!.payload.html!]) {
    assert.match(content, /Termin: jutro/)
    assert.match(content, /bo odpowiadasz za zadanie/)
    assert.ok(content.includes(`/notices/${notices[0].id}`) && content.includes('/settings/notices'))
  }
})

test('each is told in his own language', async () => {
  const john = await somebody()
  await house.world.db.rows(sql`update "user" set language = 'en' where id = ${john.id}`)
  await told(house.ctx, [john.id!])
  await deliver(house)
  assert.equal((await out(house, john.id!))[0]!.payload.subject, 'New task: Offer')
})

test('in quiet hours all but the application waits until they are over, the urgent excepted', async () => {
  const ania = await somebody()
  await wishes(house, ania.id!, { quiet })
  await told(house.ctx, [ania.id!])
  await told(house.ctx, [ania.id!], { priority: 'urgent', title: { pl: 'Pali się', en: 'Fire' } })
  await deliver(house, night)
  assert.equal((await ania.get('/api/notices/unread')).body.unread, 2)
  assert.deepEqual((await out(house, ania.id!)).map(({ payload }) => payload.subject), ['Pali się'])
  await deliver(house, '2026-11-24T05:59:00Z')
  assert.equal((await out(house, ania.id!)).length, 1)
  await Promise.all([deliver(house, morning), deliver(house, morning)])
  await deliver(house, '2026-11-24T07:00:00Z')
  assert.deepEqual((await out(house, ania.id!)).map(({ payload }) => payload.subject), ['Pali się', 'Nowe zadanie: Oferta'])
})

test('what was read meanwhile, or may not be seen any more, does not go out late, and the settings say why', async () => {
  const [ania, owner] = [await somebody(), await somebody()]
  await wishes(house, ania.id!, { quiet })
  const task = await made(owner, 'activity', { title: 'Tajne', type: 'task', participants: [ania.id] })
  await told(house.ctx, [ania.id!], { title: { pl: 'Przeczytane', en: 'Read' } })
  await told(house.ctx, [ania.id!], { title: { pl: 'Tajne', en: 'Secret' }, about: { object: 'activity', id: task.id } })
  await deliver(house, night)
  const { notices } = (await ania.get('/api/notices')).body
  await ania.send('POST', '/api/notices/read', { ids: [notices[1].id] })
  await changed(owner, 'activity', task, { participants: [] })
  await deliver(house, morning)
  assert.deepEqual(await out(house, ania.id!), [])
  const { deliveries } = (await ania.get('/api/notices/deliveries')).body
  assert.deepEqual(deliveries.map(({ state, reason }: { state: string; reason: string }) => `${state}: ${reason}`), [
    'skipped: W międzyczasie zabrakło prawa do zapisu, którego to dotyczy.', 'skipped: Przeczytano w międzyczasie w aplikacji.',
  ])
})

test('a digest is one mail a day with all that came, and nothing when nothing did', async () => {
  const ania = await somebody()
  await wishes(house, ania.id!, tasksByMail)
  for (const title of ['Pierwsze', 'Drugie', 'Trzecie']) await told(house.ctx, [ania.id!], { title: { pl: title, en: title } })
  await deliver(house)
  assert.deepEqual(await out(house, ania.id!), [])
  await Promise.all([deliver(house, '2026-11-24T07:00:00Z'), deliver(house, '2026-11-24T07:00:00Z')])
  await deliver(house, '2026-11-25T07:00:00Z')
  const [digest, ...others] = await out(house, ania.id!)
  assert.deepEqual([digest!.payload.subject, others.length], ['3 powiadomienia z ostatniej doby', 0])
  for (const title of ['Pierwsze', 'Drugie', 'Trzecie']) assert.match(digest!.payload.text!, new RegExp(title))
})

test('without a number and without a device it is skipped and said why', async () => {
  const ania = await somebody()
  await told(house.ctx, [ania.id!], { priority: 'urgent' })
  await deliver(house)
  assert.deepEqual((await states(house, ania.id!)).map(({ way, state, reason }) => `${way} ${state} ${reason}`).sort(), [
    'mail handed null', 'push skipped Żadne urządzenie nie przyjmuje powiadomień push.', 'sms skipped Brak numeru telefonu w danych użytkownika.',
  ])
})

test('of what is private a text message and the subject of a mail say nothing, for administrators look after both', async () => {
  const ania = await somebody()
  await house.world.db.rows(sql`update "user" set phone = '+48601234567' where id = ${ania.id}`)
  const doctor = await made(ania, 'activity', { title: 'Lekarz', type: 'meeting', start: '2026-11-24T09:00:00Z', private: true })
  await told(house.ctx, [ania.id!], { about: { object: 'activity', id: doctor.id }, title: { pl: 'Lekarz o 10:00', en: 'Doctor at 10' }, ways: ['mail', 'sms'] })
  await deliver(house)
  assert.deepEqual((await out(house, ania.id!)).filter(({ way }) => way === 'mail').map(({ payload }) => payload.subject), ['Powiadomienie o prywatnym wpisie'])
  const messages = await house.world.db.rows<{ text: string }>(raw('select text from sms_message'))
  assert.deepEqual(messages.map(({ text }) => text), ['Sedno: Powiadomienie o prywatnym wpisie'])
})

test('what cannot be told one person holds up nobody else, and is told later, once', async () => {
  const [broken, ania] = [await somebody(), await somebody()]
  await house.world.db.rows(sql`insert into notice_settings (person, settings, changed_at) values (${broken.id}, ${{ choices: { test: 'spoilt' } }}, now())`)
  await told(house.ctx, [broken.id!, ania.id!], { key: 'both' })
  await assert.rejects(deliver(house))
  assert.equal((await out(house, ania.id!)).length, 1)
  await house.world.db.rows(sql`delete from notice_settings where person = ${broken.id}`)
  await deliver(house)
  await deliver(house)
  assert.deepEqual([(await out(house, broken.id!)).length, (await out(house, ania.id!)).length], [1, 1])
})

test('two workers and one that is killed tell each person each thing once', async () => {
  const some = await Promise.all(Array.from({ length: 12 }, somebody))
  await announceAll(house.ctx, some.flatMap(({ id }) => Array.from({ length: 20 }, (_, at) => ({
    kind: 'test', to: [id!], about: null, key: `many:${at}`, title: { pl: `Nr ${at}`, en: `No ${at}` }, why: { pl: 'Próba', en: 'Test' } }))))
  // A worker that is killed takes its transaction with it.
  await house.world.db.transaction(async (tx) => {
    await tx.rows(raw('update notice set told_at = now() where told_at is null'))
    throw new Error('killed')
  }).catch(() => undefined)
  await Promise.all([deliver(house), deliver(house), deliver(house)])
  for (const { id } of some) {
    const keys = (await out(house, id!)).map(({ key }) => key)
    assert.deepEqual([keys.length, new Set(keys).size], [20, 20])
  }
})

test('a clock that is set back tells nothing twice and loses nothing', async () => {
  const ania = await somebody()
  await wishes(house, ania.id!, { quiet })
  await told(house.ctx, [ania.id!])
  await deliver(house, night)
  await deliver(house, '2026-11-23T18:00:00Z')
  assert.deepEqual(await out(house, ania.id!), [])
  await deliver(house, morning)
  await deliver(house, night)
  await deliver(house, '2026-11-24T08:00:00Z')
  assert.equal((await out(house, ania.id!)).length, 1)
})

test('a gateway that is down for a while is reported once to those who look after the settings, and to nobody else', async () => {
  const [keeper, ania] = [await somebody(), await somebody()]
  const { id: role } = await made(house.all, 'role', { name: 'Opiekunowie', functions: ['settings'] })
  await house.world.db.rows(sql`update "user" set roles = array[${role}::uuid] where id = ${keeper.id}`)
  const down = (since: string) => house.world.db.rows(sql`
    insert into outgoing_lane (way, lane, down_at, tries, paused_at, due_at, failure) values ('mail', '', ${since}::timestamptz, 1, now(), now(), ${{ pl: 'Serwer nie odpowiada.', en: 'No answer.' }})
    on conflict (way, lane) do update set down_at = excluded.down_at`)
  await down('2026-11-23T08:58:00Z')
  await reportGateways(house.ctx)
  await down('2026-11-23T08:50:00Z')
  for (let turn = 0; turn < 3; turn++) await reportGateways(house.ctx)
  await deliver(house)
  const titles = async (who: Caller) => (await who.get('/api/notices')).body.notices.map(({ title }: { title: string }) => title)
  assert.deepEqual([await titles(keeper), await titles(ania)], [['E-maile nie wychodzą: Serwer nie odpowiada.'], []])
})
