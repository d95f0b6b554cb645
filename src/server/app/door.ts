import { createServer, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { say } from '../../contract/text.ts'
import type { Settings } from './settings.ts'
import { texts } from './texts.ts'

export interface Door {
  close(): Promise<void>
}

/** A server that was told to stop a moment ago may still have the port: so long we wait for it, and longer when it says that it is stopping. */
const patience = { unknown: 1_500, stopping: 25_000 }

/** Taken first: a port that is not free is said before the database is touched, and who asks meanwhile hears 503. */
export async function holdPort(settings: Settings): Promise<Door> {
  if (settings.port === 0) return { close: () => Promise.resolve() }
  const began = Date.now()
  for (;;) {
    try {
      return await listen(settings)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      const waited = Date.now() - began
      if (waited > patience.stopping || (waited > patience.unknown && !(await isStopping(settings)))) throw error
      await pause(100)
    }
  }
}

async function listen({ port, host, language }: Settings): Promise<Door> {
  const door: Server = createServer((request, response) => {
    const isPerson = request.method === 'GET' && request.headers.accept?.includes('text/html') === true
    const type = isPerson ? 'text/html; charset=utf-8' : 'application/json'
    response.writeHead(503, { 'content-type': type, 'retry-after': '1', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", connection: 'close' })
    response.end(isPerson ? waitingPage(language) : '{"status":"starting"}')
  })
  await new Promise<void>((resolve, reject) => door.once('error', reject).listen(port, host, resolve))
  return {
    close: () =>
      new Promise((resolve) => {
        door.close(() => resolve())
        door.closeAllConnections()
      }),
  }
}

/** Who opens the page too early need not know when to open it again. */
const waitingPage = (language: Settings['language']): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="2"><title>Sedno</title><p>${say(texts.starting, language)}</p></html>`

async function isStopping({ port, host }: Settings): Promise<boolean> {
  const name = host.includes(':') ? `[${host}]` : host
  try {
    const answer = await fetch(`http://${name}:${port}/health`, { signal: AbortSignal.timeout(1_000) })
    return ((await answer.json()) as { status?: unknown }).status === 'stopping'
  } catch {
    return false
  }
}
