/** A deal's way through the pipeline: by keyboard on the board, asked for what a stage needs, lost with a reason; what it makes of the forecast, and who sees which sums. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, notice, open, records } from './browser.ts'

let office: BrowserContext
let page: Page
let seller: { id: string; mail: string }
let other: { id: string; mail: string }
const pipelineName = 'Dostawy próbne'
let pipeline: string
const stages: Record<string, string> = {}

before(async () => {
  office = await open({ as: administrator.mail })
  const mail = await employee('Handlowiec')
  const [first, second] = await records(office, 'user', { columns: 'mail', where: "position = 'Handlowiec' and active", order: 'mail', limit: '2' })
  ;[seller, other] = [{ id: first!.id, mail }, { id: second!.id, mail: String(second!['mail']) }]
  pipeline = await made('pipeline', { name: pipelineName, position: '900', active: true, nextStepRequired: false })
  const declared = [['Rozmowa', '20', null], ['Oferta próbna', '50', 'amount is not empty'], ['Uzgodnienia', '80', null]] as const
  for (const [at, [name, probability, enterWhen]] of declared.entries()) stages[name] = await made('stage', { name, pipeline, position: String(at + 1), probability, days: '14', category: 'pipeline', enterWhen, enterNot: enterWhen && 'Najpierw wpisz wartość.' })
  await deal('Pompy do tartaku', seller.id, null)
  await deal('Zawory do mleczarni', seller.id, '40000')
  await deal('Rury cudzego klienta', other.id, '70000')
  page = await office.newPage()
})

async function made(object: string, values: object): Promise<string> {
  const answer = await office.request.post(`/api/records/${object}`, { data: values })
  assert.ok(answer.ok(), await answer.text())
  return ((await answer.json()) as { id: string }).id
}

const deal = (name: string, owner: string, amount: string | null) =>
  made('opportunity', { name, owner, pipeline, stage: stages['Rozmowa'], expectedOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10), amount: amount === null ? null : { amount, currency: 'PLN' } })

const board = () => `/records/opportunity?show=board&in=${pipeline}`
const column = (name: string, on = page) => on.getByRole('region', { name, exact: true })
const card = (name: string, on = page) => on.getByRole('link', { name: new RegExp(`^${name}`) })

async function carry(name: string, ...keys: string[]): Promise<void> {
  await card(name).focus()
  for (const key of ['Space', ...keys, 'Space']) await page.keyboard.press(key)
}

test('a card goes to the next column by keyboard, and Escape leaves it where it was', async () => {
  await page.goto(board())
  await column('Rozmowa').getByRole('link', { name: /^Zawory/ }).waitFor()
  await card('Zawory').focus()
  for (const key of ['Space', 'ArrowRight', 'Escape']) await page.keyboard.press(key)
  await column('Rozmowa').getByRole('link', { name: /^Zawory/ }).waitFor()
  await carry('Zawory', 'ArrowRight')
  await column('Oferta próbna').getByRole('link', { name: /^Zawory/ }).waitFor()
  assert.equal(await column('Rozmowa').getByRole('link', { name: /^Zawory/ }).count(), 0)
})

test('what a stage does not let in goes back, and the card says why', async () => {
  await carry('Pompy', 'ArrowRight')
  await page.getByRole('dialog').or(column('Rozmowa').getByRole('alert')).first().waitFor()
  if (await page.getByRole('dialog').isVisible()) {
    await page.getByRole('dialog').getByRole('textbox', { name: /Wartość/ }).fill('90000')
    await page.getByRole('dialog').getByRole('button', { name: 'Zapisz' }).click()
    await column('Oferta próbna').getByRole('link', { name: /^Pompy/ }).waitFor()
  } else {
    assert.match(await column('Rozmowa').getByRole('alert').innerText(), /Najpierw wpisz wartość/)
    await column('Rozmowa').getByRole('link', { name: /^Pompy/ }).waitFor()
  }
})

test('where a card is put among the lost, the reason is asked for and nothing is saved without it', async () => {
  await card('Zawory').focus()
  for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Space']) await page.keyboard.press(key)
  const asked = page.getByRole('dialog', { name: /Przegrana/ })
  await asked.getByRole('button', { name: 'Zapisz' }).click()
  assert.equal((await records(office, 'opportunity', { columns: 'state', where: "name = 'Zawory do mleczarni'" }))[0]!['state'], 'open')
  await asked.getByRole('combobox', { name: /Powód przegranej/ }).or(asked.getByRole('textbox', { name: /Powód przegranej/ })).first().click()
  await page.getByRole('option', { name: 'Cena', exact: true }).click()
  await asked.getByRole('button', { name: 'Zapisz' }).click()
  await card('Zawory').waitFor({ state: 'detached' })
  const [lost] = await records(office, 'opportunity', { columns: 'state,lostReason', where: "name = 'Zawory do mleczarni'" })
  assert.deepEqual([lost!['state'], lost!['lostReason']], ['lost', 'price'])
})

test('on its page the stages stand as steps, and a click goes to one', async () => {
  const [found] = await records(office, 'opportunity', { columns: 'name', where: "name = 'Rury cudzego klienta'" })
  await page.goto(`/records/opportunity/${found!.id}`)
  const path = page.getByRole('list', { name: 'Etapy' })
  await path.getByRole('button', { name: /^Rozmowa .*obecny etap/ }).waitFor()
  await path.getByRole('button', { name: /^Uzgodnienia/ }).click()
  await path.getByRole('button', { name: /^Uzgodnienia .*obecny etap/ }).waitFor()
})

test('the forecast tells of it, and the figure leads to the deals behind it', async () => {
  await page.goto(`/sales/forecast?pipeline=${pipeline}`)
  const table = page.getByRole('region', { name: 'Według okresów' })
  await table.getByRole('row', { name: /^Razem/ }).getByRole('link').first().click()
  await page.getByRole('link', { name: 'Rury cudzego klienta' }).first().waitFor()
})

test('a salesperson sees the sums of his own deals and nothing of another’s', async () => {
  const own = await open({ as: other.mail })
  const [visible] = [await records(own, 'opportunity', { columns: 'name', where: `pipeline = '${pipeline}'` })]
  const screen = await own.newPage()
  await screen.goto(board())
  await card('Rury', screen).waitFor()
  assert.deepEqual(visible.map((row) => row['name']), ['Rury cudzego klienta'])
  assert.equal(await card('Pompy', screen).count(), 0)
  assert.match(await column('Uzgodnienia', screen).locator('header').innerText(), /1\s*·\s*70\s000 PLN/)
  await screen.goto(`/sales/forecast?pipeline=${pipeline}`)
  await screen.getByRole('region', { name: 'Według okresów' }).waitFor()
  assert.doesNotMatch(await screen.locator('main').innerText(), /90\s000|160\s000/)
  await own.close()
})

test('stages change their order by keyboard, and it can be undone', async () => {
  await page.goto(`/records/pipeline/${pipeline}`)
  const list = page.getByRole('list', { name: 'Etapy' })
  await list.getByLabel('Przenieś: Rozmowa').focus()
  await page.keyboard.press('Space')
  await page.waitForTimeout(400)
  await page.keyboard.press('ArrowDown')
  await page.waitForTimeout(600)
  await page.keyboard.press('Space')
  await notice(page, 'Zmieniono kolejność').getByRole('button', { name: 'Cofnij' }).click()
  await notice(page, 'Cofnięto').waitFor()
  const found = await records(office, 'stage', { columns: 'name', where: `pipeline = '${pipeline}'`, order: 'position' })
  assert.deepEqual(found.map((row) => row['name']), ['Rozmowa', 'Oferta próbna', 'Uzgodnienia'])
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

for (const [width, height, colorScheme, locale] of [[1440, 900, 'light', 'pl-PL'], [1024, 768, 'dark', 'en-GB'], [390, 844, 'light', 'pl-PL']] as const) {
  test(`the screens of sales have no fault that a machine finds and fit, ${width} wide, ${colorScheme}`, async () => {
    const eyes = await open({ as: administrator.mail, viewport: { width, height }, colorScheme, locale })
    const screen = await eyes.newPage()
    const [found] = await records(eyes, 'opportunity', { columns: 'company', where: "company is not empty and state = 'open'", limit: '1' })
    const places = [board(), '/sales/forecast', '/sales/process', '/sales/process?show=compare', `/records/pipeline/${pipeline}`, ...(found === undefined ? [] : [`/records/opportunity/${found.id}`, `/records/company/${(found['company'] as { id: string }).id}`])]
    for (const place of places) {
      await screen.goto(place, { waitUntil: 'networkidle' })
      await screen.getByRole('heading', { level: 1 }).first().waitFor()
      await screen.waitForTimeout(400)
      await screen.evaluate(axe)
      const { violations } = await screen.evaluate(() => (globalThis as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
      // What lies half under something else can be scrolled from there.
      const standing = violations.map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ failureSummary }) => !failureSummary.includes('partially obscured')) })).filter(({ nodes }) => nodes.length > 0)
      assert.deepEqual(standing.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), [], place)
      assert.ok(await screen.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${place} is wider than the screen`)
    }
    await eyes.close()
  })
}
