/** Somebody is given work, hears of it in his bell and on his desktop, and is reminded. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, open, place } from './browser.ts'

let boss: BrowserContext
let mine: BrowserContext
let page: Page

const bell = () => page.getByRole('button', { name: /^Powiadomienia, / })
const give = async (by: BrowserContext, values: object) => {
  const answer = await by.request.post('/api/records/activity', { data: values, headers: { origin: (await place()).program.address } })
  assert.equal(answer.status(), 201, await answer.text())
  return (await answer.json()) as { id: string }
}
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

test('work given by somebody else rings the bell without a reload, and leads to it', async () => {
  boss = await open({ as: await employee('Prezes') })
  mine = await open({ as: administrator.mail })
  page = await mine.newPage()
  await page.goto('/')
  await bell().waitFor()
  // What he was told before the story began.
  await mine.request.post('/api/notices/read', { data: { all: true }, headers: { origin: (await place()).program.address } })
  const { user } = await (await mine.request.get('/api/session')).json()
  const task = await give(boss, { title: 'Wycena kotłowni', type: 'task', owner: user.id, due: inMinutes(3_000) })
  await page.getByRole('status').filter({ hasText: /nieprzeczytane/ }).waitFor({ state: 'attached' })
  await page.keyboard.press('b')
  await page.getByRole('dialog', { name: 'Powiadomienia' }).getByRole('button', { name: /zleca Ci: Wycena kotłowni/ }).first().click()
  await page.waitForURL(`**/records/activity/${task.id}`)
  await page.getByRole('button', { name: 'Powiadomienia, brak nieprzeczytanych' }).waitFor()
})

test('the address in a mail leads to what it is about and marks it as read', async () => {
  const { user } = await (await mine.request.get('/api/session')).json()
  const task = await give(boss, { title: 'Oferta zimowa', type: 'task', owner: user.id, due: inMinutes(3_000) })
  await page.getByRole('button', { name: 'Powiadomienia, 1 nieprzeczytane' }).waitFor()
  const { notices } = await (await mine.request.get('/api/notices?show=unread')).json()
  await page.goto(`/notices/${notices[0].id}`)
  await page.waitForURL(`**/records/activity/${task.id}`)
  await page.getByRole('button', { name: 'Powiadomienia, brak nieprzeczytanych' }).waitFor()
})

test('a reminder stands in the corner until it is put off, and then the bell is silent', async () => {
  const task = await give(mine, { title: 'Telefon do huty', type: 'task', due: inMinutes(5) })
  const asked = await mine.request.post('/api/reminders', { data: { activity: task.id, reminders: [{ minutesBefore: 30 }] }, headers: { origin: (await place()).program.address } })
  assert.equal(asked.status(), 200, await asked.text())
  const toast = page.getByRole('alert').filter({ hasText: 'Przypomnienie: Telefon do huty' })
  // It rings when the house looks next at what is due, and not at once.
  await toast.waitFor({ timeout: 60_000 })
  await toast.getByRole('button', { name: 'Przypomnij później' }).click()
  await page.getByRole('menuitem', { name: 'Za godzinę' }).click()
  await toast.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Powiadomienia, brak nieprzeczytanych' }).waitFor()
})

test('what a push message says is shown by the service worker, which answers no requests', async () => {
  const { address } = (await place()).program
  await mine.grantPermissions(['notifications'])
  await page.goto('/settings/notices')
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js')
    await navigator.serviceWorker.ready
  })
  const devtools = await mine.newCDPSession(page)
  const registrationId = new Promise<string>((found) => devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && found(registrations[0].registrationId)))
  await devtools.send('ServiceWorker.enable')
  const message = { title: 'Nowe zadanie', body: 'Termin: jutro', path: '/notices/abc', tag: 'abc' }
  await devtools.send('ServiceWorker.deliverPushMessage', { origin: address, registrationId: await registrationId, data: JSON.stringify(message) })
  // A promise is true to waitForFunction: what the worker shows is asked for until it shows something.
  const firstShown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/sw.js')
      const [first] = (await registration?.getNotifications()) ?? []
      return first === undefined ? null : { title: first.title, body: first.body, path: (first.data as { path: string }).path }
    })
  let shown = await firstShown()
  for (let turn = 0; shown === null && turn < 100; turn++) {
    await page.waitForTimeout(100)
    shown = await firstShown()
  }
  assert.deepEqual(shown, { title: 'Nowe zadanie', body: 'Termin: jutro', path: '/notices/abc' })
  assert.equal(await page.evaluate(() => caches.keys().then(({ length }) => length)), 0)
})

test('how one wants to be told is kept, and the administrator’s defaults stay what they were', async () => {
  await page.goto('/settings/notices')
  const sms = page.getByRole('combobox', { name: 'Praca do wykonania: SMS' })
  await sms.click()
  await page.getByRole('option', { name: 'Nigdy' }).click()
  await page.getByText('zmienione').waitFor()
  await page.reload()
  assert.equal(await sms.inputValue(), 'Nigdy')
  await page.goto('/settings/notice-defaults')
  assert.equal(await page.getByRole('combobox', { name: 'Praca do wykonania: SMS' }).inputValue(), 'Tylko pilne')
})
