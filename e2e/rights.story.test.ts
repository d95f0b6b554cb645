/** Rights as people meet them: somebody is invited, sees what the role says and no more, the role changes, and "why?" has an answer. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, notice, open, records } from './browser.ts'

let office: BrowserContext
let admin: Page
let field: BrowserContext
let seller: Page
let link = ''
let team: { id: string; name: string }
let foreign: { id: string; name: string }

const person = { name: 'Żaneta Nowicka', mail: 'zaneta.nowicka@instalmar.example.pl', password: 'trawnik pod kominem 7' }
const role = 'Handlowiec na próbę'

before(async () => {
  office = await open({ as: administrator.mail })
  admin = await office.newPage()
  field = await open()
  seller = await field.newPage()
  const [first] = await records(office, 'team', { columns: 'name', where: "name contains 'Północ'", limit: '1' })
  team = first as unknown as typeof team
  const [other] = await records(office, 'company', { columns: 'name', where: `owner is not empty and not (owner.teams has '${team.id}')`, order: 'name', limit: '1' })
  foreign = other as unknown as typeof foreign
})
after(() => Promise.all([office.close(), field.close()]))

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })
async function companies(where = ''): Promise<number> {
  const answer = await office.request.get('/api/records/company', { params: { columns: 'name', where, count: 'true', limit: '1' } })
  return ((await answer.json()) as { count: { value: number } }).count.value
}
/** What the list itself says; numbers have their thousands apart. */
const shownCount = (count: number) => seller.getByRole('main').locator('header').getByText(new RegExp(`^${String(count).replace(/\B(?=(\d{3})+$)/g, '\\s?')}$`))
async function pick(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).or(page.getByRole('combobox', { name: label })).first().fill(text)
  // Not the offer to make a new one of that name.
  await page.locator('[role=option]:not([value="+create"]):visible').filter({ hasText: text }).first().click()
}

test('an administrator copies a role, and pressing twice makes one', async () => {
  await admin.goto('/records/role')
  await admin.getByRole('link', { name: 'Handlowiec', exact: true }).click()
  await heading(admin, 'Handlowiec').waitFor()
  assert.match(admin.url(), /\/settings\/roles\//)
  await admin.getByRole('button', { name: 'Kopiuj', exact: true }).click()
  await admin.getByRole('dialog').getByLabel('Nazwa').fill(role)
  await admin.getByRole('button', { name: 'Utwórz kopię' }).dblclick()
  await heading(admin, role).waitFor()
  assert.equal((await records(office, 'role', { columns: 'name', where: `name = '${role}'` })).length, 1)
})

test('an administrator invites a salesperson and gets a link to hand over', async () => {
  await admin.goto('/records/user')
  await admin.getByRole('button', { name: 'Zaproś osobę' }).click()
  await heading(admin, 'Zaproś osobę').waitFor()
  await admin.getByRole('textbox', { name: 'Imię i nazwisko' }).fill(person.name)
  await admin.getByRole('textbox', { name: 'E-mail' }).fill(person.mail)
  await pick(admin, 'Role', role)
  await pick(admin, 'Zespoły', team.name)
  await admin.getByRole('button', { name: 'Utwórz konto i odnośnik' }).dblclick()
  link = await admin.getByRole('textbox', { name: 'Odnośnik do ustawienia hasła' }).inputValue()
  assert.match(link, /\/link#[\w-]{43}$/)
  assert.equal((await records(office, 'user', { columns: 'name', where: `mail = '${person.mail}'` })).length, 1)
})

test('by the link one sets a password, a weak one is refused at its place, and one is in', async () => {
  await seller.goto(new URL(link).pathname + new URL(link).hash)
  await seller.getByText(person.mail).waitFor()
  await seller.getByLabel('Nowe hasło').fill('haslo')
  await seller.getByRole('button', { name: 'Ustaw hasło' }).click()
  await seller.getByText(/Hasło musi mieć co najmniej 12 znaków/).waitFor()
  await seller.getByLabel('Nowe hasło').fill(person.password)
  await seller.getByRole('button', { name: 'Ustaw hasło' }).click()
  await heading(seller, 'Dzień dobry').waitFor()
})

test('the link works once', async () => {
  const other = await open()
  const page = await other.newPage()
  await page.goto(new URL(link).pathname + new URL(link).hash)
  await heading(page, 'Ustaw hasło').waitFor()
  await page.getByText(/już nie działa/).waitFor()
  assert.equal(await page.getByLabel('Nowe hasło').count(), 0)
  await other.close()
})

test('a salesperson sees the companies of the team and no other, and nothing to administer', async () => {
  const own = await companies(`owner.teams has '${team.id}'`)
  assert.ok(own > 0 && own < (await companies()))
  await seller.goto('/records/company')
  await shownCount(own).waitFor()
  await seller.goto(`/records/company/${foreign.id}`)
  await seller.getByRole('heading', { name: 'Nie masz do tego dostępu' }).waitFor()
  assert.equal(await seller.getByText(foreign.name).count(), 0)
  await seller.goto('/settings')
  await heading(seller, 'Profil i wygląd').waitFor()
  for (const name of ['Role', 'Przegląd dostępu', 'Zasady logowania']) assert.equal(await seller.getByRole('link', { name, exact: true }).count(), 0)
})

test('an administrator widens the role, and it counts at the next click', async () => {
  await seller.getByRole('link', { name: 'Osoby', exact: true }).click()
  await heading(seller, 'Osoby').waitFor()
  await admin.goto('/records/role')
  await admin.getByRole('link', { name: role, exact: true }).click()
  await admin.getByRole('combobox', { name: 'Firmy, Oglądanie' }).selectOption('all')
  await admin.getByRole('button', { name: 'Zapisz rolę' }).dblclick()
  await notice(admin, 'Zapisano rolę').waitFor()
  const everything = await companies()
  await seller.getByRole('link', { name: 'Firmy', exact: true }).click()
  await shownCount(everything).waitFor()
  await seller.goto(`/records/company/${foreign.id}`)
  await heading(seller, foreign.name).waitFor()
})

test('“why?” names the role to an administrator, and to the person what is not allowed', async () => {
  await admin.goto(`/records/company/${foreign.id}`)
  await admin.getByRole('button', { name: 'Więcej działań' }).first().click()
  await admin.getByRole('menuitem', { name: 'Kto to widzi i dlaczego…' }).click()
  await pick(admin, 'Osoba', person.name)
  await admin.getByText(`${person.name}: może oglądać`).waitFor()
  await admin.getByText(`Rola „${role}” pozwala: oglądać – wszystkie`).waitFor()
  await seller.getByRole('button', { name: 'Więcej działań' }).first().click()
  await seller.getByRole('menuitem', { name: 'Co mi tu wolno i dlaczego…' }).click()
  await seller.getByRole('dialog').getByText('zmieniać', { exact: true }).click()
  await seller.getByText(`${person.name}: nie może zmieniać`).waitFor()
})

test('a rule that cannot be read is refused where it is wrong, and nothing of the role is saved', async () => {
  await admin.goto('/records/role')
  await admin.getByRole('link', { name: role, exact: true }).click()
  await admin.getByRole('button', { name: 'Firmy', exact: true }).click()
  await admin.getByRole('button', { name: 'Oglądanie: Dodaj regułę' }).click()
  await admin.getByRole('button', { name: 'Pisz jako tekst' }).click()
  const written = admin.getByRole('combobox', { name: 'Oglądanie: Reguła' })
  await written.pressSequentially('owner.te')
  await admin.getByRole('option', { name: /^teams / }).click()
  assert.equal(await written.inputValue(), 'owner.teams')
  await written.fill("regin = 'slaskie'")
  await admin.getByText('Nieznane pole „regin”').first().waitFor()
  await admin.keyboard.press('Escape')
  await admin.getByRole('button', { name: 'Zapisz rolę' }).click()
  await admin.getByRole('alert').filter({ hasText: 'Firmy, Oglądanie: Nieznane pole' }).waitFor()
  const [kept] = await records(office, 'role', { columns: 'version', where: `name = '${role}'` })
  await admin.getByRole('button', { name: 'Odrzuć' }).click()
  assert.equal(await companies(), await companies("name is not empty"))
  assert.equal(kept!['version'], 3)
})

test('a rule is built of sentences, and a salesperson sees the companies of her territory and of all below it', async () => {
  const [south] = await records(office, 'territory', { columns: 'name', where: "name = 'Południe'" })
  const [row] = await records(office, 'user', { columns: 'version', where: `mail = '${person.mail}'` })
  assert.equal((await office.request.patch(`/api/records/user/${row!.id}`, { data: { version: row!['version'], territories: [south!.id] } })).status(), 200)
  await admin.goto('/records/role')
  await admin.getByRole('link', { name: role, exact: true }).click()
  await admin.getByRole('button', { name: 'Firmy', exact: true }).click()
  await admin.getByRole('button', { name: 'Oglądanie: Dodaj regułę' }).click()
  await admin.getByRole('group', { name: 'Reguła' }).getByRole('button', { name: 'Dodaj warunek' }).click()
  await admin.getByPlaceholder('Znajdź pole').fill('Terytorium')
  await admin.keyboard.press('Enter')
  await admin.getByRole('button', { name: 'Gotowe' }).click()
  await admin.getByText('Czyli: Terytorium to jedno z: moje: terytoria').waitFor()
  await admin.getByText(/z 2.?\d{3} rekord/).waitFor()
  await admin.keyboard.press('Escape')
  await admin.getByRole('button', { name: 'Zapisz rolę' }).click()
  await notice(admin, 'Zapisano rolę').waitFor()
  const own = await companies(`territory.parent = '${south!.id}' or territory = '${south!.id}'`)
  assert.ok(own > 0 && own < (await companies()))
  await seller.goto('/records/company')
  await shownCount(own).waitFor()
})

test('the administrator looks at Sedno as the salesperson, writes nothing, and ends it', async () => {
  const [row] = await records(office, 'user', { columns: 'name', where: `mail = '${person.mail}'` })
  await admin.goto(`/records/user/${row!.id}`)
  await admin.getByRole('button', { name: 'Więcej działań' }).first().click()
  await admin.getByRole('menuitem', { name: 'Obejrzyj Sedno jako ta osoba' }).click()
  const banner = admin.getByText(`Oglądasz Sedno jako ${person.name}`)
  await banner.waitFor()
  await admin.goto('/records/company')
  await banner.waitFor()
  const [shown] = await records(office, 'company', { columns: 'name', limit: '1' })
  const refused = await office.request.patch(`/api/records/company/${shown!.id}`, { data: { version: 1, description: 'x' } })
  assert.deepEqual([refused.status(), ((await refused.json()) as { code: string }).code], [403, 'acting_read_only'])
  assert.equal(await admin.getByRole('link', { name: 'Przegląd dostępu', exact: true }).count(), 0)
  await admin.getByRole('button', { name: 'Zakończ' }).click()
  await banner.waitFor({ state: 'detached' })
  const everything = (await office.request.get('/api/access/matrix')).status()
  assert.equal(everything, 200)
})

test('an account that is turned off is out at once', async () => {
  const [row] = await records(office, 'user', { columns: 'name', where: `mail = '${person.mail}'` })
  await admin.goto(`/records/user/${row!.id}`)
  await admin.getByRole('button', { name: 'Wyłącz konto' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Wyłącz konto' }).click()
  await notice(admin, 'Konto wyłączone').waitFor()
  await seller.goto('/records/company')
  await seller.getByRole('button', { name: 'Zaloguj się' }).waitFor()
  assert.equal((await field.request.get('/api/records/company')).status(), 401)
})
