import type { TouchEvent } from 'react'
import { useRef } from 'react'

const farEnough = 60
/** Longer, and it is a drag of what lies under the finger. */
const longestMs = 350

/** A quick stroke of one finger to the left shows what comes next, to the right what was before. */
export function useSwiping(onStep: (direction: 1 | -1) => void) {
  const began = useRef<{ x: number; y: number; at: number } | null>(null)
  return {
    onTouchStart({ touches, timeStamp }: TouchEvent) {
      began.current = touches.length === 1 ? { x: touches[0]!.clientX, y: touches[0]!.clientY, at: timeStamp } : null
    },
    onTouchEnd({ changedTouches, timeStamp }: TouchEvent) {
      const from = began.current
      const to = changedTouches[0]
      began.current = null
      if (from === null || to === undefined || timeStamp - from.at > longestMs) return
      const [across, along] = [to.clientX - from.x, to.clientY - from.y]
      if (Math.abs(across) >= farEnough && Math.abs(along) < Math.abs(across) / 2) onStep(across < 0 ? 1 : -1)
    },
  }
}
