import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import type { Answer } from '../../contract/route.ts'
import type { countUnread, listNotices, Notice } from '../../server/notices/contract.ts'
import type { listRinging } from '../../server/reminders/contract.ts'
import { keys, queries } from '../kernel/api/client.ts'
import { request } from '../kernel/api/request.ts'

export type { Notice }
type Page = Answer<typeof listNotices>
type Unread = Answer<typeof countUnread>

const unreadKey = [...keys.notices, 'unread'] as const

/** Told live; asked now and then too, for what a broken line did not tell. */
export const useUnread = (): number => useQuery({ queryKey: unreadKey, queryFn: ({ signal }) => request<Unread>('GET', '/api/notices/unread', { signal }), refetchInterval: 5 * 60_000, retry: false }).data?.unread ?? 0

export interface Shown {
  show: 'unread' | 'all'
  kind?: string | undefined
}

export const noticesQuery = ({ show, kind }: Shown) =>
  infiniteQueryOptions({
    queryKey: [...keys.notices, 'list', show, kind ?? null],
    queryFn: ({ pageParam, signal }) => request<Page>('GET', '/api/notices', { query: { show, kind, before: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: 0,
  })

export const readNotice = (id: string): Promise<Notice> => request<Notice>('GET', `/api/notices/${id}`)

export const ringingQuery = queryOptions({ queryKey: [...keys.notices, 'ringing'], queryFn: ({ signal }) => request<Answer<typeof listRinging>>('GET', '/api/reminders/ringing', { signal }), retry: false })

/** The count is shown at once; lists follow when they are asked again. */
async function marked(path: string, body: object): Promise<void> {
  queries.setQueryData(unreadKey, await request<Unread>('POST', path, { body }))
  await queries.invalidateQueries({ queryKey: keys.notices })
}

export const markRead = (ids: readonly string[]): Promise<void> => marked('/api/notices/read', { ids })
export const markAllRead = (): Promise<void> => marked('/api/notices/read', { all: true })
export const markUnread = (ids: readonly string[]): Promise<void> => marked('/api/notices/unread', { ids })

export const snooze = (id: string, until: string): Promise<{ until: string }> => request('POST', `/api/reminders/${id}/snooze`, { body: { until } })
export const dismiss = (id: string): Promise<unknown> => request('POST', `/api/reminders/${id}/dismiss`)
