import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function at every render, doing what the latest one does: for rows that are drawn again only when their data change. */
export function useStable<A extends unknown[], R>(act: (...given: A) => R): (...given: A) => R {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...given: A) => latest.current(...given), [])
}
