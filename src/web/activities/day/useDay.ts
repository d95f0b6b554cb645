import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Answer } from '../../../contract/route.ts'
import type { myDay } from '../../../server/activities/day/contract.ts'
import { onRecordEvents } from '../../kernel/api/events.ts'
import { request } from '../../kernel/api/request.ts'

export type Day = Answer<typeof myDay>
export type Work = Day['planned'][number]

const dayKey = ['my-day'] as const

/** What others give me, move or finish comes in by itself; overdue grows with the clock, so it is asked for every few minutes too. */
export function useDay() {
  const queries = useQueryClient()
  const again = () => void queries.invalidateQueries({ queryKey: dayKey })
  useEffect(() => onRecordEvents((changes) => changes.some(({ object }) => object === 'activity' || object === 'attendee') && again()))
  const day = useQuery({ queryKey: dayKey, queryFn: ({ signal }) => request<Day>('GET', '/api/my-day', { signal }), refetchInterval: 5 * 60_000 })
  return { ...day, again }
}
