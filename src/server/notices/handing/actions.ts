/** Hands deliveries over to what takes them out of the house. The delivery's id is the key there: handed over twice, it goes once. */
import type { Text } from '../../../contract/text.ts'
import { RefusalError, type Refusal } from '../../../contract/refusal.ts'
import type { Ctx } from '../../kernel/context.ts'
import { publicAddress } from '../../kernel/http/address.ts'
import { filled } from '../../kernel/outgoing/texts.ts'
import { letter, queueMails } from '../../mail/index.ts'
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
  const by = (way: Delivery['way']) => deliveries.filter((delivery) => delivery.way === way)
  const settled = [...(await mail(recipient, by('mail'))), ...(await push(recipient, by('push')))]
  for (const delivery of by('sms')) settled.push(await textOne(recipient, delivery))
  return settled
}

const handed = ({ id }: Delivery, parcels: readonly string[]): Settled => ({ id, state: 'handed', reason: null, parcels })
const skipped = ({ id }: Delivery, reason: Text): Settled => ({ id, state: 'skipped', reason, parcels: null })
const inWords = ({ text, values }: Refusal): Text => filled(text, values ?? {})
const placeOf = ({ ctx }: Recipient): Place => ({ language: ctx.language, address: publicAddress() })

/** One mail for each, and one for all that a digest gathered. */
async function mail(recipient: Recipient, deliveries: readonly Delivery[]): Promise<Settled[]> {
  const { ctx, reach } = recipient
  if (reach.mail === null) return deliveries.map((delivery) => skipped(delivery, reasons.noMail))
  const to = [{ name: ctx.who.name, address: reach.mail }]
  const digest = deliveries.filter(({ isDigest }) => isDigest)
  const lots = [...deliveries.filter(({ isDigest }) => !isDigest).map((delivery) => [delivery]), ...(digest.length > 0 ? [digest] : [])]
  const queued = await queueMails(ctx, lots.map((lot) => ({ to, ...mailOf(recipient, lot) })))
  return lots.flatMap((lot, at) => lot.map((delivery) => settled(delivery, queued[at]!)))
}

function mailOf(recipient: Recipient, lot: readonly Delivery[]) {
  const [first] = lot as [Delivery, ...Delivery[]]
  if (first.isDigest) {
    const content = digestOf(lot.map(({ notice }) => notice), placeOf(recipient))
    return { key: `digest:${first.id}`, subject: content.title, ...letter(content) }
  }
  const { notice } = first
  const content = letterOf(notice, placeOf(recipient))
  const subject = recipient.isPrivate(notice) ? letters.discreet[recipient.ctx.language] : content.title
  return { key: `notice:${first.id}`, subject, ...letter(content), ...aboutOf(first), ...(notice.priority === 'urgent' ? { headers: { 'X-Priority': '1', Importance: 'high' } } : {}) }
}

async function textOne(recipient: Recipient, delivery: Delivery): Promise<Settled> {
  const { ctx, reach } = recipient
  const { phone } = reach
  const isPrivate = recipient.isPrivate(delivery.notice)
  if (phone === null) return skipped(delivery, reasons.noPhone)
  const sent = await orWhyNot(() => queueSms(ctx, { key: `notice:${delivery.id}`, to: phone, text: isPrivate ? `Sedno: ${letters.discreet[ctx.language]}` : smsOf(delivery.notice, placeOf(recipient)), ...aboutOf(delivery) }))
  return settled(delivery, sent)
}

const aboutOf = ({ notice: { object, record } }: Delivery) => (object === null || record === null ? {} : { about: { object, id: record } })

/** A number that is none is his settings' fault and must not keep anything else from going. */
async function orWhyNot(queue: () => Promise<string>): Promise<string | readonly Refusal[]> {
  try {
    return await queue()
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    return error.refusals
  }
}

const settled = (delivery: Delivery, sent: string | readonly Refusal[]): Settled => (typeof sent === 'string' ? handed(delivery, [sent]) : skipped(delivery, inWords(sent[0]!)))

async function push(recipient: Recipient, deliveries: readonly Delivery[]): Promise<Settled[]> {
  if (deliveries.length === 0) return []
  const { ctx } = recipient
  const messages = deliveries.map(({ id, notice }) => ({ key: id, message: pushOf(notice, placeOf(recipient)), isUrgent: notice.priority === 'urgent' }))
  const parcels = await queuePush(ctx.db, ctx.who.userId!, messages)
  return deliveries.map((delivery, at) => (parcels[at]!.length > 0 ? handed(delivery, parcels[at]!) : skipped(delivery, reasons.noDevice)))
}
