/** The server: every route of the house on one port. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Health } from '../kernel/health/health.ts'
import { metricsText, metricsType } from '../kernel/health/metrics.ts'
import { fileRoutes } from '../kernel/http/files.ts'
import { kernelRoutes } from '../kernel/http/kernel.ts'
import { liveEvents } from '../kernel/http/live.ts'
import { pageRoutes } from '../kernel/http/record-page.ts'
import { recordRoutes } from '../kernel/http/records.ts'
import { workRoutes } from '../kernel/http/works.ts'
import type { Authenticate } from '../kernel/http/signedIn.ts'
import { createHttp, type HttpOptions } from '../kernel/http/server.ts'
import { authenticate, watchInstallation } from '../users/index.ts'
import { actions, pageParts, routes } from './rooms.ts'
import { addressOf, type Installation } from './installation.ts'

export interface RunningServer {
  /** Where it listens: http://127.0.0.1:4700 */
  address: string
  /** Finishes the requests in hand, then ends. */
  close(): Promise<void>
}

const webFolder = fileURLToPath(new URL('../../../dist/web', import.meta.url))
const maxUploadBytes = 2 * 1024 * 1024 * 1024

export interface ServerParts extends Installation {
  health: Health
  version: string
  report: HttpOptions['report']
}

export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { settings, db, registry, health, version, report } = parts
  const installation = await watchInstallation(db)
  const url = addressOf(settings)
  const described = [...routes, ...fileRoutes(parts.files, maxUploadBytes), ...workRoutes, ...pageRoutes(actions, pageParts)]
  const implementations = [...described, ...kernelRoutes({ routes: described, url, version }), ...recordRoutes(actions)]
  const http = {
    db, registry, url, maxUploadBytes,
    authenticate: (given: Parameters<Authenticate>[0]) => authenticate(db, registry(), { ...given, now: new Date() }),
    language: () => installation.now()?.language ?? settings.language,
    currency: () => installation.now()?.currency ?? settings.currency ?? 'PLN',
    timeZone: installation.now()?.timeZone ?? 'Europe/Warsaw',
  }
  const app = await createHttp({ ...http, implementations, report, ...(existsSync(webFolder) ? { webFolder } : {}) })
  routesOfProcess(app, health, http.authenticate)
  const live = await liveEvents(app, http)
  await app.listen({ port: settings.port, host: settings.host })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : settings.port
  return {
    address: settings.url ?? url.replace(/:\d+$/, `:${port}`),
    async close() {
      await live.close()
      await installation.stop()
      await app.close()
    },
  }
}

/** GET /health for load balancers, GET /metrics for Prometheus. */
function routesOfProcess(app: FastifyInstance, health: Health, authenticate: Authenticate): void {
  const isAdministratorsKey = async (authorization: string | undefined, ip: string) => {
    if (authorization?.startsWith('Bearer ') !== true) return false
    const signedIn = await authenticate({ cookie: null, bearer: authorization.slice(7).trim(), ip, agent: null })
    return signedIn !== null && signedIn.who.all && signedIn.who.keyScopes?.has('admin') === true
  }
  app.get('/health', async (_request, reply) => {
    const { status, body } = await health.answer()
    return reply.status(status).header('cache-control', 'no-store').send(body)
  })
  app.get('/metrics', async (request, reply) => {
    // Figures tell about the firm's work: only the machine itself may read them without a key of an administrator.
    if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip) && !(await isAdministratorsKey(request.headers.authorization, request.ip))) return reply.status(404).send()
    return reply.header('content-type', metricsType).send(await metricsText())
  })
}
