import { z } from 'zod'
import { noticePriorities, noticeWays } from '../../../contract/notices.ts'
import { route } from '../../../contract/route.ts'

const ways = z.array(z.enum(noticeWays)).max(noticeWays.length)
const byPriority = z.strictObject({ low: ways, normal: ways, high: ways, urgent: ways })
const kindName = z.string().min(1).max(100)
/** kind → priority → ways; kinds that are not named are as they were set before. */
const choices = z.record(kindName, byPriority)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What a person says of how he is told; times are of his own time zone. */
export const ownSettings = z.strictObject({
  /** Only kinds that he wants otherwise than the administrator set them. */
  choices,
  /** Nothing but the application meanwhile; what comes waits until they are over. */
  quiet: z.strictObject({ from: time, until: time, urgentPasses: z.boolean() }).nullable(),
  /** One mail a day with all that came of these kinds. */
  digest: z.strictObject({ at: time, kinds: z.array(kindName).max(200) }).nullable(),
  /** Where he works: in the field what matters comes by these ways too. */
  place: z.enum(['office', 'field']),
  field: z.strictObject({ from: z.enum(noticePriorities), ways }),
})
export type OwnSettings = z.infer<typeof ownSettings>

const kind = z.object({ name: kindName, label: z.string(), ways: byPriority })
export type ShownKind = z.infer<typeof kind>

/** What reaches him at all: addresses, numbers, devices; null where there is none. */
const reach = z.object({ mail: z.string().nullable(), sms: z.string().nullable(), devices: z.int() })

export const readOwn = route({
  method: 'GET', path: '/api/notices/settings', summary: 'How one wants to be told, and how it is set for everybody', scope: 'account',
  answer: z.object({ settings: ownSettings, kinds: z.array(kind), reach, timeZone: z.string() }),
})
export const changeOwn = route({ method: 'PUT', path: '/api/notices/settings', summary: 'Say how one wants to be told', scope: 'account', body: ownSettings, answer: ownSettings })

export const readDefaults = route({
  method: 'GET', path: '/api/notices/defaults', summary: 'By which ways notices reach everybody who has not said otherwise', scope: 'admin',
  answer: z.object({ kinds: z.array(kind), choices }),
})
export const changeDefaults = route({
  method: 'PUT', path: '/api/notices/defaults', summary: 'Set by which ways notices reach everybody who has not said otherwise', scope: 'admin',
  body: z.strictObject({ choices }), answer: z.object({ kinds: z.array(kind), choices }),
})
export type Choices = z.infer<typeof choices>
