/** Devices that take push notices, and what is put in their queue. */
import webPush from 'web-push'
import { refuse, RefusalError } from '../../../contract/refusal.ts'
import type { Text } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { putOut } from '../../kernel/outgoing/queue.ts'
import { asOne, lanesOf, troubled, tryAgain } from '../../kernel/outgoing/state.ts'
import { open, seal } from '../../kernel/secrets/seal.ts'
import type { PushState } from '../contract.ts'
import type { PushMessage } from '../handing/rules.ts'
import { devicesOf, keptKeys, keysKey, ownersOf, targetsOf } from './queries.ts'
import { mostDevices, whyNotSubscription } from './rules.ts'
import { refusals, test } from './texts.ts'

export const pushWayName = 'push'
const purpose = 'notices.vapid'

/** Once per installation: by these keys push services know who sends. Other keys would end every subscription there is. */
export async function makeKeys(db: Db): Promise<void> {
  if ((await keptKeys(db)) !== null) return
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  await db.rows(sql`insert into sedno_state (key, value, changed_at) values (${keysKey}, ${{ publicKey, privateKey: seal(privateKey, purpose) }}, now()) on conflict (key) do nothing`)
}

export async function openKeys(db: Db): Promise<{ publicKey: string; privateKey: string }> {
  await makeKeys(db)
  const { publicKey, privateKey } = (await keptKeys(db))!
  return { publicKey, privateKey: open(privateKey, purpose) }
}

export interface Parcel {
  subscription: string
  message: PushMessage
  isUrgent: boolean
}

/** For each message, in the order given, the ids of its parcels: one for each of the person's devices. */
export async function queuePush(db: Db, person: string, messages: readonly { key: string; message: PushMessage; isUrgent: boolean }[]): Promise<string[][]> {
  const put: string[][] = messages.map(() => [])
  for (const { id, endpoint } of await targetsOf(db, person)) {
    const parcels = messages.map(({ key, message, isUrgent }) => ({ key: `${key}:${id}`, payload: { subscription: id, message, isUrgent } satisfies Parcel }))
    const ids = await putOut(db, { way: pushWayName, lane: new URL(endpoint).host }, parcels)
    for (const [at, { id }] of ids.entries()) put[at]!.push(id)
  }
  return put
}

/** A browser has one subscription: who signs in on it and asks for notices takes it over from whoever had it before. */
export async function subscribe(ctx: Ctx, given: { endpoint: string; p256dh: string; auth: string; device: string }) {
  const why = whyNotSubscription(given)
  if (why.length > 0) throw new RefusalError(why)
  const { endpoint, p256dh, auth, device } = given
  const mine = await devicesOf(ctx.db, ctx.who.userId!)
  if (mine.length >= mostDevices && !mine.some((one) => one.endpoint === endpoint)) refuse('push.too_many', refusals.tooMany, { values: { count: mostDevices } })
  await ctx.db.rows(sql`
    insert into push_subscription (id, person, session, endpoint, p256dh, auth, device, created_at)
    values (${newId()}, ${ctx.who.userId}, ${ctx.origin.session}, ${endpoint}, ${p256dh}, ${auth}, ${device}, ${ctx.now})
    on conflict (endpoint) do update set person = excluded.person, session = excluded.session, p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device`)
  return shownDevices(ctx)
}

export async function shownDevices(ctx: Ctx) {
  const [{ publicKey }, devices] = [await openKeys(ctx.db), await devicesOf(ctx.db, ctx.who.userId!)]
  return { publicKey, devices }
}

export async function unsubscribe(ctx: Ctx, id: string) {
  const gone = await ctx.db.rows(sql`delete from push_subscription where id = ${id} and person = ${ctx.who.userId} returning id`)
  if (gone.length === 0) refuse('push.no_device', refusals.noDevice, { status: 404 })
  return shownDevices(ctx)
}

/** To all of one's own devices. */
export async function sendTest(ctx: Ctx): Promise<{ devices: number }> {
  const key = newId()
  const message = { title: test.title[ctx.language], body: test.body[ctx.language], path: '/settings/notices', tag: 'test' }
  const [parcels] = await queuePush(ctx.db, ctx.who.userId!, [{ key: `test:${key}`, message, isUrgent: true }])
  return { devices: parcels!.length }
}

function requireSettings({ who }: Ctx): void {
  if (!who.all && !who.functions.has('settings')) refuse('not_allowed', refusals.needsSettings, { status: 403 })
}

/** How it stands with the queue; of each that did not go whose device it was for, and not what it says. */
export async function stateOfPush(ctx: Ctx): Promise<PushState> {
  requireSettings(ctx)
  const [lanes, list] = await Promise.all([lanesOf(ctx.db, pushWayName), troubled<Parcel>(ctx.db, pushWayName)])
  const owners = await ownersOf(ctx.db, list.map(({ payload }) => payload.subscription))
  const inWords = (why: Text | null) => why?.[ctx.language] ?? null
  return {
    queue: asOne(lanes, inWords),
    troubled: list.map(({ payload, why, lane: _, ...rest }) => ({ ...rest, to: owners.get(payload.subscription) ?? '', title: null, why: inWords(why) })),
  }
}

export async function retryPush(ctx: Ctx, ids: readonly string[] | undefined): Promise<{ again: number }> {
  requireSettings(ctx)
  const again = await ctx.db.transaction((tx) => tryAgain(tx, pushWayName, ids ?? null))
  await recordOperation(ctx, { what: 'push.retry', detail: { count: again.length } })
  return { again: again.length }
}
