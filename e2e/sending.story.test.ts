/** Mail and text messages begin to leave the house: the administrator sets both, tries them, and sees what did not go. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { answer, headerOf, startServer, type TestServer } from '../src/server/mail/testing/server.ts'
import { smsapiTook, startGateway, type TestGateway } from '../src/server/sms/testing/gateway.ts'
import { administrator, notice, open } from './browser.ts'
import { choose, heading } from './settings.ts'

let page: Page
let mail: TestServer
let gateway: TestGateway
after(async () => {
  await mail?.close()
  await gateway?.close()
})

test('an administrator sets the mail server, and a test to himself says what the server answered', async () => {
  let isOpen = false
  mail = await startServer({ onRcptTo: (_address, _session, done) => done(isOpen ? null : answer(550, '5.7.1 Relaying denied')) })
  page = await (await open({ as: administrator.mail })).newPage()
  await page.goto('/settings/mail')
  await heading(page, 'Poczta wychodząca').waitFor()
  await page.getByText('Serwer poczty nie jest ustawiony').or(page.getByText('Wszystko wysłane')).first().waitFor()
  await page.getByRole('textbox', { name: 'Adres serwera' }).fill('127.0.0.1')
  await page.getByRole('textbox', { name: 'Port' }).fill(String(mail.port))
  await choose(page, { label: 'Szyfrowanie', option: 'Bez szyfrowania' })
  await page.getByRole('textbox', { name: 'Adres e-mail' }).fill('crm@firma.example.pl')
  assert.ok(await page.getByRole('button', { name: 'Wyślij próbę do siebie' }).isDisabled(), 'what is tried is what is saved')
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await notice(page, 'Zapisano').waitFor()
  await page.getByRole('button', { name: 'Wyślij próbę do siebie' }).click()
  await page.getByRole('status').filter({ hasText: 'Serwer odrzucił wiadomość.' }).filter({ hasText: 'Relaying denied' }).waitFor()
  isOpen = true
  await page.getByRole('button', { name: 'Wyślij próbę do siebie' }).click()
  await page.getByRole('status').filter({ hasText: `Serwer przyjął wiadomość do: ${administrator.mail}` }).waitFor()
  // Notices that waited for a mail server go out now, too: what counts is the test itself, which the refused try has not left behind.
  assert.equal(mail.received.filter((letter) => /Poczta.wychodz/.test(headerOf(letter, 'Subject') ?? '')).length, 1)
})

test('a gateway is added by its form; its token is written and never shown; a message goes, and one that cannot go is tried once more', async () => {
  let isKnown = false
  gateway = await startGateway((asked) => (asked.fields['to'] === '48601000001' && !isKnown ? { status: 400, json: { error: 13, message: 'No correct phonenumbers' } } : smsapiTook(asked)))
  await page.goto('/settings/sms')
  await page.getByRole('button', { name: 'Dodaj bramkę' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Nazwa' }).fill('Bramka próbna')
  await choose(page, { label: 'Rodzaj', option: 'SMSAPI', within: form })
  await form.getByRole('textbox', { name: 'Adres' }).fill(gateway.url)
  await form.getByRole('button', { name: 'Zapisz', exact: true }).click()
  const item = page.getByRole('listitem').filter({ hasText: 'Bramka próbna' })
  await item.getByText('Brak tokenu').waitFor()
  await page.getByRole('button', { name: 'Token i adresy: Bramka próbna' }).click()
  await page.getByLabel('Token OAuth', { exact: true }).fill('bardzo-tajny')
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await item.getByText('token zapisany').waitFor()
  await page.keyboard.press('Escape')
  await page.request.post('/api/sms/send', { data: { to: ['601000001', '601000002'], text: 'Zapraszamy' } })
  const failed = page.getByRole('listitem').filter({ hasText: '+48 601 000 001' })
  await failed.getByText('Numer nie istnieje albo nie odbiera SMS-ów.').waitFor()
  isKnown = true
  await failed.getByRole('button', { name: 'Ponów: Zapraszamy' }).click()
  await notice(page, '1 zostanie ponowiona za chwilę').waitFor()
  await failed.waitFor({ state: 'detached' })
  // Notices that waited for a gateway go out now, too.
  const ours = gateway.asked.map(({ headers, fields }) => `${headers.authorization} ${fields['to']}`).filter((line) => /4860100000[12]$/.test(line))
  assert.deepEqual(ours.toSorted(), ['Bearer bardzo-tajny 48601000001', 'Bearer bardzo-tajny 48601000001', 'Bearer bardzo-tajny 48601000002'])
  assert.doesNotMatch(await page.content(), /bardzo-tajny/)
})
