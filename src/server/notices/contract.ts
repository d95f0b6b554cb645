import { z } from 'zod'
import { noticePriorities, noticeWays } from '../../contract/notices.ts'
import { route } from '../../contract/route.ts'

const notice = z.object({
  id: z.uuid(), kind: z.string(), kindLabel: z.string(), title: z.string(), body: z.string().nullable(), why: z.string().nullable(), priority: z.enum(noticePriorities),
  /** What it leads to; null: nothing, or the reader may not see it (any more). */
  about: z.object({ object: z.string(), id: z.uuid() }).nullable(),
  /** He may not see what it is about any more: no words of it are told. */
  hidden: z.boolean(),
  at: z.string(), readAt: z.string().nullable(),
})
export type Notice = z.infer<typeof notice>

const unread = z.object({ unread: z.int() })
const ids = z.array(z.uuid()).max(500)

export const listNotices = route({
  method: 'GET', path: '/api/notices', summary: 'What one was told, the newest first', scope: 'account',
  query: z.strictObject({ show: z.enum(['unread', 'all']).optional(), kind: z.string().max(100).optional(), before: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(100).optional() }),
  answer: z.object({
    notices: z.array(notice), next: z.uuid().nullable(), unread: z.int(),
    /** Of which something was told. */
    kinds: z.array(z.object({ name: z.string(), label: z.string() })),
  }),
})
export const readNotice = route({ method: 'GET', path: '/api/notices/:id', summary: 'One of one’s own notices', scope: 'account', params: z.object({ id: z.uuid() }), answer: notice })
export const countUnread = route({ method: 'GET', path: '/api/notices/unread', summary: 'How many notices one has not read; at most 100 are counted', scope: 'account', answer: unread })
export const markRead = route({
  method: 'POST', path: '/api/notices/read', summary: 'Mark these notices as read, or all', scope: 'account',
  body: z.strictObject({ ids: ids.optional(), all: z.literal(true).optional() }), answer: unread,
})
export const markUnread = route({ method: 'POST', path: '/api/notices/unread', summary: 'Mark these notices as not read', scope: 'account', body: z.strictObject({ ids }), answer: unread })

const delivery = z.object({
  id: z.uuid(), title: z.string(), way: z.enum(noticeWays), state: z.enum(['waiting', 'sending', 'sent', 'failed', 'skipped']),
  reason: z.string().nullable(), dueAt: z.string(), sentAt: z.string().nullable(),
})
export const listDeliveries = route({
  method: 'GET', path: '/api/notices/deliveries', summary: 'What went out to one lately by mail, text message and push, and what did not, and why', scope: 'account',
  answer: z.object({ deliveries: z.array(delivery) }),
})
export type DeliveryShown = z.infer<typeof delivery>

const lane = z.object({
  waiting: z.int(), sending: z.int(), failed: z.int(), sentToday: z.int(), oldestWaiting: z.string().nullable(),
  down: z.object({ since: z.string(), nextAt: z.string(), why: z.string().nullable(), said: z.string().nullable() }).nullable(),
})
const troubled = z.object({
  id: z.uuid(), to: z.string(), title: z.string().nullable(), state: z.enum(['waiting', 'failed']), attempts: z.int(), createdAt: z.string(), nextAt: z.string().nullable(), why: z.string().nullable(), said: z.string().nullable(),
})
/** No word of what the notices say: they are other people's. */
export const pushState = z.object({ queue: lane, troubled: z.array(troubled) })
export type PushState = z.infer<typeof pushState>
export const readPushState = route({ method: 'GET', path: '/api/notices/push/state', summary: 'Push notices that wait, that failed and why', scope: 'admin', answer: pushState })
export const retryPush = route({
  method: 'POST', path: '/api/notices/push/retry', summary: 'Try push notices that failed or wait once more: these, or all', scope: 'admin',
  body: z.strictObject({ ids: z.array(z.uuid()).max(1_000).optional() }), answer: z.object({ again: z.int() }),
})
