/** PDF by LibreOffice, which is a program of its own: kept warm, one document at a time, killed when it takes too long, started again for the next. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { TemplateKind } from '../reading/archive.ts'

export interface OfficeOptions {
  /** Milliseconds for one document, its start not counted. */
  limitMs?: number
  startMs?: number
  /** Unused for so long it is let go: it holds some 200 MB. */
  idleMs?: number
  /** Another program in its place: for tests of what hangs and dies. */
  command?: { program: string; arguments: readonly string[] }
}

export type OfficeFailure = 'missing' | 'slow' | 'died' | 'refused'

/** LibreOffice made no PDF: it is not there, took too long, died, or could not open the document. */
export class OfficeError extends Error {
  readonly why: OfficeFailure
  constructor(why: OfficeFailure, message: string = why) {
    super(message)
    this.name = 'OfficeError'
    this.why = why
  }
}

export interface Office {
  toPdf(contents: Uint8Array, kind: TemplateKind): Promise<Uint8Array>
  close(): Promise<void>
}

const filters: Readonly<Record<TemplateKind, string>> = { docx: 'writer_pdf_Export', xlsx: 'calc_pdf_Export' }

interface Running {
  child: ChildProcess
  lines: Interface
  folder: string
}

export function openOffice({ limitMs = 60_000, startMs = 90_000, idleMs = 10 * 60_000, command }: OfficeOptions = {}): Office {
  let running: Running | null = null
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined
  const stop = async () => {
    clearTimeout(idle)
    const stopped = running
    running = null
    if (stopped !== null) await end(stopped)
  }
  const convert = async (contents: Uint8Array, kind: TemplateKind): Promise<Uint8Array> => {
    clearTimeout(idle)
    running ??= await begin(command ?? (await usual()), startMs)
    try {
      return await converted(running, { contents, kind, limitMs })
    } catch (error) {
      // What refused a document goes on; what hangs or died is of no more use.
      if (!(error instanceof OfficeError) || error.why !== 'refused') await stop()
      throw error
    } finally {
      idle = setTimeout(() => void stop(), idleMs)
      idle.unref()
    }
  }
  return {
    toPdf(contents, kind) {
      const made = last.then(() => convert(contents, kind))
      last = made.catch(() => undefined)
      return made
    },
    close: () => last.then(stop),
  }
}

const script = join(import.meta.dirname, 'convert.py')

async function usual(): Promise<NonNullable<OfficeOptions['command']>> {
  const here = await officeProgram()
  if (here === null) throw new OfficeError('missing')
  return { program: here.python, arguments: [script, here.soffice] }
}

interface Here {
  soffice: string
  python: string
}

let found: Promise<Here | null> | null = null
let lookedAt = 0
const lookAgainMs = 60_000

/** Where LibreOffice is, with what drives it; null: not here. Looked for again after a while: it may be installed without a restart. */
export async function officeProgram(): Promise<Here | null> {
  const known = await found
  if (found === null || (known === null && Date.now() - lookedAt > lookAgainMs)) {
    lookedAt = Date.now()
    found = look()
  }
  return found
}

async function look(): Promise<Here | null> {
  const soffice = process.env['SEDNO_SOFFICE'] ?? (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'soffice')).find((path) => existsSync(path))
  if (soffice === undefined || !existsSync(soffice)) return null
  // The system's own first: the bridge to LibreOffice is a package of that one, whatever other Python stands before it in the path.
  for (const python of ['/usr/bin/python3', 'python3']) {
    const hasBridge = await promisify(execFile)(python, ['-c', 'import uno'], { timeout: 20_000 }).then(() => true, () => false)
    if (hasBridge) return { soffice, python }
  }
  return null
}

async function begin({ program, arguments: given }: NonNullable<OfficeOptions['command']>, startMs: number): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'sedno-office-'))
  // A group of its own, so that the script and the office it started are ended together.
  const child = spawn(program, [...given, pathToFileURL(join(folder, 'profile')).pathname], { stdio: ['pipe', 'pipe', 'ignore'], detached: true })
  const running: Running = { child, lines: createInterface({ input: child.stdout! }), folder }
  child.stdin!.on('error', () => undefined) // it died: the answer that never comes says so
  process.once('exit', () => kill(child))
  try {
    await nextLine(running, startMs)
    return running
  } catch (error) {
    await end(running)
    throw error
  }
}

async function converted(running: Running, { contents, kind, limitMs }: { contents: Uint8Array; kind: TemplateKind; limitMs: number }): Promise<Uint8Array> {
  const [from, to] = [join(running.folder, `document.${kind}`), join(running.folder, 'document.pdf')]
  await writeFile(from, contents)
  try {
    const answer = nextLine(running, limitMs)
    running.child.stdin!.write(`${JSON.stringify({ from, to, filter: filters[kind] })}\n`)
    const { error } = JSON.parse(await answer) as { error?: string }
    if (error !== undefined) throw new OfficeError('refused', error)
    return await readFile(to)
  } finally {
    await Promise.all([rm(from, { force: true }), rm(to, { force: true })])
  }
}

function nextLine({ child, lines }: Running, limitMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      clearTimeout(timer)
      lines.off('line', line)
      child.off('close', died)
      child.off('error', died)
      done()
    }
    const line = (text: string) => settle(() => resolve(text))
    const died = () => settle(() => reject(new OfficeError('died')))
    const timer = setTimeout(() => settle(() => reject(new OfficeError('slow'))), limitMs)
    lines.once('line', line)
    child.once('close', died)
    child.once('error', died)
    if (child.exitCode !== null || child.signalCode !== null) died()
  })
}

async function end({ child, folder }: Running): Promise<void> {
  const isOver = child.exitCode !== null || child.signalCode !== null || child.pid === undefined
  const over = isOver ? Promise.resolve() : new Promise((resolve) => child.once('close', resolve))
  kill(child)
  await over
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}

function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

let office: Office | null = null
/** The one of this process, begun with the first document. */
export const currentOffice = (): Office => (office ??= openOffice())
/** Tests put one of their own in its place. */
export function useOffice(given: Office | null): void {
  office = given
}
