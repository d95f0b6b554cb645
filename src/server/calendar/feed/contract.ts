import { z } from 'zod'
import { route } from '../../../contract/route.ts'

const feed = z.object({
  id: z.uuid(), name: z.string().nullable(), person: z.object({ id: z.uuid(), name: z.string() }), onlyBusy: z.boolean(), withPrivate: z.boolean(),
  madeAt: z.string(), usedAt: z.string().nullable(),
})
export type CalendarFeed = z.infer<typeof feed>

const newFeed = z.strictObject({
  /** Whose calendar; one's own when left out. */
  person: z.uuid().optional(),
  name: z.string().trim().max(120).optional(),
  /** Only that the time is taken. */
  onlyBusy: z.boolean().optional(),
  /** Private entries with their words, of the own calendar alone; else they are busy time. */
  withPrivate: z.boolean().optional(),
})
export type NewFeed = z.infer<typeof newFeed>

export const listFeeds = route({ method: 'GET', path: '/api/calendar/feeds', summary: 'Secret addresses of calendars that I made', scope: 'account', answer: z.object({ feeds: z.array(feed) }) })
export const makeFeed = route({
  method: 'POST', path: '/api/calendar/feeds', summary: 'Make a secret address of a calendar; it is told only now', scope: 'account', body: newFeed, answer: feed.extend({ url: z.string() }),
})
export const revokeFeed = route({ method: 'DELETE', path: '/api/calendar/feeds/:id', summary: 'Revoke a secret address', scope: 'account', params: z.object({ id: z.uuid() }), answer: z.null() })
export const readFeed = route({
  method: 'GET', path: '/api/calendar/feed/:file', summary: 'A calendar as iCalendar, by its secret address TOKEN.ics, with the rights of whoever made it', scope: 'account', open: true,
  params: z.object({ file: z.string().max(200) }), answer: z.unknown(),
})
