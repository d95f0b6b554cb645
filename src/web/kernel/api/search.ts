import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

export interface SearchHit {
  object: string
  id: string
  name: string
  /** What distinguishes namesakes, by path. */
  about: Record<string, unknown>
  /** The earlier name that matched when its own did not. */
  through?: { object: string; name: string }
  archived: boolean
}

/** Everything this person may see whose name, identifier, phone or mail has these words. */
export const useSearch = (text: string, options: { enabled?: boolean } = {}) =>
  useQuery({
    queryKey: ['search', text],
    queryFn: async ({ signal }) => (await request<{ hits: SearchHit[] }>('GET', '/api/search', { query: { q: text }, signal })).hits,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    ...options,
  })
