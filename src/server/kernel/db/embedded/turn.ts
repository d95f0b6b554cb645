import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const patience = 120_000

/** One process at a time looks at the folder. A socket without a file: the system frees it when its holder dies, however it dies. */
export async function takeTurn(cluster: string): Promise<Server> {
  const name = `\0sedno-${createHash('sha256').update(cluster).digest('hex').slice(0, 32)}`
  const end = Date.now() + patience
  for (;;) {
    const server = createServer()
    const taken = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' && Date.now() < end ? resolve(false) : reject(error)))
      server.listen(name, () => resolve(true))
    })
    if (taken) return server
    await pause(30)
  }
}
