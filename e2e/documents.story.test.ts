/** A document is made on a customer's page from a template that came with the program; the administrator sees what a template may mention. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { administrator, open } from './browser.ts'
import { heading } from './settings.ts'

test('a letter to a company is made from its page and can be taken', async () => {
  const page = await (await open({ as: administrator.mail })).newPage()
  const created = await page.request.post('/api/records/company', { data: { name: 'Pisana sp. z o.o.' } })
  const { id } = (await created.json()) as { id: string }
  await page.goto(`/records/company/${id}`)
  await page.getByRole('button', { name: 'Więcej' }).first().click()
  await page.getByRole('menuitem', { name: 'Utwórz dokument' }).click()
  await page.getByRole('radio', { name: /Pismo do firmy/ }).check()
  await page.getByRole('button', { name: 'Utwórz DOCX' }).click()
  await page.getByText('Dokument jest gotowy: wersja 1').waitFor()
  const href = await page.getByRole('link', { name: 'Pobierz Pismo do firmy Pisana sp. z o.o..docx' }).getAttribute('href')
  const file = await page.request.get(href!)
  assert.equal(file.status(), 200)
  assert.equal((await file.body()).subarray(0, 2).toString(), 'PK')
})

test('the settings show the templates and the markers to copy', async () => {
  const page = await (await open({ as: administrator.mail })).newPage()
  await page.goto('/settings/documents')
  await heading(page, 'Szablony dokumentów').waitFor()
  await page.getByText('Oferta szczegółowa').waitFor()
  await page.getByRole('searchbox', { name: 'Szukaj znacznika' }).fill('brutto')
  await page.getByRole('button', { name: 'Kopiuj {{gross}}' }).waitFor()
})
