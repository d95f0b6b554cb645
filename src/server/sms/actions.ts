import type { Values } from '../../contract/definition.ts'
import { isRefusal, refusal, refuse, RefusalError } from '../../contract/refusal.ts'
import { smsLength } from '../../contract/smsParts.ts'
import { say } from '../../contract/text.ts'
import { mayVerb } from '../kernel/access/row-rule.ts'
import { program } from '../kernel/access/who.ts'
import { action } from '../kernel/actions/action.ts'
import type { Ctx } from '../kernel/context.ts'
import { isId, newId } from '../kernel/db/uuid7.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import { putOut, type PutOut } from '../kernel/outgoing/queue.ts'
import { changeMany } from '../kernel/records/change.ts'
import { one } from '../kernel/query/one.ts'
import { createMany } from '../kernel/records/create.ts'
import { isRefused } from '../kernel/records/writing.ts'
import type { Preview, Sent } from './contract.ts'
import { defaultGateway, gatewayById } from './gateways/queries.ts'
import type { Gateway } from './gateways/rules.ts'
import { judgeNumbers, mobileNumber } from './numbers/rules.ts'
import { partiesIn, partiesOf, type Parties } from './queries.ts'
import { costOf, mostParts, whyNotText } from './rules.ts'
import { refusals } from './texts.ts'

export const way = 'sms'

export interface OutgoingSms {
  /** One key, one message: a second with the same key is not sent. */
  key: string
  /** In any way of writing. */
  to: string
  text: string
  /** The record it is about. */
  about?: { object: string; id: string }
}

/**
 * Writes the message down in the caller's transaction; a worker sends it once that is committed, through the default gateway. Gives its
 * id, or that of the first with this key. As the program and not as the person: a notice goes to whoever must hear it.
 * Refuses: a number that takes no text messages, no text, a text too long.
 */
export async function queueSms(ctx: Ctx, { key, to, text, about }: OutgoingSms): Promise<string> {
  const number = mobileNumber(to)
  if (isRefusal(number)) throw new RefusalError([number])
  const gateway = await defaultGateway(ctx.db)
  const why = whyNotText(text, { maxParts: gateway?.maxParts ?? mostParts })
  if (why !== null) throw new RefusalError([why])
  const [{ id }] = await put(ctx, { lane: '', text, messages: [{ key, number }], about: about !== undefined && isId(about.id) ? about : null })
  return id
}

interface Lot {
  lane: string
  text: string
  messages: readonly { key: string; number: string }[]
  about: OutgoingSms['about'] | null
}

/** What is about a customer went to him, unless the number is a colleague's: to him it was a notice. */
function linksOf(parties: Parties, about: Lot['about']): Values {
  if (!about) return { ...parties }
  const isParty = parties.user === null && (about.object === 'person' || about.object === 'company')
  return { ...parties, ...(isParty ? { [about.object]: about.id } : {}), aboutObject: about.object, aboutId: about.id }
}

/** Queue and records in one transaction. What was put here before under its key is left as it is. */
async function put(ctx: Ctx, { lane, text, messages, about }: Lot): Promise<[PutOut, ...PutOut[]]> {
  return ctx.db.transaction(async (tx) => {
    const placed = await putOut(tx, { way, lane }, messages.map(({ key }) => ({ key, payload: {}, id: newId() })))
    const fresh = messages.flatMap(({ number }, at) => (placed[at]!.isNew ? [{ number, id: placed[at]!.id }] : []))
    const found = await partiesOf(tx, fresh.map(({ number }) => number))
    const { parts } = smsLength(text)
    // The ids are those of the queue, so records come as the program brings them; whose rights count was asked before.
    const outcomes = await createMany({ ...ctx, db: tx, who: program }, 'smsMessage', fresh.map(({ number, id }) => ({
      id, to: number, text, state: 'waiting', parts: String(parts), createdAt: ctx.now.toISOString(), createdBy: ctx.who.userId, ...linksOf(partiesIn(found, number), about),
    })))
    const wrong = outcomes.find(isRefused)
    if (wrong !== undefined) throw wrong.refused
    return placed as [PutOut, ...PutOut[]]
  })
}

/** The gateway asked for, or the default; null: none is active. */
async function chosenGateway(ctx: Ctx, id: string | undefined): Promise<Gateway | null> {
  if (id === undefined) return defaultGateway(ctx.db)
  const gateway = await gatewayById(ctx.db, id)
  if (gateway === null || !gateway.active) return refuse('sms.gateway_gone', refusals.gatewayGone, { field: 'gateway' })
  return gateway
}

interface Asked {
  to: readonly string[]
  text: string
  gateway?: string | undefined
}

function requireSending(ctx: Ctx): void {
  if (!mayVerb(ctx, 'smsMessage', 'create')) refuse('not_allowed', refusals.maySend, { status: 403 })
}

/** What it would be: length, cost, and to whom it cannot go, with the reasons. Nothing is kept. */
export async function previewSms(ctx: Ctx, { to, text, gateway: id }: Asked): Promise<Preview> {
  requireSending(ctx)
  const gateway = await chosenGateway(ctx, id)
  const length = smsLength(text)
  const { good, refused } = judgeNumbers(to)
  const why = whyNotText(text, { maxParts: gateway?.maxParts ?? mostParts })
  const inWords = (one: { text: { pl: string; en: string }; values?: Record<string, never> | object }) => say(one.text, ctx.language, one.values as never)
  return {
    ...length, recipients: good.length, maxParts: gateway?.maxParts ?? mostParts,
    refused: refused.map(({ to: number, refusal: one }) => ({ to: number, code: one.code, reason: inWords(one) })),
    problem: why === null ? null : inWords(why), cost: costOf(gateway?.price ?? null, length.parts * good.length), gateway: gateway === null ? null : { id: gateway.id, name: gateway.name },
  }
}

/** One text to many numbers, written down at once and sent at the gateway's pace. With a key, a repeat of the call sends nothing again. */
export async function sendSms(ctx: Ctx, { to, text, gateway: id, key = newId(), about }: Asked & { key?: string | undefined; about?: OutgoingSms['about'] | undefined }): Promise<Sent> {
  requireSending(ctx)
  if (about !== undefined && (await one(ctx, about.object, about.id, { columns: ['id'], can: false })) === null) refuse('not_found', refusals.nobodyThere, { status: 404 })
  const gateway = await chosenGateway(ctx, id)
  const why = whyNotText(text, { maxParts: gateway?.maxParts ?? mostParts })
  if (why !== null) throw new RefusalError([why])
  const { good, refused } = judgeNumbers(to)
  if (good.length === 0) throw new RefusalError([refusal('sms.nobody', refusals.nobody, { field: 'to' }), ...refused.slice(0, 100).map((one) => one.refusal)])
  const lane = id ?? ''
  const placed = await put(ctx, { lane, text, messages: good.map((number) => ({ key: `${ctx.who.userId} ${key} ${number}`, number })), about: about ?? null })
  await recordOperation(ctx, { what: 'sms.send', object: 'smsMessage', detail: { numbers: good.length, refused: refused.length } })
  return { queued: placed.filter(({ isNew }) => isNew).length, repeated: placed.filter(({ isNew }) => !isNew).length, refused: refused.map(({ to: number, refusal: one }) => ({ to: number, code: one.code, reason: say(one.text, ctx.language, one.values) })), first: placed[0].id }
}

const send = action({
  object: 'smsMessage', name: 'send',
  why: (record) => (record.state === 'draft' ? null : refusal('sms.not_draft', refusals.notDraft)),
  async run(ctx, record) {
    const number = mobileNumber(String(record.to))
    const gateway = await defaultGateway(ctx.db)
    const why = isRefusal(number) ? number : whyNotText(String(record.text), { maxParts: gateway?.maxParts ?? mostParts })
    if (why !== null) throw new RefusalError([why])
    await ctx.db.transaction(async (tx) => {
      const [placed] = await putOut(tx, { way }, [{ key: `draft ${record.id}`, payload: {}, id: record.id }])
      if (!placed!.isNew) refuse('sms.not_draft', refusals.notDraft)
      const [changed] = await changeMany({ ...ctx, db: tx }, 'smsMessage', [{ id: record.id, version: record.version, values: { state: 'waiting', parts: String(smsLength(String(record.text)).parts) } }], { asProgram: true })
      if (isRefused(changed!)) throw changed.refused
    })
    return null
  },
})

export const actions = [send]
