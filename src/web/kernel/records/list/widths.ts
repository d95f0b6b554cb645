import { useCallback, useMemo, useState } from 'react'
import type { View } from './views.ts'

const keyOf = (object: string, view: string) => `sedno.widths.${object}.${view}`

/** Widths the person dragged, kept on this browser until he saves them with the view. */
export function useOwnWidths(object: string, view: View): [Readonly<Record<string, number>>, (path: string, width: number) => void] {
  const key = keyOf(object, view.key)
  const [dragged, setDragged] = useState<Record<string, Record<string, number>>>({})
  const own = dragged[key] ?? read(key)
  const widths = useMemo(() => ({ ...view.widths, ...own }), [view.widths, own])
  const setWidth = useCallback(
    (path: string, width: number) =>
      setDragged((before) => {
        const next = { ...(before[key] ?? read(key)), [path]: Math.round(Math.min(1200, Math.max(48, width))) }
        localStorage.setItem(key, JSON.stringify(next))
        return { ...before, [key]: next }
      }),
    [key],
  )
  return [widths, setWidth]
}

const known = new Map<string, Record<string, number>>()
function read(key: string): Record<string, number> {
  let widths = known.get(key)
  if (widths === undefined) {
    widths = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, number>
    known.set(key, widths)
  }
  return widths
}
