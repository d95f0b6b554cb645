import { useInfiniteQuery } from '@tanstack/react-query'
import type { TimelineEntry } from '../../../../contract/records.ts'
import { keys } from '../../api/client.ts'
import { request } from '../../api/request.ts'

export interface TimelineFilter {
  kinds?: readonly string[]
  text?: string
  state?: 'planned' | 'overdue' | 'done'
  responsible?: string
  priority?: string
  person?: string
  case?: string
  /** Also of the records below it in its tree. */
  below?: boolean
}

export interface TimelinePage {
  entries: TimelineEntry[]
  next?: string | null
}

/** As many as come with the whole page of a record. */
const pageSize = 50

const queryOf = ({ kinds, below, ...plain }: TimelineFilter, after: string | undefined) => ({ ...plain, kinds: kinds?.join(','), with: below ? 'branches' : undefined, after, limit: pageSize })

export const timelineKey = (object: string, id: string, filter: TimelineFilter) => [...keys.timeline(object, id), filter]

/** A record's time line, newest first; further pages as one scrolls. */
export const useTimeline = (object: string, id: string, filter: TimelineFilter) =>
  useInfiniteQuery({
    queryKey: timelineKey(object, id, filter),
    queryFn: ({ signal, pageParam }) =>
      request<TimelinePage>('GET', `/api/records/${object}/${id}/timeline`, { query: queryOf(filter, pageParam), signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (previous) => previous,
  })
