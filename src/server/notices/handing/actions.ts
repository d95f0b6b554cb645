/** Hands deliveries over to what takes them out of the house. The delivery's id is the key there: handed over twice, it goes once. */
import type { Text } from '../../../contract/text.ts'
import { RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../../kernel/context.ts'
import { publicAddress } from '../../kernel/http/address.ts'
import { filled } from '../../kernel/outgoing/texts.ts'
import { letter, queueMail, type Letter } from '../../mail/index.ts'
import { queueSms } from '../../sms/index.ts'
import type { Delivery, Seen } from '../delivery/queries.ts'
import type { Reach } from '../settings/queries.ts'
import { queuePush } from '../push/actions.ts'
import { digestOf, letterOf, pushOf, smsOf, type Place } from './rules.ts'
import { letters, reasons } from './texts.ts'

export interface Settled {
  id: string
  state: 'handed' | 'skipped'
  reason: Text | null
  parcels: readonly string[] | null
}

export interface Recipient {
  /** With his rights, his language, his time zone. */
  ctx: Ctx
  reach: Reach
  isPrivate: Seen['isPrivate']
}

/** In the caller's transaction: together with the mark that it was done. */
export async function handOver(given: Omit<Recipient, 'isPrivate'>, deliveries: readonly Delivery[], isPrivate: Seen['isPrivate']): Promise<Settled[]> {
  const recipient: Recipient = { ...given, isPrivate }
  const all: Settled[] = []
  const digest = deliveries.filter(({ isDigest }) => isDigest)
  if (digest.length > 0) all.push(...(await mailDigest(recipient, digest)))
  for (const delivery of deliveries) if (!delivery.isDigest && delivery.way === 'mail') all.push(await mailOne(recipient, delivery))
  all.push(...(await push(recipient, deliveries.filter(({ way }) => way === 'push'))))
  for (const delivery of deliveries) if (delivery.way === 'sms') all.push(await textOne(recipient, delivery))
  return all
}

const handed = ({ id }: Delivery, parcels: readonly string[]): Settled => ({ id, state: 'handed', reason: null, parcels })
const skipped = ({ id }: Delivery, reason: Text): Settled => ({ id, state: 'skipped', reason, parcels: null })
const placeOf = ({ ctx }: Recipient): Place => ({ language: ctx.language, address: publicAddress() })

async function mailOne(recipient: Recipient, delivery: Delivery): Promise<Settled> {
  const { notice } = delivery
  const headers = notice.priority === 'urgent' ? { headers: { 'X-Priority': '1', Importance: 'high' } } : {}
  const sent = await mail(recipient, letterOf(notice, placeOf(recipient)), { key: `notice:${delivery.id}`, ...aboutOf(delivery), ...headers, ...(recipient.isPrivate(notice) ? { subject: letters.discreet[recipient.ctx.language] } : {}) })
  return settled(delivery, sent)
}

async function mailDigest(recipient: Recipient, deliveries: readonly Delivery[]): Promise<Settled[]> {
  const sent = await mail(recipient, digestOf(deliveries.map(({ notice }) => notice), placeOf(recipient)), { key: `digest:${deliveries[0]!.id}` })
  return deliveries.map((delivery) => settled(delivery, sent))
}

/** Its id in the queue, or why there is none. */
async function mail({ ctx, reach }: Recipient, content: Letter, rest: { key: string; subject?: string; about?: { object: string; id: string }; headers?: Record<string, string> }): Promise<string | Text> {
  if (reach.mail === null) return reasons.noMail
  const to = [{ name: ctx.who.name, address: reach.mail }]
  return orWhyNot(() => queueMail(ctx, { to, ...letter(content), subject: content.title, ...rest }))
}

async function textOne(recipient: Recipient, delivery: Delivery): Promise<Settled> {
  const { ctx, reach } = recipient
  const { phone } = reach
  const isPrivate = recipient.isPrivate(delivery.notice)
  const sent = phone === null ? reasons.noPhone : await orWhyNot(() => queueSms(ctx, { key: `notice:${delivery.id}`, to: phone, text: isPrivate ? `Sedno: ${letters.discreet[ctx.language]}` : smsOf(delivery.notice, placeOf(recipient)), ...aboutOf(delivery) }))
  return settled(delivery, sent)
}

const aboutOf = ({ notice: { object, record } }: Delivery) => (object === null || record === null ? {} : { about: { object, id: record } })

/** An address or a number that is none is his settings' fault and must not keep anything else from going. */
async function orWhyNot(queue: () => Promise<string>): Promise<string | Text> {
  try {
    return await queue()
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    const { text, values } = error.refusals[0]!
    return filled(text, values ?? {})
  }
}

const settled = (delivery: Delivery, sent: string | Text): Settled => (typeof sent === 'string' ? handed(delivery, [sent]) : skipped(delivery, sent))

async function push(recipient: Recipient, deliveries: readonly Delivery[]): Promise<Settled[]> {
  if (deliveries.length === 0) return []
  const { ctx } = recipient
  const messages = deliveries.map(({ id, notice }) => ({ key: id, message: pushOf(notice, placeOf(recipient)), isUrgent: notice.priority === 'urgent' }))
  const parcels = await queuePush(ctx.db, ctx.who.userId!, messages)
  return deliveries.map((delivery, at) => (parcels[at]!.length > 0 ? handed(delivery, parcels[at]!) : skipped(delivery, reasons.noDevice)))
}
