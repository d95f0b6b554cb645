import { createHash } from 'node:crypto'
import type { Ctx } from '../context.ts'
import { once as keepOnce } from '../records/once.ts'
import type { Http } from './implement.ts'

/** With an Idempotency-Key a repeated POST gives the first answer again and does nothing; the key with another request is refused. */
export async function once<T>(ctx: Ctx, http: Http, { body, work }: { body: unknown; work: (ctx: Ctx) => Promise<T> }): Promise<T> {
  const key = http.header('idempotency-key')
  if (key === null || key === '') return work(ctx)
  const request = createHash('sha256').update(`${http.path}\n${JSON.stringify(body)}`).digest('base64url')
  return keepOnce(ctx, key.slice(0, 200), work, request)
}
