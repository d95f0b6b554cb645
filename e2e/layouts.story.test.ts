/** Screens as an administrator lays them out: for one role, with a preview, published to whoever has the page open, and back again. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { administrator, employee, notice, open, records, standing } from './browser.ts'

let office: BrowserContext
let admin: Page
let shop: BrowserContext
let seller: Page
let lead: BrowserContext
let manager: Page
let role: { id: string; name: string }
let company: string

before(async () => {
  office = await open({ as: administrator.mail })
  admin = await office.newPage()
  const [salesperson, head] = [await employee('Handlowiec'), await employee('Kierownik regionu')]
  shop = await open({ as: salesperson })
  seller = await shop.newPage()
  lead = await open({ as: head })
  manager = await lead.newPage()
  const [found] = await records(office, 'role', { columns: 'name', where: "name = 'Handlowiec'" })
  role = found as unknown as typeof role
  const [own] = await records(shop, 'company', { columns: 'name', where: "nip is not empty and addresses.country = 'PL'", order: 'name', limit: '1' })
  company = own!.id
})
after(() => Promise.all([office.close(), shop.close(), lead.close()]))

const editor = (page: Page) => page.getByRole('region', { name: 'Ekran', exact: true })
const palette = (page: Page) => page.getByRole('region', { name: 'Pola', exact: true })
const list = (page: Page, name: string) => editor(page).getByRole('list', { name, exact: true })
const piece = (page: Page, within: string, name: string) => list(page, within).getByRole('button', { name: `Przenieś: ${name}`, exact: true })
const done = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Gotowe' }).last().click()
const toRecordLayout = () => admin.goto(`/settings/layouts/company/record?role=${role.id}`)
const more = () => admin.getByRole('banner').or(admin.locator('header')).getByRole('button', { name: 'Więcej', exact: true }).last().click()
const kept = () => admin.getByText('Szkic zapisany').waitFor()
async function publish(): Promise<void> {
  await admin.getByRole('button', { name: 'Opublikuj', exact: true }).click()
  await notice(admin, 'Opublikowano układ').waitFor()
}
async function dragField(name: string, to: Locator): Promise<void> {
  await palette(admin).getByRole('searchbox', { name: 'Szukaj pola' }).fill(name)
  const from = palette(admin).getByText(name, { exact: true })
  await to.scrollIntoViewIfNeeded()
  const [a, b] = [await standing(from), await standing(to)]
  await admin.mouse.move(a.x + a.width / 2, a.y + a.height / 2)
  await admin.mouse.down()
  await admin.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 8 })
  await admin.mouse.up()
}

test('an administrator begins a record page for one role as a copy of everyone’s', async () => {
  await admin.goto('/settings')
  await admin.getByRole('link', { name: 'Układy ekranów', exact: true }).click()
  await admin.getByRole('main').getByRole('link', { name: 'Firmy', exact: true }).click()
  await admin.getByRole('region', { name: 'Strona rekordu' }).getByRole('button', { name: 'Dodaj dla roli lub typu' }).click()
  await admin.getByRole('dialog').getByRole('textbox', { name: 'Rola' }).or(admin.getByRole('dialog').getByRole('combobox', { name: 'Rola' })).first().fill('Handlowiec')
  await admin.getByRole('option', { name: 'Handlowiec', exact: true }).click()
  await admin.getByRole('button', { name: 'Ułóż', exact: true }).click()
  await admin.getByText('Rola: Handlowiec').waitFor()
  await piece(admin, 'Identyfikatory', 'NIP').waitFor()
  assert.match(admin.url(), new RegExp(`role=${role.id}`))
})

test('a field is dragged onto a tile, and the step is taken back and made again', async () => {
  const tiles = list(admin, 'Kafelki')
  await dragField('Obrót roczny', tiles)
  await piece(admin, 'Kafelki', 'Obrót roczny').waitFor()
  await admin.keyboard.press('Control+z')
  await piece(admin, 'Kafelki', 'Obrót roczny').waitFor({ state: 'detached' })
  await admin.keyboard.press('Control+Shift+z')
  await piece(admin, 'Kafelki', 'Obrót roczny').waitFor()
})

test('by keyboard alone a field goes before another, and on to another section; Escape leaves it where it was', async () => {
  const regon = piece(admin, 'Identyfikatory', 'REGON')
  const order = () => list(admin, 'Identyfikatory').locator('[data-grip]').evaluateAll((grips) => grips.map((grip) => grip.getAttribute('data-grip')!.split('|')[1]!))
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await admin.keyboard.press(key)
  }
  await regon.focus()
  await keys('Space', 'ArrowUp', 'Escape')
  assert.deepEqual((await order()).slice(0, 2), ['nip', 'regon'])
  await keys('Space', 'ArrowUp', 'Space')
  assert.deepEqual((await order()).slice(0, 2), ['regon', 'nip'])
  assert.equal(await regon.evaluate((grip) => grip === document.activeElement), true)
  await keys('Space', 'ArrowUp', 'Space')
  await piece(admin, 'Dane', 'REGON').waitFor()
  assert.equal(await piece(admin, 'Dane', 'REGON').evaluate((grip) => grip === document.activeElement), true)
  await keys('Control+z')
  await regon.waitFor()
})

test('a tab with a section of two columns that is shown for companies abroad', async () => {
  await admin.getByRole('button', { name: 'Dodaj kartę' }).click()
  await admin.getByRole('textbox', { name: 'Nazwa po polsku' }).fill('Zagranica')
  await admin.getByRole('textbox', { name: 'Nazwa po angielsku' }).fill('Abroad')
  await done(admin)
  await admin.getByRole('button', { name: 'Dodaj sekcję' }).click()
  await admin.getByRole('textbox', { name: 'Nazwa po polsku' }).fill('Podatki za granicą')
  await admin.getByText('Dwie', { exact: true }).click()
  await admin.getByRole('button', { name: 'Pisz jako tekst' }).click()
  const condition = admin.getByRole('combobox', { name: 'Kiedy widoczna' })
  await condition.fill("addresses.contry != 'PL'")
  await admin.getByRole('dialog').getByText(/contry/).last().waitFor()
  await condition.fill("addresses.country != 'PL'")
  await admin.getByText(/^Czyli: /).waitFor()
  await done(admin)
  await dragField('VAT UE', list(admin, 'Podatki za granicą'))
  await dragField('Symbol', list(admin, 'Podatki za granicą'))
  await piece(admin, 'Podatki za granicą', 'Symbol').waitFor()
  await kept()
})

test('a draft waits on the server and nobody else sees it; the preview shows it as the role will', async () => {
  await toRecordLayout()
  await piece(admin, 'Kafelki', 'Obrót roczny').waitFor()
  await seller.goto(`/records/company/${company}`)
  await seller.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await seller.getByText('Obrót roczny', { exact: true }).locator('xpath=self::dt[not(ancestor::section)]').count(), 0)
  await admin.getByText('Podgląd', { exact: true }).click()
  const inside = admin.frameLocator('iframe')
  await inside.getByRole('heading', { level: 1 }).waitFor()
  await inside.getByText('Obrót roczny', { exact: true }).first().waitFor()
  await admin.getByText('Telefon', { exact: true }).click()
  await inside.getByRole('tab').first().waitFor()
  await admin.getByText('Układanie', { exact: true }).click()
})

test('once published, the salesperson’s open page shows it at once; another role sees the old one', async () => {
  await manager.goto('/records/company')
  await publish()
  await seller.getByText('Obrót roczny', { exact: true }).first().waitFor({ timeout: 2_000 })
  const shown = async (context: BrowserContext) => {
    const { objects } = (await (await context.request.get('/api/metadata')).json()) as { objects: { name: string; shown: { record: Record<string, { tiles?: unknown[]; tabs?: unknown[] }> } }[] }
    return objects.find(({ name }) => name === 'company')!.shown.record['']!
  }
  assert.equal((await shown(shop)).tiles?.length, 1)
  assert.equal((await shown(lead)).tiles, undefined)
})

test('a company abroad has the section, one at home has not', async () => {
  await seller.goto(`/records/company/${company}`)
  await seller.getByRole('heading', { level: 1 }).waitFor()
  await seller.getByText('Obrót roczny', { exact: true }).first().waitFor()
  assert.equal(await seller.getByRole('tab', { name: 'Zagranica' }).count(), 0)
  const [abroad] = await records(office, 'company', { columns: 'owner.mail', where: "addresses.country != 'PL' and owner.position = 'Handlowiec'", limit: '1' })
  const export_ = await open({ as: String(abroad!['owner.mail']) })
  const exporter = await export_.newPage()
  await exporter.goto(`/records/company/${abroad!.id}`)
  await exporter.getByRole('tab', { name: 'Zagranica' }).click()
  await exporter.getByRole('heading', { name: 'Podatki za granicą' }).waitFor()
  await export_.close()
})

test('what is required of a field when is set on the form and published with it; the salesperson is held to it', async () => {
  await admin.goto('/settings/layouts/company/create')
  await editor(admin).getByText('KRS', { exact: true }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Pisz jako tekst' }).nth(1).click()
  await admin.getByRole('combobox', { name: 'Kiedy wymagane' }).fill("shortName = 'Spółka'")
  await admin.getByText(/^Czyli: /).waitFor()
  await done(admin)
  await publish()
  const made = await shop.request.post('/api/records/company', { data: { name: 'Próbna', shortName: 'Spółka' } })
  const refused = (await made.json()) as { fields: { field: string }[] }
  assert.deepEqual([made.status(), refused.fields.map(({ field }) => field)], [422, ['krs']])
  const { items } = (await (await office.request.get('/api/configuration')).json()) as { items: { id: string; removedAt: string | null }[] }
  assert.equal(items.some(({ id }) => id === 'company.create'), false)
})

test('two administrators: the second is shown both sides and chooses', async () => {
  const other = await office.newPage()
  await toRecordLayout()
  await piece(admin, 'Identyfikatory', 'REGON').focus()
  await admin.keyboard.press('Space')
  await admin.keyboard.press('Delete')
  await kept()
  const items = ((await (await office.request.get('/api/configuration')).json()) as { items: { kind: string; id: string; version: number; body: { body: { headline: string[] } } }[] }).items
  const item = items.find(({ id }) => id === `company.record.role-${role.id}`)!
  const changed = { ...item.body, body: { ...item.body.body, headline: ['nip'] } }
  const answer = await office.request.post('/api/configuration/changes', { data: { changes: [{ kind: 'layout', id: item.id, version: item.version, body: changed }] } })
  assert.equal(answer.status(), 200)
  await admin.getByRole('button', { name: 'Opublikuj', exact: true }).click()
  const sides = admin.getByRole('dialog', { name: 'Ktoś opublikował to w międzyczasie' })
  await sides.getByRole('row').filter({ hasText: 'Nagłówek' }).waitFor()
  await sides.getByRole('button', { name: 'Opublikuj moje' }).click()
  await notice(admin, 'Opublikowano układ').waitFor()
  await other.close()
})

test('an earlier version is brought back, and the layout removed; the role sees everyone’s again', async () => {
  await toRecordLayout()
  await more()
  await admin.getByRole('menuitem', { name: 'Wersje' }).click()
  await admin.getByRole('dialog').getByText('Wersja 3', { exact: true }).waitFor()
  await admin.getByRole('dialog').getByRole('button', { name: 'Przywróć tę wersję' }).last().click()
  await piece(admin, 'Identyfikatory', 'REGON').waitFor()
  await publish()
  await more()
  await admin.getByRole('menuitem', { name: 'Usuń układ' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Usuń układ' }).click()
  await notice(admin, 'Usunięto układ').waitFor()
  await seller.goto(`/records/company/${company}`)
  await seller.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await seller.getByRole('tab', { name: 'Zagranica' }).count(), 0)
})
