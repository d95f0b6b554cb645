import { z } from 'zod'
import { route } from '../../contract/route.ts'

const settings = z.strictObject({
  source: z.enum(['nbp', 'ecb', 'none']),
  /** null: all that there are. */
  currencies: z.array(z.string().regex(/^[A-Z]{3}$/)).max(200).nullable(),
})
export type RateSettings = z.infer<typeof settings>

const fetched = z.object({ at: z.string(), source: z.enum(['nbp', 'ecb']), added: z.int(), until: z.string().nullable(), why: z.string().nullable(), said: z.string().nullable() })
export type Fetched = z.infer<typeof fetched>

const latest = z.object({
  id: z.uuid(), currency: z.string(), on: z.string(), rate: z.string(), source: z.string().nullable(),
  before: z.object({ on: z.string(), rate: z.string() }).nullable(),
  /** In percent since the rate before. */
  change: z.string().nullable(),
})
export type LatestRate = z.infer<typeof latest>

const state = z.object({
  settings, base: z.string(), offered: z.array(z.string()), last: fetched.nullable(),
  /** The newest day of which there is any rate, and whether that is too long ago. */
  newest: z.string().nullable(), isOld: z.boolean(),
  rates: z.array(latest),
})
export type RatesState = z.infer<typeof state>

export const readState = route({ method: 'GET', path: '/api/currencies/state', summary: 'Where rates come from, how the last fetch went, and the newest rate of each currency', scope: 'admin', answer: state })
export const saveSettings = route({ method: 'PUT', path: '/api/currencies/settings', summary: 'Which bank is asked for rates, and of which currencies', scope: 'admin', body: settings, answer: state })
export const fetchNow = route({ method: 'POST', path: '/api/currencies/fetch', summary: 'Fetch the rates of all days that are missing, now', scope: 'admin', body: z.strictObject({}), answer: state })
