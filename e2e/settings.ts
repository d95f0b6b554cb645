/** What an administrator does in the settings and an ordinary person in the forms, clicked and typed as they would, found by role and label. */
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { notice } from './browser.ts'

/** Polish, English: the API name follows the English one. */
export type Words = readonly [pl: string, en: string]

export const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1, exact: true })
/** Where something is asked for once: the first that can be seen. */
const input = (within: Page | Locator, label: string) => within.getByRole('textbox', { name: label }).or(within.getByRole('combobox', { name: label })).or(within.getByRole('spinbutton', { name: label })).first()
const press = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first().click()

async function typeWords(within: Page | Locator, label: string, [pl, en]: Words): Promise<void> {
  await within.getByRole('textbox', { name: new RegExp(`^${label} po polsku`) }).fill(pl)
  await within.getByRole('textbox', { name: new RegExp(`^${label} po angielsku`) }).fill(en)
}

/** Opens the list behind that label, types what is looked for and takes the offer of that name. */
export async function choose(page: Page, { label, option, within = page }: { label: string; option: string; within?: Page | Locator }): Promise<void> {
  const box = input(within, label)
  await box.click()
  if (await box.isEditable()) await box.fill(option)
  // Not the offer to make a new one of that name; and 'Firma' itself rather than 'Firma budowlana'.
  const offers = page.locator('[role=option]:not([value="+create"]):visible')
  await offers.filter({ hasText: option }).first().waitFor()
  const same = offers.filter({ hasText: new RegExp(`^${RegExp.escape(option)}$`) })
  await ((await same.count()) > 0 ? same : offers.filter({ hasText: option })).first().click()
}

export interface ObjectWords {
  one: Words
  many: Words
  /** What a record is known by, when it is not called a name. */
  known?: Words
  /** Numbered by the program with this pattern. */
  numbered?: { pattern: string; gapless?: boolean }
  /** Left out: everyone has their own. */
  access?: 'Wspólne dla wszystkich' | { belongsTo: string }
  /** Which roles use it at once, and how much of it. */
  roles?: Readonly<Record<string, string>>
}

export async function makeObject(page: Page, { one, many, known, numbered, access, roles = { Handlowiec: 'wszystkie: ogląda, dodaje i zmienia' } }: ObjectWords): Promise<void> {
  await page.goto('/settings/objects')
  await press(page, 'Nowy obiekt')
  await typeWords(page, 'Nazwa', one)
  await typeWords(page, 'Liczba mnoga', many)
  if (known !== undefined) await typeWords(page, 'Nazwa pola', known)
  if (numbered !== undefined) {
    await page.getByRole('radio', { name: 'Program nadaje kolejny numer' }).check()
    await page.getByRole('textbox', { name: 'Wzór numeru' }).fill(numbered.pattern)
    if (numbered.gapless === true) await page.getByRole('checkbox', { name: 'Bez luk, jak na fakturach' }).check()
  }
  if (typeof access === 'string') await page.getByRole('radio', { name: access }).check()
  if (typeof access === 'object') {
    await page.getByRole('radio', { name: 'Tak jak rekord, do którego należy' }).check()
    await choose(page, { label: 'Należy do', option: access.belongsTo })
  }
  for (const [role, level] of Object.entries(roles)) await page.getByRole('combobox', { name: role, exact: true }).selectOption({ label: level })
  await press(page, 'Utwórz obiekt')
  await heading(page, many[0]).waitFor()
}

export interface FieldWords {
  required?: boolean
  /** The expression that computes it. */
  formula?: string
  released?: boolean
  /** Values of a choice, in both languages; with a colour; under another. */
  values?: readonly { words: Words; color?: string; under?: string }[]
  list?: string
  /** Of a link: what it leads to and what the way back is called. */
  to?: string
  back?: Words
  initial?: string
  shownWhen?: string
  requiredWhen?: string
  colors?: readonly (readonly [when: string, color: string])[]
  /** Boxes and inputs of the type by their labels: 'Bez powtórzeń': true, 'Miejsca po przecinku': '0'. */
  settings?: Readonly<Record<string, string | boolean>>
}

/** A new field of that type on the object with that id. */
export async function addField(page: Page, object: string, field: { type: string; label: Words } & FieldWords): Promise<void> {
  if (!new URL(page.url(), 'http://sedno').pathname.endsWith(`/settings/objects/${object}`)) await page.goto(`/settings/objects/${object}`)
  await press(page, 'Nowe pole')
  await press(page, new RegExp(`^${field.type}(?! i )`))
  await typeWords(page, 'Nazwa', field.label)
  await sayOptions(page, field)
  await sayBehaviour(page, field)
  await press(page, 'Dodaj pole')
  await notice(page, `Dodano pole „${field.label[0]}”`).waitFor()
  await page.getByRole('tab', { name: 'Pola' }).waitFor()
}

async function sayOptions(page: Page, { to, back, list, values, settings = {} }: FieldWords): Promise<void> {
  if (to !== undefined) await choose(page, { label: 'Do czego prowadzi', option: to })
  if (back !== undefined) await typeWords(page, 'Nazwa w drugą stronę', back)
  if (list !== undefined) await choose(page, { label: 'Wspólna lista', option: list })
  if (values !== undefined) await typeValues(page, values)
  for (const [label, value] of Object.entries(settings)) {
    if (typeof value === 'boolean') await page.getByRole('checkbox', { name: label }).setChecked(value)
    else await input(page, label).fill(value)
  }
}

/** Pasted as a list, then each given its colour and its place in the tree. */
export async function typeValues(page: Page, values: NonNullable<FieldWords['values']>): Promise<void> {
  await press(page, 'Wklej listę')
  await page.getByRole('textbox', { name: 'Wartości, po jednej w wierszu' }).fill(values.map(({ words: [pl, en] }) => `${pl};${en}`).join('\n'))
  await press(page, /^Dodaj \d+ wartoś/)
  const editor = page.getByRole('group', { name: 'Wartości' })
  if (values.some(({ under }) => under !== undefined)) await editor.getByRole('checkbox', { name: 'Drzewo: jedne wartości pod innymi' }).check()
  for (const [at, { color, under }] of values.entries()) {
    if (color !== undefined) {
      await editor.getByRole('button', { name: /^Kolor: / }).nth(at).click()
      await page.getByRole('menuitem', { name: color, exact: true }).click()
    }
    if (under !== undefined) await editor.getByRole('combobox', { name: 'Pod' }).nth(at).selectOption({ label: under })
  }
}

async function sayBehaviour(page: Page, { formula, released, required, initial, shownWhen, requiredWhen, colors = [] }: FieldWords): Promise<void> {
  if (formula !== undefined) {
    await page.getByRole('checkbox', { name: 'Wartość oblicza formuła' }).check()
    await page.getByRole('combobox', { name: 'Formuła' }).fill(formula)
    // What it comes to on a few records is shown under it, and moves everything below.
    await page.getByText(/^(Zapisywana|Na żywo): /).or(page.locator('textarea[aria-invalid=true]')).first().waitFor()
    if (released === true) await page.getByRole('checkbox', { name: 'Widoczne także dla osób' }).check()
  }
  if (required === true) await page.getByRole('checkbox', { name: 'Wymagane' }).check()
  if (initial !== undefined) await page.getByRole('combobox', { name: 'Wartość początkowa' }).fill(initial)
  for (const [label, text] of [['Widoczne, gdy', shownWhen], ['Wymagane, gdy', requiredWhen]] as const) {
    if (text !== undefined) await writeCondition(page, label, text)
  }
  for (const [at, [when, color]] of colors.entries()) {
    await press(page, 'Dodaj kolor')
    await page.getByRole('combobox', { name: 'Gdy', exact: true }).nth(at).fill(when)
    await page.getByRole('button', { name: /^Kolor: / }).last().click()
    await page.getByRole('menuitem', { name: color, exact: true }).click()
  }
}

/** Conditions of a field that is there already, one of the program's too. */
export async function changeField(page: Page, { object, name, said }: { object: string; name: string; said: Readonly<Record<string, string>> }): Promise<void> {
  await page.goto(`/settings/objects/${object}/fields/${object}.${name}`)
  for (const [label, text] of Object.entries(said)) await writeCondition(page, label, text)
  await press(page, 'Zapisz')
  await notice(page, 'Zapisano pole').waitFor()
}

async function writeCondition(within: Page | Locator, label: string, text: string): Promise<void> {
  await press(within, `${label}: Pisz jako tekst`)
  await within.getByRole('combobox', { name: label, exact: true }).fill(text)
}

export interface MoveWords {
  label: Words
  from: readonly string[]
  to: string
  required?: readonly string[]
  roles?: readonly string[]
  when?: string
  whenNot?: Words
}

/** The states of an object follow from a choice field; moves that come by themselves are taken away first. */
export async function setStates(page: Page, object: string, { field, begin, moves }: { field: string; begin: string; moves: readonly MoveWords[] }): Promise<void> {
  await page.goto(`/settings/objects/${object}`)
  await page.getByRole('tab', { name: 'Typy i stany' }).click()
  await choose(page, { label: 'Stan mówi pole', option: field })
  await choose(page, { label: 'Nowy rekord zaczyna w', option: begin })
  await press(page, 'Usuń wszystkie')
  for (const move of moves) await addMove(page, move)
  await press(page, 'Zapisz')
  await notice(page, 'Zapisano typy i stany').waitFor()
}

async function addMove(page: Page, { label, from, to, required = [], roles = [], when, whenNot }: MoveWords): Promise<void> {
  await press(page, 'Dodaj przejście')
  const window = page.getByRole('dialog', { name: 'Przejście' })
  await typeWords(window, 'Nazwa przycisku', label)
  for (const [name, options] of [['Ze stanów', from], ['Do stanu', [to]], ['Kto może', roles], ['Pola, które trzeba wypełnić', required]] as const) {
    for (const option of options) await choose(page, { label: name, option, within: window })
    if (options.length > 0) await window.getByRole('heading').click()
  }
  if (when !== undefined) await writeCondition(window, 'Tylko gdy', when)
  if (whenNot !== undefined) await typeWords(window, 'Gdy warunek nie jest spełniony, powiedz', whenNot)
  await press(window, 'Gotowe')
  await window.waitFor({ state: 'hidden' })
}

/** What a person types into the form of a new record; true ticks a box; `pick` chooses from what is offered. */
export type Entry = string | true | { pick: string } | { file: string }

export async function fillIn(page: Page, within: Page | Locator, entries: Readonly<Record<string, Entry>>): Promise<void> {
  for (const [label, entry] of Object.entries(entries)) {
    if (entry === true) await within.getByRole('switch', { name: label }).check()
    else if (typeof entry === 'string') await input(within, label).fill(entry)
    else if ('pick' in entry) await choose(page, { label, option: entry.pick, within })
    else await within.getByLabel(label).setInputFiles({ name: entry.file, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
  }
}

/** From the list of the object: one more record by its form. */
export async function addRecord(page: Page, { object, label, entries }: { object: string; label: string; entries: Readonly<Record<string, Entry>> }): Promise<void> {
  await openForm(page, object, label)
  const form = page.getByRole('dialog')
  const more = form.getByRole('button', { name: 'Wszystkie pola' })
  if (await more.isVisible()) await more.click()
  await fillIn(page, form, entries)
  await press(form, 'Zapisz')
  await form.waitFor({ state: 'hidden' })
  await notice(page, 'Dodano').waitFor()
}

export async function openForm(page: Page, object: string, label: string): Promise<void> {
  await page.goto(`/records/${object}`)
  await press(page, `Dodaj: ${label}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Zapisz', exact: true }).waitFor()
}

/** A field of the record's page begins to be changed where it stands; an empty one is brought out from among the empty ones. */
export async function beginChange(page: Page, label: string): Promise<void> {
  const pencil = page.getByRole('button', { name: `Zmień: ${label}`, exact: true })
  const folded = page.getByRole('button', { name: /^\d+ pust/ })
  await pencil.or(folded).first().waitFor()
  while (!(await pencil.isVisible()) && (await folded.count()) > 0) await folded.last().click()
  await pencil.click()
}

/** A list as it is to be seen, kept for everyone under a name. */
export async function shareView(page: Page, { object, name, query }: { object: string; name: string; query: Readonly<Record<string, string>> }): Promise<void> {
  await page.goto(`/records/${object}?${new URLSearchParams(query)}`)
  await press(page, 'Nowy widok')
  const window = page.getByRole('dialog', { name: 'Nowy widok' })
  await window.getByRole('textbox', { name: 'Nazwa widoku' }).fill(name)
  await window.getByRole('radio', { name: 'Dla wszystkich' }).check()
  await press(window, 'Zapisz')
  await notice(page, `Zapisano widok „${name}”`).waitFor()
}

/** The line of the list in which that name stands. */
export const line = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).first()

/** Records made beforehand, as the world in which the task is tried: never what a story proves. */
export async function given(context: BrowserContext, object: string, values: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await context.request.post(`/api/records/${object}`, { data: values })
  if (!answer.ok()) throw new Error(`${object}: ${answer.status()} ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

/** 'YYYY-MM-DD' on a Polish calendar, that many days from today. */
export const dayFromNow = (days: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(Date.now() + days * 86_400_000)

/** 2026-03-05 → 05.03.2026 */
export const inPolish = (day: string): string => day.split('-').reverse().join('.')

/** A cell of that line whose value is coloured so. */
export const coloured = (within: Page | Locator, color: string, text: string | RegExp) => within.locator(`[data-color=${color}]`).filter({ hasText: text }).first()
