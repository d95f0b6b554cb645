/** The rooms of the house, and who may use whom: a room may import only what stands behind its name here. A test holds it. */
import { registerPart } from '../kernel/configuration/parts.ts'
import { registerUses } from '../kernel/configuration/uses.ts'
import { followFormulas } from '../kernel/formulas/follow.ts'
import { registerGathering, registerTimeline } from '../kernel/history/timeline.ts'
import { kernelJobs } from '../kernel/jobs/daily.ts'
import { registerExplanation } from '../kernel/http/explained.ts'
import { registerCompletion } from '../kernel/records/completions.ts'
import { registerFollower } from '../kernel/records/followers.ts'
import type { Room } from '../kernel/room.ts'
import * as activities from '../activities/index.ts'
import * as calendar from '../calendar/index.ts'
import * as configuration from '../configuration/index.ts'
import * as currencies from '../currencies/index.ts'
import * as demo from '../demo/index.ts'
import * as documents from '../documents/index.ts'
import * as exports from '../exports/index.ts'
import * as hours from '../hours/index.ts'
import * as imports from '../imports/index.ts'
import * as mail from '../mail/index.ts'
import * as notices from '../notices/index.ts'
import * as orders from '../orders/index.ts'
import * as parties from '../parties/index.ts'
import * as products from '../products/index.ts'
import * as quotes from '../quotes/index.ts'
import * as reminders from '../reminders/index.ts'
import * as resources from '../resources/index.ts'
import * as sales from '../sales/index.ts'
import * as sms from '../sms/index.ts'
import * as targets from '../targets/index.ts'
import * as users from '../users/index.ts'
import * as workspace from '../workspace/index.ts'

export const mayUse: Readonly<Record<string, readonly string[]>> = {
  users: [],
  workspace: [],
  parties: [],
  notices: ['users', 'mail', 'sms'],
  hours: [],
  activities: ['notices', 'hours'],
  resources: ['activities', 'notices'],
  calendar: ['activities', 'notices', 'hours', 'users', 'mail', 'resources'],
  reminders: ['activities', 'notices'],
  currencies: ['notices'],
  products: ['currencies'],
  sales: ['activities', 'products', 'currencies', 'hours', 'notices', 'configuration'],
  documents: ['notices'],
  quotes: ['products', 'sales', 'documents', 'currencies', 'mail', 'notices', 'users'],
  orders: ['currencies', 'exports', 'notices'],
  targets: ['sales', 'products', 'users'],
  imports: ['exports'],
  exports: [],
  mail: [],
  sms: [],
  configuration: ['users'],
  demo: ['documents', 'users', 'parties', 'configuration', 'notices', 'hours', 'quotes', 'orders'],
}

export const rooms: readonly Room[] = [
  { name: 'users', ...users },
  { name: 'workspace', ...workspace },
  { name: 'parties', ...parties },
  { name: 'hours', ...hours },
  { name: 'activities', ...activities },
  { name: 'resources', ...resources },
  { name: 'calendar', ...calendar },
  { name: 'currencies', ...currencies },
  { name: 'products', ...products },
  { name: 'sales', ...sales },
  { name: 'documents', ...documents },
  { name: 'quotes', ...quotes },
  { name: 'orders', ...orders },
  { name: 'targets', ...targets },
  { name: 'mail', routes: mail.routes, jobs: mail.jobs },
  { name: 'sms', ...sms },
  { name: 'notices', ...notices },
  { name: 'reminders', ...reminders },
  { name: 'exports', routes: exports.routes },
  { name: 'imports', ...imports },
  { name: 'configuration', ...configuration },
  { name: 'demo', ...demo },
]

export const objects = rooms.flatMap((room) => room.objects ?? [])
export const routes = rooms.flatMap((room) => room.routes ?? [])
export const jobs = [...kernelJobs, ...rooms.flatMap((room) => room.jobs ?? [])]
export const reactions = [followFormulas, ...rooms.flatMap((room) => room.reactions ?? [])]
export const commands = rooms.flatMap((room) => room.commands ?? [])
export const pageParts = rooms.flatMap((room) => room.pageParts ?? [])
export const actions = rooms.flatMap((room) => room.actions ?? [])

documents.registerFacts(quotes.facts)
for (const room of rooms) {
  for (const source of room.timelines ?? []) registerTimeline(source)
  for (const gathering of room.gatherings ?? []) registerGathering(gathering)
  for (const kind of room.noticeKinds ?? []) notices.registerKind(kind)
  for (const completion of room.completions ?? []) registerCompletion(completion)
  for (const follower of room.followers ?? []) registerFollower(follower)
  for (const [code, explain] of Object.entries(room.explanations ?? {})) registerExplanation(code, explain)
  if (room.uses !== undefined) registerUses(room.uses)
  for (const part of room.parts ?? []) registerPart(part)
}
