import { z } from 'zod'
import { moment } from '../../../contract/moments.ts'
import { route } from '../../../contract/route.ts'

/** `conflicts`: people who have no time then; only when nobody finds a time that suits all. */
const slot = z.object({ start: z.string(), end: z.string(), conflicts: z.array(z.uuid()), tentative: z.array(z.uuid()) })
export type Slot = z.infer<typeof slot>

export const freeTime = route({
  method: 'POST', path: '/api/calendar/free-time', summary: 'Times at which these people and rooms are free, the best first', scope: 'records:read',
  body: z.strictObject({
    people: z.array(z.uuid()).min(1).max(50), resources: z.array(z.uuid()).max(50).optional(), minutes: z.int().min(5).max(1_440), from: moment, until: moment,
    /** Only when everybody works; true when left out. */
    withinWorkingHours: z.boolean().optional(),
    /** Minutes between two beginnings. */
    step: z.int().min(5).max(120).optional(), limit: z.int().min(1).max(50).optional(),
    /** A meeting that is to be moved does not stand in its own way. */
    except: z.uuid().optional(),
  }),
  answer: z.object({ slots: z.array(slot) }),
})
export type Wish = z.output<NonNullable<typeof freeTime.body>>
