/** One running Sedno with the invented company and one Chromium, for all stories of a test process. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Locator, type Page } from 'playwright-core'
import { runMain, type StartedProgram } from '../src/server/kernel/testing/process.ts'

export const administrator = { mail: 'admin@example.pl', password: 'Sedno-2026-haslo' }

export interface Place {
  program: StartedProgram
  browser: Browser
}

let running: Promise<Place> | null = null
let data = ''

/** Starts both at the first call; the employees of the invented company have the administrator's password. */
export const place = (): Promise<Place> => (running ??= start())

async function start(): Promise<Place> {
  data = mkdtempSync(join(tmpdir(), 'sedno-stories-'))
  const env = { SEDNO_DEMO: '1', SEDNO_LANG: 'pl', SEDNO_ADMIN_EMAIL: administrator.mail, SEDNO_ADMIN_PASSWORD: administrator.password }
  const program = await runMain({ data, env })
  const [browser] = await Promise.all([
    chromium.launch({ executablePath: process.env['SEDNO_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] }),
    untilReady(program).catch(async (error: unknown) => {
      await program.stop()
      throw error
    }),
  ])
  return { program, browser }
}

/** The invented company comes in one transaction, by a job, after the start; on a busy machine it takes a while. */
async function untilReady(program: StartedProgram): Promise<void> {
  await program.untilHealth(200)
  const asked = JSON.stringify({ email: administrator.mail, password: administrator.password })
  const session = await fetch(`${program.address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: asked })
  const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!
  const end = Date.now() + 120_000
  while (!(await hasCompanies(program, cookie))) {
    if (Date.now() > end) throw new Error(`The invented company did not come; Sedno said:\n${program.said()}`)
    await pause(200)
  }
}

async function hasCompanies({ address }: StartedProgram, cookie: string): Promise<boolean> {
  const answer = await fetch(`${address}/api/records/company?columns=name&limit=1`, { headers: { cookie } })
  return ((await answer.json()) as Listed).rows.length > 0
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where a thing is once it stays there: what came in meanwhile draws a screen anew, and a thing is nowhere for a moment. Fails after ten seconds. */
export async function standing(thing: Locator): Promise<Box> {
  const end = Date.now() + 10_000
  for (let last = ''; Date.now() < end; await pause(50)) {
    const box = await thing.boundingBox()
    const now = JSON.stringify(box)
    if (box && now === last) return box
    last = now
  }
  throw new Error(`${thing} did not come to a stand`)
}

after(async () => {
  if (running === null) return
  const { browser, program } = await running
  await browser.close()
  await program.stop()
  rmSync(data, { recursive: true, force: true })
})

export interface OpenOptions extends BrowserContextOptions {
  /** Whose eyes one looks with; left out: nobody has signed in. */
  as?: string
}

/** A browser of its own (cookies, storage), where that person has signed in. */
export async function open(options: OpenOptions = {}): Promise<BrowserContext> {
  const { as, ...rest } = options
  const { browser, program } = await place()
  const context = await browser.newContext({ baseURL: program.address, viewport: { width: 1440, height: 900 }, locale: 'pl-PL', timezoneId: 'Europe/Warsaw', reducedMotion: 'reduce', ...rest })
  context.setDefaultTimeout(15_000)
  if (as !== undefined) await signIn(context, as)
  return context
}

let turn: Promise<unknown> = Promise.resolve()

/** All stories of a run begin at once: several tries for one account at the same moment would look like guessing, so they take turns. */
function signIn(context: BrowserContext, mail: string): Promise<void> {
  const mine = turn.then(async () => {
    const answer = await context.request.post('/api/session', { data: { email: mail, password: administrator.password } })
    if (!answer.ok()) throw new Error(`${mail} could not sign in: ${answer.status()} ${await answer.text()}`)
  })
  turn = mine.catch(() => undefined)
  return mine
}

interface Listed {
  rows: ({ id: string } & Record<string, unknown>)[]
}

/** Records as that person sees them: for what a story needs to know beforehand, never for what it proves. */
export async function records(context: BrowserContext, object: string, query: Record<string, string>): Promise<Listed['rows']> {
  const answer = await context.request.get(`/api/records/${object}`, { params: query })
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`)
  return ((await answer.json()) as Listed).rows
}

/** Mail of an employee in that position: 'Handlowiec', 'Kierownik regionu' … */
export async function employee(position: string): Promise<string> {
  asking ??= open({ as: administrator.mail })
  const [found] = await records(await asking, 'user', { columns: 'name,mail', where: `position = '${position}'`, order: 'mail', limit: '1' })
  return String(found!['mail'])
}
let asking: Promise<BrowserContext> | null = null

/** The notice that something was done, with that text. */
export const notice = (page: Page, words: RegExp | string) => page.getByRole('alert').filter({ hasText: words }).first()
