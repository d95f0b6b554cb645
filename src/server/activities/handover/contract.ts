import { z } from 'zod'
import { day } from '../../../contract/moments.ts'
import { route } from '../../../contract/route.ts'

const counts = z.object({
  tasks: z.int(), overdue: z.int(), meetings: z.int(), recurring: z.int(),
  /** Of all these together. */
  total: z.int(),
  /** Private or restricted ones, which nobody moves; told to their owner alone. */
  private: z.int().nullable(),
})

/** What somebody would leave behind. His page says it before he is turned off. */
export const openWork = route({
  method: 'GET', path: '/api/users/:id/open-work', summary: 'How much open work a person has, and how much he delegated', scope: 'records:read',
  params: z.object({ id: z.uuid() }),
  answer: counts.extend({ delegated: z.int(), mayHandOver: z.boolean() }),
})

export const handOver = route({
  method: 'POST', path: '/api/activities/hand-over', summary: 'All open work of somebody who leaves or is away, to another person or to the owners of its customers; with dryRun only counted', scope: 'records:write',
  body: z.strictObject({
    from: z.uuid(), to: z.uuid().optional(), toCustomersOwners: z.literal(true).optional(),
    /** open: all that is not done, meetings to come among it. future: only what is due or begins in the days named, or from now on. */
    which: z.enum(['open', 'future']).default('open'),
    since: day.optional(), until: day.optional(),
    dryRun: z.boolean().optional(),
  }),
  answer: z.object({
    counts,
    /** Who would have, or has, how many of them. */
    to: z.array(z.object({ id: z.uuid(), name: z.string(), count: z.int() })),
    /** Those whose customer has nobody who could take them. */
    left: z.int(),
    /** The run that does it, which is also the operation to undo; null when only counted. */
    run: z.uuid().nullable(),
  }),
})
export type HandOver = z.output<NonNullable<(typeof handOver)['body']>>
