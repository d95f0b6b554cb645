/** Calendars as people use them side by side: one keeps another's, series go over the change of the clocks, rooms are taken. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { momentOf } from '../src/fields/clock.ts'
import { administrator, employee, notice, open, records, standing } from './browser.ts'

const zone = 'Europe/Warsaw'
const at = (day: string, time: string): string => momentOf(day, time, zone)!
const later = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const mondayOf = (day: string): string => later(day, -((new Date(day).getUTCDay() + 6) % 7))
/** A Tuesday far enough from what the invented company has planned. */
const tuesday = later(mondayOf(new Date().toISOString().slice(0, 10)), 3 * 7 + 1)

let director: BrowserContext
let assistant: BrowserContext
let office: BrowserContext
let boss: { id: string; name: string }

before(async () => {
  office = await open({ as: administrator.mail })
  director = await open({ as: await employee('Prezes') })
  assistant = await open({ as: await employee('Technik serwisu') })
  const [one] = await records(director, 'user', { columns: 'name', where: 'id = me', limit: '1' })
  boss = { id: one!.id, name: String(one!['name']) }
  const [person] = await records(assistant, 'user', { columns: 'name', where: 'id = me', limit: '1' })
  await make(director, 'calendarShare', { person: person!.id, level: 'edit' })
})

async function post<T = { id: string }>(context: BrowserContext, path: string, data: object): Promise<T> {
  const answer = await context.request.post(path, { data })
  assert.ok(answer.ok(), `${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T
}
const make = (context: BrowserContext, object: string, values: object) => post(context, `/api/records/${object}`, values)

const box = (page: Page, title: string): Locator => page.locator('.ec-event', { hasText: title })
const stands = (page: Page, title: string, time: string): Promise<void> => box(page, title).filter({ hasText: time }).first().waitFor()

async function look(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('.ec-time-grid').waitFor()
  return page
}

const hourHeight = 48

/** As by hand: in small steps, for a drag begins with a movement. */
async function drag(page: Page, entry: Locator, { hours }: { hours: number }): Promise<void> {
  const { x, y, width } = await standing(entry)
  await page.mouse.move(x + width / 2, y + 8)
  await page.mouse.down()
  await page.mouse.move(x + width / 2, y + 8 + (hours * hourHeight) / 2, { steps: 6 })
  await page.mouse.move(x + width / 2, y + 8 + hours * hourHeight, { steps: 6 })
  await page.mouse.up()
}

test('an assistant moves the director’s meeting; what is private is only taken time for her', async () => {
  await make(director, 'activity', { title: 'Rozmowa z bankiem', type: 'meeting', start: at(tuesday, '09:00'), end: at(tuesday, '10:00') })
  await make(director, 'activity', { title: 'Wizyta u lekarza', type: 'meeting', start: at(tuesday, '12:00'), end: at(tuesday, '13:00'), private: true })
  const page = await look(assistant, `/calendar?view=day&day=${tuesday}&people=${boss.id}&others=only`)
  await stands(page, 'Rozmowa z bankiem', '09:00–10:00')
  await drag(page, box(page, 'Rozmowa z bankiem'), { hours: 1 })
  await notice(page, 'Przeniesiono: Rozmowa z bankiem').waitFor()
  await stands(page, 'Rozmowa z bankiem', '10:00–11:00')
  await stands(page, 'zajęte', '12:00–13:00')
  assert.equal(await page.getByText('Wizyta u lekarza').count(), 0)
  const [moved] = await records(director, 'activity', { columns: 'start', where: "title = 'Rozmowa z bankiem'", limit: '1' })
  assert.equal(new Date(String(moved!['start'])).toISOString(), at(tuesday, '10:00'))
  await page.close()
})

test('what one changes, the other sees without reloading', async () => {
  const day = later(tuesday, 1)
  await make(director, 'activity', { title: 'Narada o cenniku', type: 'meeting', start: at(day, '09:00'), end: at(day, '10:00') })
  const [hers, his] = await Promise.all([look(assistant, `/calendar?view=day&day=${day}&people=${boss.id}&others=only`), look(director, `/calendar?view=day&day=${day}`)])
  await stands(hers, 'Narada o cenniku', '09:00–10:00')
  await drag(his, box(his, 'Narada o cenniku'), { hours: 2 })
  await stands(hers, 'Narada o cenniku', '11:00–12:00')
  await hers.close()
  await his.close()
})

test('a weekly meeting keeps its hour over the change to summer time; one of them is moved alone, then the series ends', async () => {
  const change = lastSundayOfMarch()
  const mondays = [-6, 1, 8, 15].map((days) => later(change, days))
  await make(director, 'activity', { title: 'Odprawa zarządu', type: 'meeting', start: at(mondays[0]!, '09:00'), end: at(mondays[0]!, '10:00'), recurrence: 'FREQ=WEEKLY;BYDAY=MO', timeZone: zone })
  const page = await look(director, `/calendar?view=week&day=${mondays[0]}`)
  const week = async (monday: string) => {
    await page.goto(`/calendar?view=week&day=${monday}`)
    await page.locator('.ec-time-grid').waitFor()
  }
  await stands(page, 'Odprawa zarządu', '09:00–10:00')
  await week(mondays[1]!)
  await stands(page, 'Odprawa zarządu', '09:00–10:00')
  await drag(page, box(page, 'Odprawa zarządu'), { hours: 2 })
  await page.getByRole('button', { name: 'Tylko to wystąpienie' }).click()
  await stands(page, 'Odprawa zarządu', '11:00–12:00')
  await week(mondays[2]!)
  await stands(page, 'Odprawa zarządu', '09:00–10:00')
  await box(page, 'Odprawa zarządu').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Usuń' }).click()
  await page.getByRole('button', { name: 'To i następne' }).click()
  await notice(page, 'Usunięto: Odprawa zarządu').waitFor()
  await box(page, 'Odprawa zarządu').waitFor({ state: 'detached' })
  await week(mondays[3]!)
  await page.waitForLoadState('networkidle')
  assert.equal(await box(page, 'Odprawa zarządu').count(), 0)
  await week(mondays[1]!)
  await stands(page, 'Odprawa zarządu', '11:00–12:00')
  await page.close()
})

function lastSundayOfMarch(): string {
  const year = new Date().getUTCFullYear() + 1
  const last = `${year}-03-31`
  return later(last, -new Date(last).getUTCDay())
}

test('a meeting dragged onto a time at which its room is taken is put back, and one reads why', async () => {
  const day = later(tuesday, 2)
  const kind = await make(office, 'resourceKind', { name: 'Sale na piętrze' })
  const room = await make(office, 'resource', { name: 'Sala pod zegarem', kind: kind.id, quantity: 1, timeZone: zone })
  await post(office, '/api/resources/book', { resource: room.id, start: at(day, '11:00'), end: at(day, '13:00'), title: 'Szkolenie' })
  const meeting = await make(director, 'activity', { title: 'Spotkanie w sali', type: 'meeting', start: at(day, '09:00'), end: at(day, '10:00') })
  await post(director, '/api/resources/book', { resource: room.id, activity: meeting.id })
  const page = await look(director, `/calendar?view=columns&day=${day}&resources=${room.id}`)
  const own = box(page, 'Spotkanie w sali').first()
  await own.waitFor()
  await box(page, '11:00–13:00').waitFor()
  await drag(page, own, { hours: 2 })
  await notice(page, 'Sala pod zegarem').waitFor()
  await stands(page, 'Spotkanie w sali', '09:00–10:00')
  assert.equal(await box(page, 'Spotkanie w sali').filter({ hasText: '11:00–12:00' }).count(), 0)
  const [kept] = await records(director, 'activity', { columns: 'start', where: `id = '${meeting.id}'`, limit: '1' })
  assert.equal(new Date(String(kept!['start'])).toISOString(), at(day, '09:00'))
  await page.close()
})
