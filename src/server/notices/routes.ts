import { implement } from '../kernel/http/implement.ts'
import { markAllRead, markTheseRead, markTheseUnread, shownNotice, shownNotices } from './actions.ts'
import * as contract from './contract.ts'
import { retryPush, sendTest, shownDevices, stateOfPush, subscribe, unsubscribe } from './push/actions.ts'
import * as push from './push/contract.ts'
import { deliveriesOf, unreadOf } from './queries.ts'
import { saveDefaults, saveOwn, shownDefaults, shownOwn } from './settings/actions.ts'
import * as settings from './settings/contract.ts'

export const routes = [
  implement(contract.listNotices, (ctx, { query }) => shownNotices(ctx, query)),
  implement(contract.countUnread, async (ctx) => ({ unread: await unreadOf(ctx) })),
  implement(contract.markRead, (ctx, { body }) => (body.all === true ? markAllRead(ctx) : markTheseRead(ctx, body.ids ?? []))),
  implement(contract.markUnread, (ctx, { body }) => markTheseUnread(ctx, body.ids)),
  implement(contract.listDeliveries, async (ctx) => ({ deliveries: await deliveriesOf(ctx) })),
  implement(settings.readOwn, (ctx) => shownOwn(ctx)),
  implement(settings.changeOwn, (ctx, { body }) => saveOwn(ctx, body)),
  implement(settings.readDefaults, (ctx) => shownDefaults(ctx)),
  implement(settings.changeDefaults, (ctx, { body }) => saveDefaults(ctx, body.choices)),
  implement(push.readDevices, (ctx) => shownDevices(ctx)),
  implement(push.addDevice, (ctx, { body }) => subscribe(ctx, body)),
  implement(push.removeDevice, (ctx, { params }) => unsubscribe(ctx, params.id)),
  implement(push.testDevices, (ctx) => sendTest(ctx)),
  implement(contract.readPushState, (ctx) => stateOfPush(ctx)),
  implement(contract.retryPush, (ctx, { body }) => retryPush(ctx, body.ids)),
  implement(contract.readNotice, (ctx, { params }) => shownNotice(ctx, params.id)),
]
