/** Every kind of screen at three widths, light and dark, in both languages: it fits, it can be read by everybody, it says nothing in the other language, it breaks nothing. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, open, records } from './browser.ts'

type Language = 'pl' | 'en'
interface Look {
  language: Language
  colorScheme: 'light' | 'dark'
  width: number
  height: number
}

/** Each width with each language and each scheme, each language with each scheme: all pairs, in half the time of all threes. */
const looks: Look[] = [
  { language: 'pl', colorScheme: 'light', width: 1440, height: 900 },
  { language: 'en', colorScheme: 'dark', width: 1440, height: 900 },
  { language: 'pl', colorScheme: 'dark', width: 1024, height: 768 },
  { language: 'en', colorScheme: 'light', width: 1024, height: 768 },
  { language: 'pl', colorScheme: 'light', width: 390, height: 844 },
  { language: 'en', colorScheme: 'dark', width: 390, height: 844 },
]

/** What the screen must say, in each language. */
const labels: Record<string, Record<Language, string>> = {
  day: { pl: 'Do zrobienia', en: 'To do' },
  activity: { pl: 'Lista kontrolna', en: 'Checklist' },
  list: { pl: 'Firmy', en: 'Companies' },
  record: { pl: 'Historia', en: 'History' },
  form: { pl: 'Wszystkie pola', en: 'All fields' },
  settings: { pl: 'Strefa czasowa', en: 'Time zone' },
  import: { pl: 'Importy', en: 'Imports' },
  signIn: { pl: 'Zaloguj się', en: 'Sign in' },
  objects: { pl: 'Nowy obiekt', en: 'New object' },
  object: { pl: 'Nowe pole', en: 'New field' },
  lists: { pl: 'Listy wartości', en: 'Lists of choices' },
  layouts: { pl: 'Układy ekranów', en: 'Screen layouts' },
  layoutsOf: { pl: 'Dla wszystkich', en: 'For everyone' },
  layout: { pl: 'Opublikuj', en: 'Publish' },
  territories: { pl: 'Terytoria', en: 'Territories' },
  roles: { pl: 'Role', en: 'Roles' },
  access: { pl: 'Przegląd dostępu', en: 'Access overview' },
  calendar: { pl: 'Dziś', en: 'Today' },
  month: { pl: 'Dziś', en: 'Today' },
  ownCalendar: { pl: 'Kto widzi mój kalendarz', en: 'Who sees my calendar' },
  hours: { pl: 'Tydzień firmy', en: 'The firm’s week' },
  mail: { pl: 'Poczta wychodząca', en: 'Outgoing mail' },
  gateways: { pl: 'Bramki SMS', en: 'SMS gateways' },
  defaults: { pl: 'Domyślne powiadomienia', en: 'Notices by default' },
  notices: { pl: 'Powiadomienia', en: 'Notices' },
  ownNotices: { pl: 'Powiadomienia', en: 'Notices' },
  board: { pl: 'Szanse', en: 'Opportunities' },
  opportunity: { pl: 'Historia', en: 'History' },
  register: { pl: 'Rejestr zmian', en: 'Change register' },
  forecast: { pl: 'Prognoza', en: 'Forecast' },
  process: { pl: 'Lejek', en: 'Funnel' },
  targets: { pl: 'Realizacja', en: 'Realised' },
  quote: { pl: 'Treść', en: 'Wording' },
  salesOrder: { pl: 'Ustalenia', en: 'Agreements' },
  contract: { pl: 'Wartość w czasie', en: 'Value over time' },
  product: { pl: 'Ceny', en: 'Prices' },
  priceList: { pl: 'Ceny', en: 'Prices' },
  rates: { pl: 'Pobieranie kursów walut', en: 'Fetching exchange rates' },
  templates: { pl: 'Szablony dokumentów', en: 'Document templates' },
}

const places = { day: '/my-day', activity: '/records/activity/{activity}', list: '/records/company', record: '/records/company/{company}', settings: '/settings/profile', import: '/imports', notices: '/notices', ownNotices: '/settings/notices', calendar: '/calendar', month: '/calendar?view=month', ownCalendar: '/settings/calendar' }
/** From the first call to the order. */
const selling = {
  board: '/records/opportunity?show=board', opportunity: '/records/opportunity/{opportunity}', register: '/records/opportunity/{opportunity}/register', forecast: '/sales/forecast', process: '/sales/process', targets: '/sales/targets',
  quote: '/records/quote/{quote}', salesOrder: '/records/salesOrder/{salesOrder}', contract: '/records/contract/{contract}', product: '/records/product/{product}', priceList: '/records/priceList/{priceList}',
}
/** Where the administrator shapes the house. */
const shaping = {
  objects: '/settings/objects', object: '/settings/objects/company', lists: '/settings/lists', layouts: '/settings/layouts', layoutsOf: '/settings/layouts/company', layout: '/settings/layouts/company/record',
  territories: '/records/territory', roles: '/records/role', access: '/settings/access', mail: '/settings/mail', gateways: '/settings/sms', defaults: '/settings/notice-defaults', hours: '/settings/hours', rates: '/settings/rates', templates: '/settings/documents',
}

/** Each language is named in its own words. */
const languageNames = new Set(['Polski', 'English'])

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let words: Record<Language, ReadonlySet<string>>
let manager: string
/** Names that the firm gave: a team for export is called so in every language. */
let given: ReadonlySet<string>
/** One record of each object that has a screen of its own to look at. */
const known: Record<string, string> = {}

before(async () => {
  words = await wordsOfScreens()
  manager = await employee('Kierownik regionu')
  const office = await open({ as: manager })
  known['company'] = (await records(office, 'company', { columns: 'name', where: 'parent is not empty', order: 'name', limit: '1' }))[0]!.id
  known['activity'] = await aTask(office, known['company'])
  for (const object of ['opportunity', 'quote', 'salesOrder', 'contract', 'product', 'priceList']) known[object] = (await records(office, object, { columns: 'id', order: 'id', limit: '1' }))[0]!.id
  await office.close()
  // What people gave names to keeps them in any language: teams, stages, and roles of a firm that began in Polish.
  const settings = await open({ as: administrator.mail })
  const names = Object.entries({ team: 'name', role: 'name', pipeline: 'name', stage: 'name', product: 'name', productGroup: 'name', priceList: 'name', targetPlan: 'name', quoteSection: 'title' })
  given = new Set((await Promise.all(names.map(async ([object, name]) => (await records(settings, object, { columns: name })).map((row) => String(row[name]))))).flat())
  await settings.close()
})

for (const look of looks) {
  const { language, colorScheme, width } = look
  test(`all screens, ${width} wide, ${colorScheme}, ${language}`, async () => {
    const faults: string[] = []
    const stranger = await visit(look, null, faults)
    await see(stranger, 'signIn', faults)
    await stranger.page.context().close()
    await visiting(look, manager, faults, async (at) => {
      await seeAll(at, { ...places, ...selling }, faults)
      await at.page.goto('/records/company')
      await at.page.getByRole('button', { name: language === 'pl' ? 'Dodaj: Firma' : 'Add: Company' }).click()
      await see(at, 'form', faults)
    })
    await visiting(look, administrator.mail, faults, (office) => seeAll(office, shaping, faults))
    assert.deepEqual(faults, [])
  })
}

async function visiting(look: Look, as: string, faults: string[], go: (at: Visit) => Promise<void>): Promise<void> {
  const at = await visit(look, as, faults)
  try {
    await go(at)
  } finally {
    // Whoever comes after in these stories reads Polish.
    await speak(at.page.context(), 'pl')
    await at.page.context().close()
  }
}

/** One that is late, with something to tick off. */
async function aTask(context: BrowserContext, company: string): Promise<string> {
  const made = async (object: string, values: object): Promise<string> => {
    const answer = await context.request.post(`/api/records/${object}`, { data: values })
    assert.equal(answer.status(), 201, await answer.text())
    return ((await answer.json()) as { id: string }).id
  }
  const id = await made('activity', { title: 'Przegląd kotłowni', type: 'task', due: '2026-01-12T09:00:00Z', company })
  await made('checklistItem', { title: 'Spisać liczniki', activity: id })
  return id
}

async function seeAll(at: Visit, screens: Readonly<Record<string, string>>, faults: string[]): Promise<void> {
  for (const [screen, path] of Object.entries(screens)) {
    await at.page.goto(path.replace(/\{(\w+)\}/, (_, object: string) => known[object]!))
    await see(at, screen, faults)
  }
}

interface Visit {
  page: Page
  look: Look
}

async function visit(look: Look, as: string | null, faults: string[]): Promise<Visit> {
  const { language, colorScheme, width, height } = look
  const context = await open({ viewport: { width, height }, colorScheme, locale: language === 'pl' ? 'pl-PL' : 'en-GB', ...(as === null ? {} : { as }) })
  if (as !== null) await speak(context, language)
  const page = await context.newPage()
  // The browser itself writes down that the question who one is was answered with 401: nobody yet.
  page.on('console', (said) => said.type() === 'error' && !(as === null && said.text().includes('401')) && faults.push(`console: ${said.text()} (${page.url()})`))
  page.on('pageerror', (error) => faults.push(`error: ${error.message} (${page.url()})`))
  await page.goto('/')
  return { page, look }
}

async function speak(context: BrowserContext, language: Language): Promise<void> {
  const answer = await context.request.patch('/api/account', { data: { language } })
  assert.equal(answer.status(), 200, await answer.text())
}

async function see({ page, look: { language, width } }: Visit, screen: string, faults: string[]): Promise<void> {
  const scope = screen === 'form' ? page.getByRole('dialog') : page.locator('body')
  await scope.getByText(labels[screen]![language]).or(scope.getByLabel(labels[screen]![language])).first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  const tell = (fault: string) => faults.push(`${screen}: ${fault}`)
  const lang = await page.evaluate(() => document.documentElement.lang)
  if (lang !== language) tell(`the page says its language is ${lang}`)
  const [wide, has] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const)
  if (wide > has) tell(`${wide - has} px wider than the window`)
  const foreign = words[language === 'pl' ? 'en' : 'pl']
  for (const said of await everythingSaid(page)) if (foreign.has(said) && !given.has(said)) tell(`says “${said}”`)
  // A small screen is laid out like a large one: the rules are gone through on the large one and on the telephone.
  if (width !== 1024) for (const fault of await againstRules(page, screen === 'form' ? '[role=dialog]' : 'body')) tell(fault)
}

/** Texts, names and hints on the page, also those for screen readers only. */
const everythingSaid = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) said.add(walker.currentNode.textContent!.trim())
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) for (const name of ['aria-label', 'placeholder', 'title']) said.add(element.getAttribute(name)?.trim() ?? '')
    return [...said]
  })

/** WCAG 2.2, levels A and AA, as far as a program can tell. */
async function againstRules(page: Page, within: string): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async (place) => {
    const { axe } = globalThis as unknown as { axe: { run(place: string, options: object): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } }
    const { violations } = await axe.run(place, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
    // What lies half under the foot of a form can be scrolled from there.
    const stands = (node: { failureSummary: string }) => !node.failureSummary.includes('partially obscured')
    return violations.flatMap(({ id, nodes }) => nodes.filter(stands).slice(0, 3).map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1, 2).join('').trim()}`))
  }, within)
}

/** Whole texts of the browser part that exist in one language only; those with a place for a value are left out. */
async function wordsOfScreens(): Promise<Record<Language, ReadonlySet<string>>> {
  const all: Record<Language, Set<string>> = { pl: new Set(), en: new Set() }
  const collect = (value: unknown): void => {
    // Values of choices are left out: a region in one language may be a city in the other.
    if (value === null || typeof value !== 'object' || 'value' in value) return
    const { pl, en } = value as Partial<Record<Language, unknown>>
    if (typeof pl === 'string' && typeof en === 'string') {
      if (!pl.includes('{')) (all.pl.add(pl), all.en.add(en))
    } else for (const part of Object.values(value)) collect(part)
  }
  for (const file of globSync(['src/web/**/*exts.ts', 'src/fields/*texts.ts', 'src/server/{parties,users}/texts.ts'])) collect({ ...((await import(resolve(file))) as object) })
  const without = (words: ReadonlySet<string>, others: ReadonlySet<string>) => new Set([...words].filter((word) => !others.has(word) && !languageNames.has(word)))
  return { pl: without(all.pl, all.en), en: without(all.en, all.pl) }
}
