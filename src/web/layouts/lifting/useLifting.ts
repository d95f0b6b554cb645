import { useEffect, useRef, useState } from 'react'
import { useStable } from '../../kernel/ui/stable.ts'
import type { ListName, Piece, Place } from '../sheet/sheet.ts'

// The lists of hello-pangea run one way and the keyboard cannot take a piece from one list to the one below it; sections have two
// columns, and a field goes from any to any. So pieces are lifted by what is here: pointer, finger and keys through the same places.

/** `tab`: dropped on its name. `out`: among what has no place. */
export type Target = (Place & { tab?: string }) | 'out'
export interface Lifted {
  piece: Piece
  name: string
  by: 'pointer' | 'keys'
  to: Target | null
  /** Where the pointer is. */
  x: number
  y: number
}

interface LiftingSetup {
  places(piece: Piece): readonly Place[]
  takes(list: ListName, piece: Piece): boolean
  onPut(piece: Piece, to: Target): void
  /** Held over the name of a tab for a while: it opens. */
  onTab(key: string): void
  /** Said aloud as it goes. */
  onSay(lifted: Lifted | null, what: 'lifted' | 'moved' | 'put' | 'cancelled'): void
}

export interface Lifting {
  lifted: Lifted | null
  begin(event: React.PointerEvent, piece: Piece, name: string): void
  keys(event: React.KeyboardEvent, piece: Piece, name: string): void
  cancel(): void
}

const distanceToLift = 5
const holdToOpenMs = 350

export function useLifting(setup: LiftingSetup): Lifting {
  const [lifted, setLifted] = useState<Lifted | null>(null)
  const held = useRef<Lifted | null>(null)
  const show = (next: Lifted | null) => {
    held.current = next
    setLifted(next)
  }
  const put = useStable((to: Target | null) => {
    const was = held.current
    show(null)
    if (was === null) return
    if (to === null) return setup.onSay(was, 'cancelled')
    setup.onPut(was.piece, to)
    setup.onSay({ ...was, to }, 'put')
  })
  const cancel = useStable(() => put(null))
  useScrolling(lifted)
  return { lifted, begin: usePointer({ ...setup, show, put, held }), keys: useKeys({ ...setup, show, put, held }), cancel }
}

interface Holding extends LiftingSetup {
  held: React.RefObject<Lifted | null>
  show(next: Lifted | null): void
  put(to: Target | null): void
}

/** The pointer must go a little before anything is lifted, so that a click stays a click. */
function usePointer({ takes, held, show, put, onSay, onTab }: Holding): Lifting['begin'] {
  return useStable((down, piece, name) => {
    if (down.button !== 0 || held.current !== null) return
    const origin = { x: down.clientX, y: down.clientY }
    const ending = new AbortController()
    const hold = holding(onTab, ending.signal)
    const on = (type: string, act: (event: PointerEvent) => void) => window.addEventListener(type, act as EventListener, { signal: ending.signal })
    on('pointermove', (event) => {
      const { clientX: x, clientY: y } = event
      if (held.current === null && Math.hypot(x - origin.x, y - origin.y) < distanceToLift) return
      const begins = held.current === null
      show({ piece, name, by: 'pointer', x, y, to: targetAt(x, y, (list) => takes(list, piece)) })
      hold(tabAt(x, y)?.dataset.tab)
      window.getSelection()?.removeAllRanges()
      if (begins) onSay(held.current, 'lifted')
    })
    on('pointerup', () => {
      ending.abort()
      if (held.current === null) return
      swallowClick()
      put(held.current.to)
    })
    on('pointercancel', () => {
      ending.abort()
      put(null)
    })
    on('keydown', (event) => {
      if ((event as unknown as KeyboardEvent).key !== 'Escape') return
      ending.abort()
      put(null)
    })
  })
}

const tabAt = (x: number, y: number): HTMLElement | null => document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-tab]') ?? null

/** Called with the tab under the pointer each time it moves: opens the one it stays on. */
function holding(open: (key: string) => void, ended: AbortSignal): (key: string | undefined) => void {
  let over: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  ended.addEventListener('abort', () => clearTimeout(timer))
  return (key) => {
    if (key === over) return
    over = key
    clearTimeout(timer)
    if (key !== undefined) timer = setTimeout(() => open(key), holdToOpenMs)
  }
}

/** What was dragged was not clicked. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation()
    event.preventDefault()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}

/** The place under the pointer: before or after the piece it is over, or at the end of the list. */
function targetAt(x: number, y: number, accepts: (list: ListName) => boolean): Target | null {
  let over = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-list]') ?? null
  while (over !== null && over.dataset.list !== 'out' && !accepts(over.dataset.list as ListName)) over = over.parentElement?.closest<HTMLElement>('[data-list]') ?? null
  if (over === null) return null
  if (over.dataset.list === 'out') return 'out'
  const list = over.dataset.list as ListName
  if (over.dataset.at === undefined) return { list, at: Number(over.dataset.length ?? 0), ...(over.dataset.tab !== undefined && { tab: over.dataset.tab }) }
  const { left, top, width, height } = over.getBoundingClientRect()
  const isAfter = over.dataset.flow === 'row' ? x > left + width / 2 : y > top + height / 2
  return { list, at: Number(over.dataset.at) + (isAfter ? 1 : 0) }
}

/** Space lifts and puts, arrows go from place to place through the whole screen, left and right from list to list. */
function useKeys({ places, held, show, put, onSay }: Holding): Lifting['keys'] {
  return useStable((event, piece, name) => {
    const now = held.current
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      if (now !== null) return put(now.to)
      show({ piece, name, by: 'keys', to: piece.from, x: 0, y: 0 })
      return onSay(held.current, 'lifted')
    }
    if (now === null) return
    const to = stepTo(event.key, places(piece), now.to)
    if (event.key === 'Escape') put(null)
    else if (event.key === 'Delete' || event.key === 'Backspace') put('out')
    else if (to !== null) {
      show({ ...now, to })
      onSay(held.current, 'moved')
    } else return
    event.preventDefault()
    event.stopPropagation()
  })
}

function stepTo(key: string, places: readonly Place[], to: Target | null): Place | null {
  const at = to === null || to === 'out' ? -1 : places.findIndex((place) => place.list === to.list && place.at === to.at)
  const list = places[at]?.list
  if (key === 'ArrowDown') return places[at + 1] ?? null
  if (key === 'ArrowUp') return places[at - 1] ?? null
  if (key === 'ArrowRight') return places.slice(at + 1).find((place) => place.list !== list) ?? null
  if (key !== 'ArrowLeft') return null
  const before = places.slice(0, Math.max(0, at)).findLast((place) => place.list !== list)
  return before === undefined ? null : places.find((place) => place.list === before.list)!
}

const edge = 70
const stride = 14

/** Near the upper and the lower edge the screen goes along. */
function useScrolling(lifted: Lifted | null): void {
  const at = useRef(lifted)
  at.current = lifted
  const isOn = lifted?.by === 'pointer'
  useEffect(() => {
    if (!isOn) return
    let frame = 0
    const go = () => {
      const { x, y } = at.current ?? { x: 0, y: edge }
      const by = y < edge ? -stride : y > window.innerHeight - edge ? stride : 0
      if (by !== 0) scrollerAt(x, y)?.scrollBy(0, by)
      frame = requestAnimationFrame(go)
    }
    frame = requestAnimationFrame(go)
    return () => cancelAnimationFrame(frame)
  }, [isOn])
}

function scrollerAt(x: number, y: number): Element | null {
  let one: Element | null = document.elementFromPoint(x, Math.max(1, Math.min(window.innerHeight - 1, y)))
  while (one !== null && !(one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY))) one = one.parentElement
  return one ?? document.scrollingElement
}
