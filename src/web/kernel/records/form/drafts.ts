import { useEffect, useEffectEvent, useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Values } from '../../../../contract/definition.ts'
import type { Unread } from '../../../../fields/web.ts'
import { request } from '../../api/request.ts'
import { useSession } from '../../api/session.ts'

export interface Draft {
  values: Values
  unread: Record<string, Unread>
}

/** A draft as it waits on the server, and since when. */
export interface Kept {
  draft: Draft
  at: string
}

const at = (object: string, key: string) => `/api/drafts/${encodeURIComponent(object)}/${encodeURIComponent(key)}`

/** What was typed into this form and never saved. Asked for each time the form opens; a form that cannot learn it opens all the same. */
export function useDraft(object: string, key: string) {
  const isLooking = useSession().acting !== null
  return useQuery({
    queryKey: ['draft', object, key],
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    queryFn: async ({ signal }): Promise<Kept | null> => {
      // Whoever looks with somebody else's eyes does not see what that one has begun.
      if (isLooking) return null
      const kept = await request<{ values: Partial<Draft> | null; updatedAt: string | null }>('GET', at(object, key), { signal })
      if (!kept.values?.values || kept.updatedAt === null) return null
      return { draft: { values: kept.values.values, unread: kept.values.unread ?? {} }, at: kept.updatedAt }
    },
  })
}

// Writes of drafts go one after another: a late one must not bring back what was just dropped.
let last: Promise<unknown> = Promise.resolve()
const inTurn = (work: () => Promise<unknown>) => (last = last.then(work, work).catch(() => undefined))

export const dropDraft = (object: string, key: string): Promise<unknown> => inTurn(() => request('DELETE', at(object, key)))

const pause = 900

/** Keeps what is being typed, a moment after each change and when the form goes away. A draft that cannot be kept stops nobody. */
export function useKeptDraft(object: string, key: string, draft: Draft, isOpen: () => boolean): void {
  const text = JSON.stringify(draft)
  const kept = useRef(text)
  const isLooking = useSession().acting !== null
  const keep = useEffectEvent(() => {
    if (isLooking || !isOpen() || text === kept.current) return
    kept.current = text
    void inTurn(() => request('PUT', at(object, key), { body: { values: draft } }))
  })
  useEffect(() => {
    const timer = setTimeout(keep, pause)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    const leave = () => keep()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
}

/** One draft for each thing a form may be opened for: a person, a person of this company. */
export function draftKey(given: Values): string {
  const about = Object.entries(given).map(([name, value]) => `${name}=${value !== null && typeof value === 'object' && 'id' in value ? value.id : ''}`)
  return ['new', ...about].join(':').slice(0, 100)
}
