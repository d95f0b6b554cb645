/** An installation of its own with the invented company at scale, a server beside it, and a plain connection to the same tables. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, type Socket } from 'node:net'
import { Pool, types } from 'pg'
import { programCtx, firstRun } from '../src/server/app/first-run.ts'
import { openInstallation, type Installation } from '../src/server/app/installation.ts'
import { readSettings } from '../src/server/app/settings.ts'
import { loadDemo } from '../src/server/demo/index.ts'
import { sql } from '../src/expression/sql.ts'

export interface BenchWorld {
  size: number
  /** node-postgres alone: what the same rows cost without us. */
  raw: Pool
  installation: Installation
  server: ChildProcess
  url: string
  /** A salesperson: row rules are in every statement of his. */
  seller: Session
  admin: Session
  end(): Promise<void>
}

export interface Session {
  cookie: string
  userId: string
  teamMates: string[]
  get(path: string): Promise<string>
  send(method: string, path: string, body: unknown): Promise<{ status: number; text: string }>
}

const mail = 'admin@example.pl'
const password = 'measuring-2026-only'

export async function prepare(size: number, log: (line: string) => void): Promise<BenchWorld> {
  // Loading a million takes longer than measuring: with a folder of one's own it is kept for the next run.
  const kept = process.env.SEDNO_BENCH_DATA
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'sedno-bench-')) : join(kept, String(size))
  const settings = readSettings({ SEDNO_DATA: folder, SEDNO_ADMIN_EMAIL: mail, SEDNO_ADMIN_PASSWORD: password, SEDNO_LANG: 'en' }, folder)
  const installation = await openInstallation(settings)
  await firstRun(installation, () => undefined)
  const [loaded] = await installation.db.rows<{ there: boolean }>(sql`select exists (select 1 from company) as there`)
  if (!loaded!.there) await load(installation, size, log)
  const port = 4_780
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/server/app/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DATABASE_URL: installation.db.url, SEDNO_DATA: folder, PORT: String(port), SEDNO_LANG: 'en', NODE_ENV: 'production' },
  })
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(`${url}/health`).then((answer) => answer.ok, () => false))) await pause(100)
  types.setTypeParser(1184, (text) => text)
  types.setTypeParser(1082, (text) => text)
  const raw = new Pool({ connectionString: installation.db.url, max: 8 })
  const [person] = await installation.db.rows<{ mail: string }>(sql`select mail from "user" where position = 'Handlowiec' order by id limit 1`)
  return {
    size, raw, installation, server, url,
    seller: await signIn(installation, url, person!.mail),
    admin: await signIn(installation, url, mail),
    async end() {
      for (const socket of idle.splice(0)) socket.destroy()
      server.kill('SIGTERM')
      await new Promise((resolve) => server.once('close', resolve))
      await raw.end()
      await installation.close()
      if (kept === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function load(installation: Installation, size: number, log: (line: string) => void): Promise<void> {
  const began = Date.now()
  await loadDemo(programCtx(installation), { companies: size, people: size * 2 })
  await installation.db.connection((client) => client.query('vacuum analyze'))
  log(`${size.toLocaleString('en')} companies and twice as many people loaded in ${Math.round((Date.now() - began) / 1_000)} s`)
}

async function signIn(installation: Installation, url: string, who: string): Promise<Session> {
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: who, password }) })
  if (!answer.ok) throw new Error(`sign-in of ${who}: ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
  const { user } = (await answer.json()) as { user: { id: string } }
  const mates = await installation.db.rows<{ id: string }>(sql`select m.id from "user" m join "user" u on u.id = ${user.id} and (m.teams && u.teams or m.id = u.id)`)
  const send = (method: string, path: string, body?: unknown) => ask(url, { method, path, cookie, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  return {
    cookie, userId: user.id, teamMates: mates.map(({ id }) => id), send,
    async get(path) {
      const { status, text } = await send('GET', path)
      if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`)
      return text
    },
  }
}

/**
 * A client that costs next to nothing, on connections that are kept: it shares the machine's two cores with what is measured.
 * It knows just as much of HTTP/1.1 as our own server says: a length, or chunks.
 */
function ask(url: string, { method, path, cookie, body }: { method: string; path: string; cookie: string; body?: string }): Promise<{ status: number; text: string }> {
  const { port } = new URL(url)
  const socket = idle.pop() ?? connect({ port: Number(port), host: '127.0.0.1', noDelay: true })
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let size = 0
    let wanted = -1
    const done = (answer: Buffer) => {
      socket.removeAllListeners('data')
      socket.removeAllListeners('error')
      idle.push(socket)
      const head = answer.indexOf('\r\n\r\n')
      resolve({ status: Number(answer.toString('latin1', 9, 12)), text: answer.toString('utf8', head + 4) })
    }
    socket.on('error', reject)
    socket.on('data', (piece: Buffer) => {
      pieces.push(piece)
      size += piece.length
      if (wanted < 0) {
        const head = Buffer.concat(pieces)
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = /content-length: (\d+)/i.exec(head.toString('latin1', 0, end))
        wanted = length ? end + 4 + Number(length[1]) : -2
      }
      if (wanted >= 0 ? size >= wanted : Buffer.concat(pieces.slice(-2)).toString('latin1').endsWith('0\r\n\r\n')) done(Buffer.concat(pieces))
    })
    const length = body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
    socket.write(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n${length}\r\n${body ?? ''}`)
  })
}

const idle: Socket[] = []
