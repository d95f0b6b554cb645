/** The real program as a process of its own, for tests that start, kill and start it again. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface StartedProgram {
  port: number
  address: string
  child: ChildProcess
  said(): string
  /** Waits for its end; gives the exit code, null when a signal ended it. */
  ended: Promise<number | null>
  /** GET /health → status, or null when nobody answers. */
  health(): Promise<number | null>
  untilHealth(status: number): Promise<void>
  untilSaid(words: RegExp): Promise<void>
  stop(): Promise<number | null>
}

interface ProgramOptions {
  data: string
  port?: number
  env?: Record<string, string>
  /** Command line it is started through: setpriv … */
  through?: readonly string[]
}

const longest = 90_000
const running = new Set<ChildProcess>()

/** After a test that failed half way: what it started must not outlive it. */
export function killPrograms(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Starts it without waiting for anything. */
export async function runMain({ data, port, env = {}, through = [] }: ProgramOptions): Promise<StartedProgram> {
  const free = port ?? (await freePort())
  const words = [...through, process.execPath, '--disable-warning=ExperimentalWarning', 'src/server/app/main.ts']
  const child = spawn(words[0]!, words.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: 'node_modules/.cache/compiled', SEDNO_LANG: 'en', SEDNO_DATA: data, PORT: String(free), ...env },
  })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve)).finally(() => running.delete(child))
  const address = `http://127.0.0.1:${free}`
  const health = () => fetch(`${address}/health`, { signal: AbortSignal.timeout(3_000) }).then((answer) => answer.status, () => null)
  const until = async (what: string, isTrue: () => boolean | Promise<boolean>) => {
    const end = Date.now() + longest
    while (!(await isTrue())) {
      if (Date.now() > end || child.exitCode !== null) throw new Error(`${what} did not come; it said:\n${said}`)
      await pause(15)
    }
  }
  const untilHealth = (status: number) => until(`health ${status}`, async () => (await health()) === status)
  const untilSaid = (words: RegExp) => until(String(words), () => words.test(said))
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { port: free, address, child, said: () => said, ended, health, untilHealth, untilSaid, stop }
}

/** Starts it and waits until it is ready. */
export async function startMain(options: ProgramOptions): Promise<StartedProgram> {
  const started = await runMain(options)
  try {
    await started.untilHealth(200)
  } catch (error) {
    await started.stop()
    throw error
  }
  return started
}

export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    server.close(() => resolve(port))
  }))
}
