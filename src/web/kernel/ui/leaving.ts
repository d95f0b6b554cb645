import { useEffect, type RefObject } from 'react'
import { useStable } from './stable.ts'

/** A press outside `frame` means one is done with it; not so in a list, a calendar or a dialogue that was opened from within. */
export function useLeaving(frame: RefObject<HTMLElement | null>, leave: () => void, watching = true): void {
  const left = useStable(leave)
  useEffect(() => {
    if (!watching) return
    const press = (event: PointerEvent) => {
      const target = event.target as HTMLElement
      if (frame.current === null || frame.current.contains(target) || target.closest('[data-portal] [role=listbox], [data-portal] [role=dialog], [data-portal] [role=grid], [data-portal] table') !== null) return
      left()
    }
    document.addEventListener('pointerdown', press, true)
    return () => document.removeEventListener('pointerdown', press, true)
  }, [frame, watching, left])
}
