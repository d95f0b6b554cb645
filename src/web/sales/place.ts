import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type Place<K extends string> = Partial<Record<K, string>>

/** What is chosen on a screen of sales stands in its address, so that it can be sent and the Back button means what it says. */
export function usePlace<K extends string>(): [Place<K>, (change: Partial<Record<K, string | undefined>>) => void] {
  const place = useSearch({ strict: false }) as Record<string, string | undefined> as Place<K>
  const navigate = useNavigate()
  const move = useCallback((change: Partial<Record<K, string | undefined>>) => void navigate({ to: '.', search: ((before: object) => ({ ...before, ...change })) as never, replace: true }), [navigate])
  return [place, move]
}
