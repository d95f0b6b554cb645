import { createHash } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * One process at a time does `work` for this checkout. The lock is a socket without a file (Linux): it goes with its holder,
 * however that ends.
 */
export async function inTurn(what, work) {
  const name = `\0sedno-${createHash('sha256').update(`${process.cwd()}:${what}`).digest('hex').slice(0, 32)}`
  for (;;) {
    const server = createServer()
    const taken = await new Promise((resolve, reject) => {
      server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)))
      server.listen(name, () => resolve(true))
    })
    if (taken) {
      try {
        return await work()
      } finally {
        server.close()
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
