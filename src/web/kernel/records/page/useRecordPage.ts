import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListAnswer, ObjectView, RecordRow } from '../../../../contract/records.ts'
import { keys, queries } from '../../api/client.ts'
import { fieldOf, useMetadata } from '../../api/metadata.ts'
import { useRecord } from '../../api/records.ts'
import { request } from '../../api/request.ts'
import { treeKey } from '../treeKey.ts'
import { timelineKey, type TimelinePage } from '../timeline/useTimeline.ts'
import { relatedOf, relatedRequest } from './useRelated.ts'

interface WholePage {
  record: RecordRow
  related: ({ object: string; link: string; where?: string } & ListAnswer)[]
  timeline: TimelinePage | null
  parts: Record<string, unknown>
}

/**
 * The record, with all its page shows fetched in one request; each part then lives by itself in the cache.
 * A record that is known already (from a panel) is shown at once, and its parts come one by one.
 */
export function useRecordPage(object: ObjectView | null, id: string) {
  const metadata = useMetadata()
  const name = object?.name ?? ''
  const [known] = useState(() => queries.getQueryData(keys.record(name, id)) !== undefined)
  const page = useQuery({
    queryKey: ['recordPage', name, id],
    enabled: object !== null && !known,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }) => {
      const whole = await request<WholePage>('GET', `/api/records/${name}/${id}/page`, { signal })
      keep(whole)
      return whole.record.id
    },
  })
  function keep({ record, related, timeline, parts }: WholePage) {
    queries.setQueryData(keys.record(name, id), record)
    for (const one of relatedOf(metadata, object!, record)) {
      const found = related.find((list) => list.object === one.object.name && list.link === one.link.name && list.where === one.where)
      if (found) queries.setQueryData(keys.list(one.object.name, relatedRequest(one, id)), { rows: found.rows, next: found.next, count: found.count })
    }
    if (timeline) queries.setQueryData(timelineKey(name, id, {}), { pages: [timeline], pageParams: [undefined] })
    if (object!.tree && fieldOf(object!, object!.tree) && parts.tree) queries.setQueryData(treeKey(name, id), parts.tree)
  }
  // In the trash, gone or not visible: the record itself says which.
  return useRecord(name, known || page.isFetched ? id : null)
}
