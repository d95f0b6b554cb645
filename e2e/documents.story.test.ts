/** The administrator makes a template of a file; salespeople make documents from templates, and find them with the record and with the customer. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { docxOf } from '../src/server/documents/testing/files.ts'
import { paragraph } from '../src/server/documents/writers/shipped/build.ts'
import { administrator, employee, notice, open, records } from './browser.ts'
import { heading } from './settings.ts'

const wordFile = (name: string, ...lines: string[]) => ({ name, mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: Buffer.from(docxOf(...lines.map((line) => paragraph(line)))) })

async function made(context: BrowserContext, object: string, values: object): Promise<string> {
  const answer = await context.request.post(`/api/records/${object}`, { data: values })
  assert.equal(answer.status(), 201, await answer.text())
  return ((await answer.json()) as { id: string }).id
}

async function chooseTemplate(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Więcej' }).first().click()
  await page.getByRole('menuitem', { name: 'Utwórz dokument' }).click()
  await page.getByRole('radio', { name }).check()
}

/** Among the record's own lists, which stand on its tab of data where its page has tabs. */
async function standsWith(page: Page, path: string, name: RegExp): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const data = page.getByRole('tab', { name: 'Dane', exact: true })
  const found = page.getByText(name).first()
  await found.or(data).first().waitFor()
  if (await data.isVisible()) await data.click()
  await found.waitFor()
}

async function taken(page: Page, link: RegExp): Promise<Buffer> {
  const href = await page.getByRole('link', { name: link }).getAttribute('href')
  const file = await page.request.get(href!)
  assert.equal(file.status(), 200)
  return file.body()
}

test('a template with an unknown marker is named with its place and not kept; corrected, it is there for salespeople', async () => {
  const page = await (await open({ as: administrator.mail })).newPage()
  await page.goto('/settings/documents')
  await heading(page, 'Szablony dokumentów').waitFor()
  await page.getByRole('button', { name: 'Dodaj szablon' }).first().click()
  const window = page.getByRole('dialog')
  const choose = async (...lines: string[]) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), window.getByRole('button', { name: /plik DOCX|\.docx$/ }).click()])
    await chooser.setFiles(wordFile('Oferta opowiedziana.docx', ...lines))
  }
  await choose('Oferta {{number}}', 'Razem {{grosss | money}}')
  const faults = window.getByRole('alert')
  await faults.filter({ hasText: 'Akapit 2' }).filter({ hasText: 'grosss' }).waitFor()
  const save = window.getByRole('button', { name: 'Zapisz szablon' })
  assert.ok(await save.isDisabled(), 'what cannot be filled is not kept')
  await choose('Oferta {{number}}', 'Razem {{gross | money}}')
  await window.getByRole('status').filter({ hasText: 'Znaczniki: 2' }).waitFor()
  await save.click()
  await notice(page, 'Szablon zapisany').waitFor()
  await page.getByRole('button', { name: 'Wypróbuj: Oferta opowiedziana' }).waitFor()

  const seller = await open({ as: await employee('Handlowiec') })
  const company = await made(seller, 'company', { name: 'Opowiedziana sp. z o.o.' })
  const quote = await made(seller, 'quote', { title: 'Opowieść', company })
  await quoteInPdf(await seller.newPage(), { company, quote })
})

/** Where there is no LibreOffice it says so, and the file itself can be had. */
async function quoteInPdf(page: Page, { company, quote }: { company: string; quote: string }): Promise<void> {
  const { pdf } = (await (await page.request.get('/api/documents/templates?object=quote')).json()) as { pdf: { available: boolean; hindrance: string } }
  await page.goto(`/records/quote/${quote}`)
  await chooseTemplate(page, /Oferta opowiedziana/)
  if (pdf.available) {
    await page.getByRole('button', { name: 'Utwórz PDF' }).click()
    await page.getByText('Dokument jest gotowy: wersja 1').waitFor({ timeout: 90_000 })
    assert.equal((await taken(page, /^Pobierz .*\.pdf$/)).subarray(0, 5).toString(), '%PDF-')
  } else {
    await page.getByText(pdf.hindrance).waitFor()
    assert.ok(await page.getByRole('button', { name: 'Utwórz PDF' }).isDisabled())
    await page.getByRole('button', { name: 'Utwórz DOCX' }).click()
    await page.getByText('Dokument jest gotowy: wersja 1').waitFor()
  }
  await standsWith(page, `/records/quote/${quote}`, /^Oferta opowiedziana – OF\//)
  await standsWith(page, `/records/company/${company}`, /^Oferta opowiedziana – OF\//)
}

test('a contract is made from its page and stands among its documents', async () => {
  const seller = await open({ as: await employee('Handlowiec') })
  const [contract] = await records(seller, 'contract', { columns: 'number', limit: '1' })
  const page = await seller.newPage()
  await page.goto(`/records/contract/${contract!.id}`)
  await chooseTemplate(page, /^Umowa DOCX/)
  await page.getByRole('button', { name: 'Utwórz DOCX' }).click()
  await page.getByText(/Dokument jest gotowy: wersja \d+/).waitFor()
  assert.equal((await taken(page, /^Pobierz Umowa .*\.docx$/)).subarray(0, 2).toString(), 'PK')
  await standsWith(page, `/records/contract/${contract!.id}`, new RegExp(`^Umowa – ${String(contract!['number'])}`))
})

test('a letter to a company is made from its page and can be taken; made anew it is the next version', async () => {
  const context = await open({ as: administrator.mail })
  const page = await context.newPage()
  await page.goto(`/records/company/${await made(context, 'company', { name: 'Pisana sp. z o.o.' })}`)
  await chooseTemplate(page, /^Pismo do firmy DOCX/)
  await page.getByRole('button', { name: 'Utwórz DOCX' }).click()
  await page.getByText('Dokument jest gotowy: wersja 1').waitFor()
  assert.equal((await taken(page, /^Pobierz Pismo do firmy Pisana sp\. z o\.o\..docx$/)).subarray(0, 2).toString(), 'PK')
  await page.getByRole('button', { name: 'Inny dokument' }).click()
  await page.getByRole('button', { name: 'Utwórz DOCX' }).click()
  await page.getByText('Dokument jest gotowy: wersja 2').waitFor()
})

test('the settings show the templates and the markers to copy', async () => {
  const page = await (await open({ as: administrator.mail })).newPage()
  await page.goto('/settings/documents')
  await heading(page, 'Szablony dokumentów').waitFor()
  await page.getByText('Oferta szczegółowa').first().waitFor()
  await page.getByRole('searchbox', { name: 'Szukaj znacznika' }).fill('stawek')
  await page.getByRole('button', { name: 'Kopiuj {{#taxes}} {{/taxes}}' }).waitFor()
})
