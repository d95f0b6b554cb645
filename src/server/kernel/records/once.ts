/** The same request sent twice is done once: the second gets the first one's answer, also when both come at the same moment. */
import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { texts } from './texts.ts'

/** For callers that have no user: the program. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Keeps the answer of `work` (JSON) under the caller and `key` for 24 hours. The key is taken in the transaction of the work itself:
 * whoever comes second waits until the first is done, and a work that failed leaves the key free. `request` tells a repeat from
 * another request with the same key. Refuses 422 key_reused, 409 still_running after 20 s of waiting.
 */
export async function once<T>(ctx: Ctx, key: string, work: (ctx: Ctx) => Promise<T>, request = ''): Promise<T> {
  const who = ctx.who.userId ?? nobody
  return ctx.db.transaction(async (db) => {
    await take(ctx, db, { who, key, request })
    const [known] = await db.rows<{ request: string; answer: { given: T } | null }>(sql`select request, answer from given_answer where who = ${who}::uuid and key = ${key}`)
    if (known!.request !== request) refuse('key_reused', texts.keyReused, { status: 422 })
    if (known!.answer !== null) return known!.answer.given
    const given = await work({ ...ctx, db })
    await db.rows(sql`update given_answer set answer = ${JSON.stringify({ given: given ?? null })}::jsonb where who = ${who}::uuid and key = ${key}`)
    return given
  })
}

async function take(ctx: Ctx, db: Ctx['db'], { who, key, request }: { who: string; key: string; request: string }): Promise<void> {
  await db.rows(sql`set local lock_timeout = '20s'`)
  try {
    await db.rows(sql`
      insert into given_answer (who, key, request, at) values (${who}::uuid, ${key}, ${request}, ${ctx.now.toISOString()}::timestamptz)
      on conflict (who, key) do update set request = excluded.request, answer = null, at = excluded.at where given_answer.at < excluded.at - interval '24 hours'`)
  } catch (error) {
    if ((error as { code?: string }).code === '55P03') refuse('still_running', texts.stillRunning, { status: 409 })
    throw error
  }
  await db.rows(sql`set local lock_timeout = 0`)
}

/** Keys older than a day; by the daily job. */
export const forgetAnswers = (ctx: Ctx): Promise<unknown> => ctx.db.rows(sql`delete from given_answer where at < ${ctx.now.toISOString()}::timestamptz - interval '24 hours'`)
