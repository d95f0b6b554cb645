/** A gateway on loopback: it answers as a test says and keeps what it was asked. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: string
  /** Of a form. */
  fields: Record<string, string>
}

export type Answer = { status?: number; json: unknown } | { status?: number; text: string } | 'cut' | 'hang'

export interface TestGateway {
  url: string
  asked: Asked[]
  close(): Promise<void>
}

export async function startGateway(answer: (asked: Asked, count: number) => Answer | Promise<Answer>): Promise<TestGateway> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces).toString()
    const one = { method: request.method!, url: request.url!, headers: request.headers, body, fields: Object.fromEntries(new URLSearchParams(body)) }
    asked.push(one)
    send(response, await answer(one, asked.length))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked,
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return
  if (answer === 'cut') return void response.socket?.destroy()
  response.statusCode = answer.status ?? 200
  if ('json' in answer) response.setHeader('content-type', 'application/json').end(JSON.stringify(answer.json))
  else response.end(answer.text)
}

/** As SMSAPI documents the answer to a message it took. */
export const smsapiTook = (asked: Asked): Answer => ({ json: { count: 1, list: [{ id: `SA${asked.fields['idx']!.slice(0, 12)}`, points: 0.16, number: asked.fields['to'], status: 'QUEUE', error: null, idx: asked.fields['idx'] }] } })
/** As Twilio's OpenAPI document has it. */
export const twilioTook = (asked: Asked, sid: string): Answer => ({ status: 201, json: { sid, status: 'queued', num_segments: '1', to: asked.fields['To'], body: asked.fields['Body'], direction: 'outbound-api', error_code: null, price: null } })
