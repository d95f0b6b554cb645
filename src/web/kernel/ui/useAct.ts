import { useRef, useState } from 'react'
import { useStable } from './stable.ts'

export interface Act<A extends unknown[]> {
  /** Does it once, however often it is pressed while it lasts. */
  run(...given: A): Promise<void>
  busy: boolean
  /** What came of the last time; null: it went well, or was not tried. */
  error: unknown
  clear(): void
}

/** One deed of a screen, with what it needs to show: is it under way, was it refused. */
export function useAct<A extends unknown[]>(act: (...given: A) => Promise<unknown>, onRefused?: (error: unknown) => void): Act<A> {
  const running = useRef(false)
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  const run = useStable(async (...given: A) => {
    if (running.current) return
    running.current = true
    setState({ busy: true, error: null })
    try {
      await act(...given)
      setState({ busy: false, error: null })
    } catch (error) {
      setState({ busy: false, error })
      onRefused?.(error)
    } finally {
      running.current = false
    }
  })
  return { ...state, run, clear: () => setState({ busy: false, error: null }) }
}
