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
  scrollTo(index: number): void
  /** One flies over the lines: a new one need not be drawn in full until one slows down. */
  hurried: boolean
}

export function useLinesOnScreen(lines: Lines, scroller: RefObject<HTMLElement | null>, sizes: { line: number; head: number }): OnScreen {
  const { base, move, setBase } = useBase(scroller, sizes.line)
  const count = Math.min(lines.length - base, laidOut)
  const virtual = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => sizes.line, overscan: 8, scrollPaddingStart: sizes.head, scrollPaddingEnd: 8 })
  const items = virtual.getVirtualItems()
  const first = base + (items[0]?.index ?? 0)
  const last = base + (items.at(-1)?.index ?? 0)
  useEffect(() => virtual.measure(), [virtual, sizes.line])
  useEffect(() => {
    lines.reach(first, last)
    if (last - base > laidOut - 500 && base + laidOut < lines.length) move(laidOut / 2)
    else if (base > 0 && first - base < 500) move(-Math.min(laidOut / 2, base))
  })
  const scrollTo = (index: number) => {
    if (index < base || index >= base + laidOut) setBase(Math.max(0, index - laidOut / 2))
    virtual.scrollToIndex(Math.max(0, index - Math.min(base, index)), { align: 'auto' })
  }
  const hurried = useHurry(virtual.scrollOffset ?? 0, hurriedLines * sizes.line) && virtual.isScrolling
  const printed = usePrinting() ? onPaper(lines, sizes.line) : null
  return printed ?? { items: items.map((item) => ({ key: item.key, index: base + item.index, top: item.start })), height: virtual.getTotalSize(), scrollTo, hurried }
}

/** Index of the first line that is laid out, and how to move it without a jump. */
function useBase(scroller: RefObject<HTMLElement | null>, lineHeight: number) {
  const [base, setBase] = useState(0)
  const target = useRef<number | null>(null)
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
  return { base, move, setBase }
}

function useHurry(offset: number, limit: number): boolean {
  const before = useRef(offset)
  const hurried = Math.abs(offset - before.current) > limit
  useEffect(() => {
    before.current = offset
  })
  return hurried
}

/** All loaded lines, one under another. */
function onPaper(lines: Lines, lineHeight: number): OnScreen {
  const items = Array.from({ length: Math.min(lines.length, printedRows) }, (_, index) => ({ key: index, index, top: index * lineHeight }))
  return { items, height: items.length * lineHeight, scrollTo: () => undefined, hurried: false }
}
