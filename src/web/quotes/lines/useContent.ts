import { useState } from 'react'
import { useStable } from '../../kernel/ui/stable.ts'
import type { Content } from './content.ts'

interface Course {
  past: readonly Content[]
  now: Content
  future: readonly Content[]
}

const mostSteps = 200

/** What stands in the grid, with all the steps back. */
export function useContent(first: Content) {
  const [course, setCourse] = useState<Course>({ past: [], now: first, future: [] })
  const change = useStable((make: (content: Content) => Content) =>
    setCourse(({ past, now, future }) => {
      const next = make(now)
      return next === now ? { past, now, future } : { past: [...past.slice(-mostSteps), now], now: next, future: [] }
    }))
  /** What completes the last step (a price that came) is taken back together with it. */
  const complete = useStable((make: (content: Content) => Content) => setCourse((course) => ({ ...course, now: make(course.now) })))
  const undo = useStable(() => setCourse(({ past, now, future }) => (past.length === 0 ? { past, now, future } : { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future] })))
  const redo = useStable(() => setCourse(({ past, now, future }) => (future.length === 0 ? { past, now, future } : { past: [...past, now], now: future[0]!, future: future.slice(1) })))
  const replace = useStable((content: Content) => setCourse({ past: [], now: content, future: [] }))
  return { content: course.now, canUndo: course.past.length > 0, canRedo: course.future.length > 0, change, complete, undo, redo, replace }
}

export type ContentState = ReturnType<typeof useContent>
