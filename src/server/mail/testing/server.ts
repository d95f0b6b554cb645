/** A mail server on loopback that does what a test wants of it. */
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface Received {
  from: string
  to: string[]
  content: string
}

export interface TestServer {
  port: number
  url: string
  received: Received[]
  connections(): number
  /** All connections end in the middle of whatever they do. */
  cut(): void
  close(): Promise<void>
}

type Behaviour = Partial<Pick<SMTPServerOptions, 'onAuth' | 'onConnect' | 'onMailFrom' | 'onRcptTo' | 'authOptional'>> & {
  port?: number
  /** After the whole mail has come: throw what to answer. It counts as received when it returns. */
  onMail?(mail: Received): Promise<void> | void
}

export async function startServer({ onMail, port: wanted = 0, ...behaviour }: Behaviour = {}): Promise<TestServer> {
  const received: Received[] = []
  let connections = 0
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true, logger: false, closeTimeout: 500, ...behaviour,
    onConnect(session, done) {
      connections++
      if (behaviour.onConnect === undefined) done()
      else behaviour.onConnect.call(this, session, done)
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const mail = { from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(({ address }) => address), content: Buffer.concat(pieces).toString() }
        Promise.resolve()
          .then(() => onMail?.(mail))
          .then(() => received.push(mail))
          .then(() => done(), done)
      })
    },
  })
  server.on('error', () => undefined)
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  server.listen(wanted, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    port, received, url: `smtp://127.0.0.1:${port}`, connections: () => connections, cut: () => sockets.forEach((socket) => socket.destroy()),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** An answer of the server's: its code and words. */
export const answer = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode })

export const headerOf = ({ content }: Received, name: string): string | undefined => new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(content)?.[1]?.replaceAll(/\r?\n\s+/g, ' ')

/** Takes connections and says nothing. */
export async function silentServer(port: number): Promise<{ close(): Promise<void> }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => void sockets.add(socket.on('error', () => undefined)))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    close: () => new Promise((resolve) => {
      sockets.forEach((socket) => socket.destroy())
      server.close(() => resolve())
    }),
  }
}
