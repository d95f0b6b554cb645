/** The selling chain of a Polish firm with a German customer: a structure in euro, a rate that moves, a discount approved, the second version accepted by link, an order that its checklist holds back. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { administrator, employee, notice, open, records } from './browser.ts'

let office: BrowserContext
let seller: BrowserContext
let page: Page
let company: string
let opportunity: string
let rate: string
/** The two versions, and the addresses the customer was sent. */
const quotes: string[] = []
const links: string[] = []
const moments = { before: '', after: '' }

before(async () => {
  office = await open({ as: administrator.mail })
  seller = await open({ as: await employee('Handlowiec'), permissions: ['clipboard-read', 'clipboard-write'] })
  const { id: me } = ((await (await seller.request.get('/api/session')).json()) as { user: { id: string } }).user
  await catalogue()
  company = await made(office, 'company', { name: 'Anlagenbau Weiß GmbH', owner: me, addresses: [{ kind: 'seat', city: 'Dresden', country: 'DE' }] })
  const contact = await made(office, 'person', { firstName: 'Jürgen', lastName: 'Weiß', company, owner: me, mails: [{ kind: 'work', value: 'j.weiss@anlagenbau.example' }] })
  opportunity = await made(seller, 'opportunity', { name: 'Verpackungslinie Dresden', company, contact, amount: { amount: '9000', currency: 'EUR' } })
})

async function made(context: BrowserContext, object: string, values: object): Promise<string> {
  const answer = await context.request.post(`/api/records/${object}`, { data: values })
  assert.ok(answer.ok(), `${object}: ${answer.status()} ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

/** A line of a cell with a robot to choose and a gripper with its cups: three levels below the whole. Its group asks for one agreement. */
async function catalogue(): Promise<void> {
  const group = await made(office, 'productGroup', { name: 'Linie próbne' })
  const product = (name: string, code: string, more: object) => made(office, 'product', { name, code, unit: 'pcs', ...more })
  const part = (name: string, code: string, price: string, cost: string) => product(name, code, { price: { amount: price, currency: 'EUR' }, cost: { amount: cost, currency: 'EUR' } })
  const whole = (name: string, code: string, more: object = {}) => product(name, code, { kind: 'structure', priceOf: 'sum', ...more })
  const [line, cell, gripper] = [await whole('Linia próbna', 'LPQ-1', { group }), await whole('Gniazdo próbne', 'GPQ-1'), await whole('Chwytak próbny', 'CPQ-1')]
  const [robot, larger, cup, wrapper] = [await part('Robot próbny', 'RPQ-1', '1000', '617.13'), await part('Robot większy próbny', 'RPQ-2', '1500', '917.13'), await part('Przyssawka próbna', 'PPQ-1', '25', '17.31'), await part('Owijarka próbna', 'OPQ-1', '300', '171.31')]
  const components = [[line, cell, {}], [line, wrapper, { kind: 'optional' }], [cell, robot, { kind: 'alternative', choiceGroup: 'Robot', chosen: true }], [cell, larger, { kind: 'alternative', choiceGroup: 'Robot' }], [cell, gripper, {}], [gripper, cup, { quantity: '4' }]] as const
  for (const [at, [of, it, more]] of components.entries()) await made(office, 'component', { whole: of, part: it, kind: 'required', quantity: '1', position: String(at + 1), ...more })
  const template = await made(office, 'checklistTemplate', { name: 'Uruchomienie linii próbnej', group })
  await made(office, 'checklistQuestion', { title: 'Fundament gotowy na dzień montażu', template, kind: 'tick', required: true })
}

interface Grid {
  quote: { version: number; state: string; rate: string; rateOn: string; language: string; approver: { id: string } | null }
  lines: { name: string; kind: string; quantity: string; unitPrice: string | null }[]
  totals: { net: string; discountGiven: string }
}
const gridOf = async (id: string, context = seller): Promise<Grid> => (await (await context.request.get(`/api/quotes/${id}/grid`)).json()) as Grid

const sheet = (on = page): Locator => on.getByRole('grid', { name: 'Pozycje oferty' })
const cell = (name: string | RegExp, on = page): Locator => sheet(on).getByRole('gridcell', { name }).first()
const standing = (words: string | RegExp, on = page): Locator => on.getByRole('status').filter({ hasText: words }).first()
const total = (): Locator => page.getByRole('complementary', { name: 'Podsumowanie' })
const saved = (on = page): Promise<void> => on.getByRole('status').filter({ hasText: /^Zapisano$/ }).waitFor()

async function look(id: string, context = seller): Promise<Page> {
  const seen = await context.newPage()
  await seen.goto(`/records/quote/${id}`)
  await sheet(seen).waitFor()
  return seen
}

async function wholeDiscount(percent: string): Promise<void> {
  await page.getByLabel('Rabat od całości').fill(percent)
  await page.getByLabel('Rabat od całości').press('Enter')
}

/** Gives the address that went to the customer. */
async function send(): Promise<string> {
  await page.getByRole('button', { name: 'Wyślij…' }).click()
  const letter = page.getByRole('dialog')
  await letter.getByText('j.weiss@anlagenbau.example').waitFor()
  const answer = page.waitForResponse((one) => one.url().endsWith('/send'))
  await letter.getByRole('button', { name: 'Wyślij', exact: true }).click()
  const { url } = (await (await answer).json()) as { url: string }
  await standing('Oferta jest u klienta').waitFor()
  return new URL(url).pathname
}

test('a quote begins with what the deal says; a structure is put together in its window, in euro, for a customer abroad', async () => {
  page = await seller.newPage()
  await page.goto(`/records/opportunity/${opportunity}`)
  await page.getByRole('button', { name: 'Nowa oferta' }).click()
  await page.waitForURL(/\/records\/quote\//)
  await sheet().waitFor()
  quotes[0] = new URL(page.url()).pathname.split('/').at(-1)!
  await sheet().focus()
  await page.keyboard.type('LPQ')
  await page.getByRole('option', { name: /LPQ-1/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const window = page.getByRole('dialog', { name: 'Linia próbna' })
  await window.getByRole('radio', { name: /Robot większy/ }).check()
  await window.getByText(/1\s600,00/).first().waitFor()
  await window.getByRole('button', { name: 'Wstaw do oferty' }).click()
  await sheet().getByRole('row', { name: /1\.1\.2\.1.*Przyssawka próbna/ }).waitFor()
  await total().getByText(/1\s968,00 EUR/).waitFor()
  await saved()
  const { quote, lines } = await gridOf(quotes[0])
  assert.deepEqual([quote.language, lines.map(({ kind, name }) => `${kind} ${name}`)], ['en', ['item Linia próbna', 'component Gniazdo próbne', 'component Robot większy próbny', 'component Chwytak próbny', 'component Przyssawka próbna']])
})

test('rows of a sheet are pasted, taken back and put in again; one becomes an option', async () => {
  await page.evaluate(() => navigator.clipboard.writeText('Kod\tNazwa\tIlość\tCena netto\r\nMQ\tMontaż na obiekcie\t2\t500,00\r\nSQ\tSzkolenie obsługi\t1\t400\r\n'))
  await sheet().focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+v')
  await cell(/Szkolenie obsługi/).waitFor()
  await page.keyboard.press('Control+z')
  await cell(/Szkolenie obsługi/).waitFor({ state: 'detached' })
  await page.keyboard.press('Control+y')
  await cell(/Szkolenie obsługi/).click()
  await page.getByRole('combobox', { name: 'Rodzaj pozycji' }).click()
  await page.getByRole('option', { name: 'Opcja' }).click()
  await total().getByText(/2\s600,00/).waitFor()
  await saved()
})

test('a discount over the limit is not sent before the superior approves it', async () => {
  await wholeDiscount('20')
  await standing(/Rabat 20% przekracza granicę/).waitFor()
  assert.ok(await page.getByRole('button', { name: 'Wyślij…' }).isDisabled())
  await saved()
  await page.getByRole('button', { name: 'Do zatwierdzenia' }).click()
  await standing(/czeka na zatwierdzenie/).waitFor()
  const { quote } = await gridOf(quotes[0]!)
  const [who] = await records(office, 'user', { columns: 'mail', where: `id = '${quote.approver!.id}'`, limit: '1' })
  const superior = await open({ as: String(who!['mail']) })
  const theirs = await look(quotes[0]!, superior)
  await standing('Ta oferta czeka na Twoje zatwierdzenie', theirs).waitFor()
  await theirs.getByRole('button', { name: 'Zatwierdź' }).click()
  await standing('Rabat zatwierdzony', theirs).waitFor()
  await superior.close()
  await standing('Rabat zatwierdzony').waitFor()
})

test('what was sent keeps the rate and its day, though the rate moves; the next version takes the new one', async () => {
  links[0] = await send()
  const sent = (await gridOf(quotes[0]!)).quote
  const today = new Date().toISOString().slice(0, 10)
  const [known] = await records(office, 'currencyRate', { columns: 'rate', where: `currency = 'EUR' and on = '${today}'`, limit: '1' })
  assert.equal(known, undefined, 'no rate of today is needed to begin with')
  rate = await made(office, 'currencyRate', { currency: 'EUR', on: today, rate: '4.9876' })
  await page.getByRole('button', { name: 'Nowa wersja' }).click()
  await standing('Wersja 2 z 2').waitFor()
  quotes[1] = new URL(page.url()).pathname.split('/').at(-1)!
  await sheet().waitFor()
  moments.before = new Date().toISOString()
  await wholeDiscount('10')
  await cell(/Montaż na obiekcie/).click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await total().getByText(/2\s790,00/).waitFor()
  await saved()
  moments.after = new Date().toISOString()
  const [first, second] = [(await gridOf(quotes[0]!)).quote, (await gridOf(quotes[1])).quote]
  assert.deepEqual([first.rate, first.rateOn], [sent.rate, sent.rateOn])
  assert.deepEqual([Number(second.rate), second.rateOn], [4.9876, today])
})

test('the two versions are compared line by line', async () => {
  await page.getByRole('tab', { name: 'Wersje' }).click()
  const compared = page.getByRole('region', { name: 'Porównanie wersji' })
  const line = compared.getByRole('listitem').filter({ hasText: 'Montaż na obiekcie' })
  await line.getByText('zmieniona').waitFor()
  assert.match((await line.innerText()).replaceAll(/\s+/g, ' '), /Ilość 2 → 3/)
  assert.match((await compared.innerText()).replaceAll(/\s+/g, ' '), /20% → 10%/)
  assert.equal(await compared.getByText('Robot większy próbny').count(), 0, 'parts that stayed as they were are not told')
  await page.getByRole('tab', { name: 'Pozycje' }).click()
})

test('the customer accepts the second version by its link with one option; the first leads no further, and nothing can be changed any more', async () => {
  links[1] = await send()
  const stranger = await open({ viewport: { width: 390, height: 844 }, locale: 'de-DE' })
  const theirs = await stranger.newPage()
  await theirs.goto(links[0]!)
  await theirs.getByText('A later version has taken the place of this quote').waitFor()
  await theirs.goto(links[1])
  assert.doesNotMatch(await theirs.content(), /617|917[.,]13|17[.,]31/, 'what it costs is not told')
  await theirs.getByLabel('Szkolenie obsługi').check()
  await theirs.getByRole('button', { name: 'Work out with these options' }).click()
  await theirs.getByText('3,150.00').first().waitFor()
  await theirs.getByLabel('Your name').fill('Jürgen Weiß')
  await theirs.getByLabel('A question or comment').fill('Wann beginnt die Montage?')
  await theirs.getByRole('button', { name: 'Send the comment' }).click()
  await theirs.getByText('Wann beginnt die Montage?').waitFor()
  await theirs.getByRole('button', { name: 'Accept the quote' }).click()
  await theirs.getByText(/accepted by Jürgen Weiß/).waitFor()
  assert.equal(await theirs.getByRole('button', { name: 'Accept the quote' }).count(), 0)
  await stranger.close()
  await standing('Klient przyjął ofertę: Jürgen Weiß').waitFor()
  const { quote, totals } = await gridOf(quotes[1]!)
  assert.deepEqual([totals.net, Number(quote.rate)], ['3150.00', 4.9876])
  const refused = await seller.request.patch(`/api/records/quote/${quotes[1]}`, { data: { version: quote.version, discount: '50' } })
  assert.equal(refused.status(), 422)
  assert.equal(await sheet().getAttribute('aria-readonly'), 'true')
})

test('the deal is won with what was accepted; its order waits for the checklist, and then is accepted', async () => {
  await page.getByRole('button', { name: 'Wygraj szansę' }).click()
  await notice(page, 'Szansa wygrana').waitFor()
  const [deal] = await records(seller, 'opportunity', { columns: 'state,amount', where: `id = '${opportunity}'` })
  assert.deepEqual([deal!['state'], deal!['amount']], ['won', { amount: '3150.00', currency: 'EUR' }])
  await page.getByRole('button', { name: 'Utwórz zamówienie' }).click()
  await page.waitForURL(/\/records\/salesOrder\//)
  await standing('Przed przyjęciem trzeba uzgodnić: Fundament gotowy').waitFor()
  const state = page.getByRole('group', { name: 'Stan' })
  await state.getByRole('button', { name: 'Przyjmij' }).click()
  await state.getByRole('alert').filter({ hasText: 'Fundament gotowy na dzień montażu' }).waitFor()
  await page.getByRole('button', { name: 'Przejdź do ustaleń' }).click()
  await page.getByRole('checkbox', { name: 'Uzgodnione: Fundament gotowy na dzień montażu' }).click()
  await standing('Wszystko, co wymagane, jest uzgodnione').waitFor()
  await state.getByRole('button', { name: 'Przyjmij' }).click()
  await standing('Zamówienie jest przyjęte').waitFor()
  const [order] = await records(seller, 'salesOrder', { columns: 'state,net,rate', where: `quote = '${quotes[1]}'` })
  assert.deepEqual([order!['state'], order!['net'], Number(order!['rate'])], ['accepted', { amount: '3150.00', currency: 'EUR' }, 4.9876])
})

test('a rate that is taken back later moves neither the quote nor its order', async () => {
  const gone = await office.request.delete(`/api/records/currencyRate/${rate}?version=1`)
  assert.equal(gone.status(), 204)
  const [order] = await records(seller, 'salesOrder', { columns: 'rate', where: `quote = '${quotes[1]}'` })
  assert.deepEqual([Number((await gridOf(quotes[1]!)).quote.rate), Number(order!['rate'])], [4.9876, 4.9876])
})

test('the register tells what changed in the quote and its lines between two moments', async () => {
  await page.goto(`/records/quote/${quotes[1]}/register?show=compare&from=${moments.before}&to=${moments.after}`)
  const lines = page.getByRole('region', { name: 'Pozycje ofert' })
  const changed = lines.getByRole('listitem').filter({ hasText: 'Montaż na obiekcie' }).first()
  await changed.waitFor()
  assert.match((await changed.innerText()).replaceAll(/\s+/g, ' '), /Ilość 2 3/)
  const head = (await page.getByRole('region', { name: 'Oferta', exact: true }).innerText()).replaceAll(/\s+/g, ' ')
  assert.match(head, /Netto 2 080,00 € 2 790,00 €/)
})

test('whoever may not see margins finds them nowhere: not in the grid, nor in a list, a file, the register or the comparison', async () => {
  const screen = await look(quotes[1]!)
  assert.equal(await screen.getByText(/Marża|Koszt/).count(), 0)
  await screen.close()
  const paths = [`/api/quotes/${quotes[1]}/grid`, `/api/quotes/${quotes[1]}/compare?with=${quotes[0]}`, `/api/records/quote/${quotes[1]}`, `/api/records/quote/${quotes[1]}/register`, `/api/records/quote/${quotes[1]}/register/compare?from=${moments.before}&to=${moments.after}`, `/api/records/quoteLine?columns=name,net&where=${encodeURIComponent(`quote = '${quotes[1]}'`)}`]
  for (const path of paths) {
    const answer = await seller.request.get(path)
    assert.ok(answer.ok(), `${path} ${answer.status()}`)
    assert.doesNotMatch(await answer.text(), /"(cost|margin|unitCost)":|617\.13|917\.13|17\.31/, path)
  }
  const file = (columns: string) => seller.request.get('/api/records/quote/export', { params: { format: 'csv', columns, where: `id = '${quotes[1]}'` } })
  assert.match(await (await file('number,net')).text(), /3.?150/)
  for (const columns of ['number,margin', 'number,cost']) assert.equal((await file(columns)).status(), 400, columns)
  for (const where of ['margin > 0 EUR', 'cost > 0 EUR']) assert.equal((await seller.request.get('/api/records/quote', { params: { columns: 'number', where } })).status(), 400, where)
  const theirs = await (await office.request.get(`/api/quotes/${quotes[1]}/grid`)).text()
  assert.match(theirs, /"margin":/, 'whoever may, does')
})

test('two people change one quote at once: both sides are shown, and one is kept', async () => {
  const id = await made(seller, 'quote', { title: 'Dwie ręce naraz', company, currency: 'EUR' })
  await made(seller, 'quoteLine', { quote: id, name: 'Przegląd', unitPrice: { amount: '100', currency: 'EUR' } })
  const [mine, theirs] = [await look(id), await look(id, office)]
  // Mine is on its way while the other is written first.
  let isFirst = true
  const others = new Promise<void>((resolve) => void theirs.waitForResponse((one) => one.url().endsWith('/grid') && one.request().method() === 'PUT').then(() => resolve()))
  await mine.route('**/api/quotes/*/grid', async (route) => {
    if (isFirst && route.request().method() === 'PUT') {
      isFirst = false
      await others
    }
    await route.continue()
  })
  for (const [at, name] of [[mine, 'Przegląd roczny'], [theirs, 'Przegląd kwartalny']] as const) {
    await cell(/Przegląd/, at).click()
    await at.keyboard.type(name)
    await at.keyboard.press('Enter')
  }
  const clash = mine.getByRole('dialog', { name: /Ktoś zmienił tę ofertę/ })
  await clash.getByText(/Przegląd kwartalny/).waitFor()
  await clash.getByText(/Przegląd roczny/).waitFor()
  await clash.getByRole('button', { name: 'Zostaw moje' }).click()
  await clash.waitFor({ state: 'detached' })
  await saved(mine)
  assert.deepEqual((await gridOf(id)).lines.map(({ name }) => name), ['Przegląd roczny'])
  await Promise.all([mine.close(), theirs.close()])
})

test('a link that was guessed, or was withdrawn, leads nowhere and tells nothing', async () => {
  const id = await made(seller, 'quote', { title: 'Do wycofania', company, language: 'pl' })
  await made(seller, 'quoteLine', { quote: id, name: 'Przegląd', unitPrice: { amount: '100', currency: 'PLN' } })
  const { quote } = await gridOf(id)
  const sent = await seller.request.post(`/api/quotes/${id}/send`, { data: { version: quote.version, to: [{ address: 'j.weiss@anlagenbau.example' }], subject: 'Oferta', message: 'Dzień dobry' } })
  const path = new URL(((await sent.json()) as { url: string }).url).pathname
  const stranger = await open()
  const theirs = await stranger.newPage()
  assert.equal((await theirs.goto(path))!.status(), 200)
  const screen = await look(id)
  await screen.getByRole('button', { name: 'Odnośniki' }).click()
  await screen.getByRole('button', { name: 'Wycofaj wszystkie' }).click()
  await screen.getByText('wycofany', { exact: true }).waitFor()
  for (const one of [path, `/q/${'x'.repeat(43)}`]) {
    assert.equal((await theirs.goto(one))!.status(), 404)
    assert.doesNotMatch(await theirs.content(), /Przegląd|Weiß/)
  }
  await Promise.all([screen.close(), stranger.close()])
})
