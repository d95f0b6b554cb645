import { RefusalError } from '../../contract/refusal.ts'
import type { Ctx } from '../kernel/context.ts'
import { putOut } from '../kernel/outgoing/queue.ts'
import { whyNotMail, type OutgoingMail } from './rules.ts'

export const way = 'mail'

/**
 * Writes the mail down in the caller's transaction; a worker sends it once that is committed. Gives its id, or that of the first mail
 * with this key. Refuses: no recipient, an address that is none, attachments too large to go.
 */
export async function queueMail(ctx: Ctx, mail: OutgoingMail): Promise<string> {
  const why = whyNotMail(mail)
  if (why.length > 0) throw new RefusalError(why)
  const [put] = await putOut(ctx.db, { way }, [{ key: mail.key, payload: { ...mail, language: ctx.language } }])
  return put!.id
}
