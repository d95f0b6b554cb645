/** Server-sent events: what changed of that which the caller may see, and what is told to him alone. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import type { Database } from '../db/database.ts'
import { openHub, type Hub, type LiveEvent } from '../events/hub.ts'
import { contextOf, type HttpSettings } from './request.ts'

const heartbeatMs = 20_000
/** A reader that does not read is cut off before it fills the memory. */
const mostUnread = 1_000_000

export interface Live {
  close(): Promise<void>
}

export async function liveEvents(app: FastifyInstance, settings: HttpSettings & { db: Database }): Promise<Live> {
  const hub = await openHub(settings.db)
  const streams = new Set<FastifyReply>()
  app.get('/api/events', async (request, reply) => {
    const ctx = await contextOf(request, settings, { scope: 'records:read' })
    stream(request, reply, { hub, settings, ctx, streams })
  })
  return {
    async close() {
      for (const reply of streams) reply.raw.end()
      await hub.close()
    },
  }
}

interface Opened {
  hub: Hub
  settings: HttpSettings
  ctx: Ctx
  streams: Set<FastifyReply>
}

function stream(request: FastifyRequest, reply: FastifyReply, { hub, settings, ctx, streams }: Opened): void {
  reply.hijack()
  const headers = Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)) as Record<string, string>
  reply.raw.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', connection: 'keep-alive', 'x-accel-buffering': 'no' })
  reply.raw.write('retry: 2000\n\n')
  streams.add(reply)
  const write = (text: string) => {
    if (reply.raw.writableLength > mostUnread) reply.raw.destroy()
    else reply.raw.write(text)
  }
  const last = Number(request.headers['last-event-id'])
  const now = () => contextNow(request, settings)
  const leave = hub.subscribe({
    userId: ctx.who.userId,
    async ctx() {
      const current = await now()
      if (current === null) end()
      return current
    },
    send: (event) => write(written(event)),
  }, Number.isSafeInteger(last) && last > 0 ? last : undefined)
  // A session that ended hears no more, also while nothing changes.
  const beat = setInterval(() => void now().then((current) => (current === null ? end() : write(': still here\n\n')), () => undefined), heartbeatMs)
  const end = () => {
    write('event: session\ndata: {}\n\n')
    reply.raw.end()
  }
  reply.raw.once('close', () => {
    clearInterval(beat)
    leave()
    streams.delete(reply)
  })
}

/** Null: signed out. A database that is away for a moment throws, and the stream stays. */
async function contextNow(request: FastifyRequest, settings: HttpSettings): Promise<Ctx | null> {
  try {
    return await contextOf(request, settings, { scope: 'records:read' })
  } catch (error) {
    if (error instanceof RefusalError) return null
    throw error
  }
}

function written(event: LiveEvent): string {
  if (event.kind === 'refresh') return 'event: missed\ndata: {}\n\n'
  if (event.kind === 'other') return `event: ${event.name}\ndata: ${JSON.stringify({ id: event.id })}\n\n`
  return `id: ${event.id}\nevent: changes\ndata: ${JSON.stringify(event.changes)}\n\n`
}
