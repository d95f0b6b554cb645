import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Lines } from './lines.ts'
import { printedRows, usePrinting } from './print.ts'

/**
 * Browsers stop at some 17 million pixels of height, so at most this many lines are laid out at once; nearing either end of
 * them, the lot moves on by half and the scroll with it, within one frame.
 */
export const laidOut = 100_000
/** So many lines passed between two frames. */
const hurriedLines = 9

export interface OnScreen {
  items: { key: React.Key; index: number; top: number }[]
  height: number
  /** Index of the first line that is laid out. */
  base: number
  scrollTo(index: number): void
  first: number
  last: number
  /** One flies over the lines: a new one need not be drawn in full until one slows down. */
  hurried: boolean
}

export function useLinesOnScreen(lines: Lines, scroller: RefObject<HTMLElement | null>, lineHeight: number, headHeight: number): OnScreen {
  const [base, setBase] = useState(0)
  const printing = usePrinting()
  const target = useRef<number | null>(null)
  const count = Math.min(lines.length - base, laidOut)
  const virtual = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => lineHeight, overscan: 8, scrollPaddingStart: headHeight, scrollPaddingEnd: 8 })
  const items = virtual.getVirtualItems()
  const first = base + (items[0]?.index ?? 0)
  const last = base + (items.at(-1)?.index ?? 0)

  const offset = virtual.scrollOffset ?? 0
  const before = useRef(offset)
  const hurried = virtual.isScrolling && Math.abs(offset - before.current) > hurriedLines * lineHeight
  useEffect(() => {
    before.current = offset
  })
  useEffect(() => lines.reach(first, last))
  useEffect(() => virtual.measure(), [virtual, lineHeight])
  // The height may have shrunk with the move and the browser cut the scroll short, so it is set and not changed by a difference.
  useLayoutEffect(() => {
    if (target.current === null || scroller.current === null) return
    scroller.current.scrollTop = target.current
    target.current = null
  }, [base, scroller])

  const move = (lineCount: number) => {
    target.current = (scroller.current?.scrollTop ?? 0) - lineCount * lineHeight
    setBase(base + lineCount)
  }
  const step = laidOut / 2
  const inner = last - base
  useEffect(() => {
    if (inner > laidOut - 500 && base + laidOut < lines.length) move(step)
    else if (base > 0 && first - base < 500) move(-Math.min(step, base))
  })

  const scrollTo = (index: number) => {
    if (index < base || index >= base + laidOut) setBase(Math.max(0, index - step))
    virtual.scrollToIndex(Math.max(0, index - Math.min(base, index)), { align: 'auto' })
  }
  if (printing) {
    const all = Array.from({ length: Math.min(lines.length, printedRows) }, (_, index) => ({ key: index, index, top: index * lineHeight }))
    return { items: all, height: all.length * lineHeight, base: 0, scrollTo, first, last, hurried: false }
  }
  return { items: items.map((item) => ({ key: item.key, index: base + item.index, top: item.start })), height: virtual.getTotalSize(), base, scrollTo, first, last, hurried }
}
