import type { Ctx } from '../context.ts'
import { once as keepOnce } from '../records/once.ts'
import type { Http } from './implement.ts'

/** With an Idempotency-Key a repeated POST gives the first answer again and does nothing. */
export async function once<T>(ctx: Ctx, http: Http, work: () => Promise<T>): Promise<T> {
  const key = http.header('idempotency-key')
  if (key === null) return work()
  return (await keepOnce(ctx, `${http.path} ${key.slice(0, 200)}`, work as () => Promise<never>)) as T
}
