import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent as Pressed, type RefObject } from 'react'
import { useStable } from './stable.ts'

/** What is lifted, and the place it would be put: the value of its `data-drop`. */
export interface Carried<C> {
  what: C
  by: 'pointer' | 'keys'
  to: string | null
}

/** Where the pointer is. It moves with every frame, so it is no state: what is drawn changes only with the place. */
interface At {
  x: number
  y: number
}

interface CarrySetup<C> {
  /** The scroller of all places: near its sides it goes along. */
  around: RefObject<HTMLElement | null>
  /** Places in the order the arrows go through them. */
  places(what: C): readonly string[]
  from(what: C): string
  onPut(what: C, to: string): void
  onSay(step: 'lifted' | 'moved' | 'put' | 'cancelled', carried: Carried<C>): void
}

export interface Carrying<C> {
  carried: Carried<C> | null
  /** What follows the pointer. */
  ghost: RefObject<HTMLDivElement | null>
  press(event: Pressed, what: C): void
  keys(event: KeyboardEvent, what: C): void
  leave(): void
}

const distanceToLift = 6
/** A finger that rests so long lifts; one that goes sooner scrolls. */
const restToLiftMs = 260

/** Carrying things between places by mouse, finger and keys: Space lifts and puts, arrows choose the place, Escape gives up. */
export function useCarrying<C>(setup: CarrySetup<C>): Carrying<C> {
  const [carried, setCarried] = useState<Carried<C> | null>(null)
  const held = useRef<Carried<C> | null>(null)
  const show = useStable((next: Carried<C> | null) => {
    held.current = next
    setCarried(next)
  })
  const put = useStable((to: string | null) => {
    const was = held.current
    show(null)
    if (was === null) return
    const goes = to !== null && to !== setup.from(was.what)
    setup.onSay(goes ? 'put' : 'cancelled', { ...was, to })
    if (goes) setup.onPut(was.what, to)
  })
  const at = useRef<At>({ x: 0, y: 0 })
  const ghost = useRef<HTMLDivElement>(null)
  const follow = useStable((next: At) => {
    at.current = next
    if (ghost.current !== null) ghost.current.style.transform = `translate(${next.x + 8}px, ${next.y + 8}px)`
  })
  // It is there only once something is lifted.
  useLayoutEffect(() => follow(at.current), [carried, follow])
  useScrolling(carried, at, setup.around)
  useStillFingers(held, setup.around)
  const holding = { ...setup, held, show, put, follow }
  return { carried, ghost, press: usePress(holding), keys: useKeys(holding), leave: useStable(() => held.current?.by === 'keys' && put(null)) }
}

interface Holding<C> extends CarrySetup<C> {
  held: RefObject<Carried<C> | null>
  show(next: Carried<C> | null): void
  put(to: string | null): void
  follow(at: At): void
}

function usePress<C>({ held, show, put, follow, places, onSay }: Holding<C>): Carrying<C>['press'] {
  return useStable((down, what) => {
    if (down.button !== 0 || held.current !== null) return
    const finger = down.pointerType !== 'mouse'
    const ending = new AbortController()
    const begin = (x: number, y: number) => {
      show({ what, by: 'pointer', to: placeAt(x, y, places(what)) })
      follow({ x, y })
      onSay('lifted', held.current!)
    }
    const go = (now: Carried<C>, x: number, y: number) => {
      follow({ x, y })
      const to = placeAt(x, y, places(what))
      if (to !== now.to) show({ ...now, to })
    }
    const end = (to: string | null) => (ending.abort(), held.current !== null && put(to))
    const rest = finger ? setTimeout(() => begin(down.clientX, down.clientY), restToLiftMs) : undefined
    ending.signal.addEventListener('abort', () => clearTimeout(rest))
    const on = <K extends 'pointermove' | 'pointerup' | 'pointercancel' | 'keydown'>(type: K, act: (event: WindowEventMap[K]) => void) => window.addEventListener(type, act, { signal: ending.signal })
    on('pointermove', ({ clientX: x, clientY: y }) => {
      const gone = Math.hypot(x - down.clientX, y - down.clientY) >= distanceToLift
      if (held.current !== null) go(held.current, x, y)
      else if (gone && finger) end(null)
      else if (gone) begin(x, y)
      if (held.current !== null) window.getSelection()?.removeAllRanges()
    })
    on('pointerup', () => {
      if (held.current !== null) swallowClick()
      end(held.current?.to ?? null)
    })
    on('pointercancel', () => end(null))
    on('keydown', ({ key }) => key === 'Escape' && end(null))
  })
}

function placeAt(x: number, y: number, places: readonly string[]): string | null {
  const found = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]')?.dataset['drop']
  return found !== undefined && places.includes(found) ? found : null
}

/** What was dragged was not clicked. */
function swallowClick(): void {
  const swallow = (event: Event) => (event.stopPropagation(), event.preventDefault())
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}

function useKeys<C>({ held, show, put, places, from, onSay }: Holding<C>): Carrying<C>['keys'] {
  return useStable((event, what) => {
    const now = held.current
    if (now === null && event.key !== ' ') return
    if (now === null) {
      show({ what, by: 'keys', to: from(what) })
      onSay('lifted', held.current!)
    } else if (event.key === ' ' || event.key === 'Enter') put(now.to)
    else if (event.key === 'Escape') put(null)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const all = places(what)
      const to = all[Math.max(0, Math.min(all.length - 1, all.indexOf(now.to ?? '') + (event.key === 'ArrowRight' ? 1 : -1)))] ?? null
      show({ ...now, to })
      onSay('moved', held.current!)
    } else if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
  })
}

const edge = 64
const stride = 12

/** Near its sides the board goes along, and the place chosen by keys comes into sight. */
function useScrolling<C>(carried: Carried<C> | null, at: RefObject<At>, around: RefObject<HTMLElement | null>): void {
  const byPointer = carried?.by === 'pointer'
  const chosen = carried?.by === 'keys' ? carried.to : null
  useEffect(() => {
    if (!byPointer) return
    let frame = 0
    const go = () => {
      const sides = around.current?.getBoundingClientRect()
      const { x } = at.current
      if (sides !== undefined) around.current!.scrollBy(x < sides.left + edge ? -stride : x > sides.right - edge ? stride : 0, 0)
      frame = requestAnimationFrame(go)
    }
    frame = requestAnimationFrame(go)
    return () => cancelAnimationFrame(frame)
  }, [byPointer, at, around])
  useEffect(() => {
    if (chosen !== null) around.current?.querySelector(`[data-drop="${CSS.escape(chosen)}"]`)?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [chosen, around])
}

/** While a finger carries, nothing scrolls under it and no menu of the browser opens. The listener must be there before the finger is. */
function useStillFingers<C>(held: RefObject<Carried<C> | null>, around: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const area = around.current
    const still = (event: Event) => held.current?.by === 'pointer' && event.cancelable && event.preventDefault()
    area?.addEventListener('touchmove', still, { passive: false })
    area?.addEventListener('contextmenu', still)
    return () => {
      area?.removeEventListener('touchmove', still)
      area?.removeEventListener('contextmenu', still)
    }
  }, [held, around])
}
