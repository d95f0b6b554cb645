import { RefusalError, type Refusal } from '../../contract/refusal.ts'
import type { Ctx } from '../kernel/context.ts'
import { putOut } from '../kernel/outgoing/queue.ts'
import { whyNotMail, type OutgoingMail } from './rules.ts'

export const way = 'mail'

/**
 * Writes the mail down in the caller's transaction; a worker sends it once that is committed. Gives its id, or that of the first mail
 * with this key. Refuses: no recipient, an address that is none, attachments too large to go.
 */
export async function queueMail(ctx: Ctx, mail: OutgoingMail): Promise<string> {
  const [queued] = await queueMails(ctx, [mail])
  if (typeof queued !== 'string') throw new RefusalError(queued!)
  return queued
}

/** Many in one statement: for each, in the order given, its id, or why it cannot be sent. */
export async function queueMails(ctx: Ctx, mails: readonly OutgoingMail[]): Promise<(string | Refusal[])[]> {
  const faults = mails.map(whyNotMail)
  const good = mails.filter((_, at) => faults[at]!.length === 0)
  const put = await putOut(ctx.db, { way }, good.map((mail) => ({ key: mail.key, payload: { ...mail, language: ctx.language } })))
  const ids = put.values()
  return faults.map((why) => (why.length > 0 ? why : ids.next().value!.id))
}
