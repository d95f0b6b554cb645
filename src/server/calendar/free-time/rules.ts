/** Times that suit everybody: what each has taken is laid over what all work. */
import type { Stretch } from '../../hours/index.ts'

/** Sorted, and nothing in it touches. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const { from, until } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until)
    else result.push({ from, until })
  }
  return result
}

/** What is in both; each of them merged. */
export function common(one: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  let [a, b] = [0, 0]
  while (a < one.length && b < other.length) {
    const [first, second] = [one[a]!, other[b]!]
    const stretch = { from: Math.max(first.from, second.from), until: Math.min(first.until, second.until) }
    if (stretch.from < stretch.until) result.push(stretch)
    if (first.until < second.until) a++
    else b++
  }
  return result
}

/** Does any of the merged stretches reach into this one? Found by halving. */
export function meets(stretches: readonly Stretch[], { from, until }: Stretch): boolean {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]!.until <= from) low = middle + 1
    else high = middle
  }
  return low < stretches.length && stretches[low]!.from < until
}

export interface Search {
  /** When it may be at all, merged. */
  open: readonly Stretch[]
  /** Merged, by person. */
  busy: ReadonlyMap<string, readonly Stretch[]>
  tentative: ReadonlyMap<string, readonly Stretch[]>
  /** Rooms and devices that must be free: nobody gives way there. */
  taken: readonly Stretch[]
  lengthMs: number
  stepMs: number
  /** How far the clock on the wall is ahead at a moment, for beginnings at full quarters. */
  offsetMs(moment: number): number
  limit: number
}

export interface Found extends Stretch {
  conflicts: string[]
  tentative: string[]
}

/**
 * The best times, none reaching into another: with the fewest people who cannot, then the fewest who are not sure, then the earliest. Where
 * some suit everybody, those alone.
 */
export function bestTimes(search: Search): Found[] {
  const all = candidates(search)
  const fits = all.filter(({ conflicts }) => conflicts.length === 0)
  const ranked = (fits.length > 0 ? fits : all).toSorted((a, b) => a.conflicts.length - b.conflicts.length || a.tentative.length - b.tentative.length || a.from - b.from)
  const chosen: Found[] = []
  for (const one of ranked) {
    if (chosen.length === search.limit) break
    if (!chosen.some((other) => one.from < other.until && other.from < one.until)) chosen.push(one)
  }
  return chosen
}

function candidates({ open, busy, tentative, taken, lengthMs, stepMs, offsetMs }: Search): Found[] {
  const found: Found[] = []
  for (const { from, until } of open) {
    const ahead = offsetMs(from)
    for (let start = Math.ceil((from + ahead) / stepMs) * stepMs - ahead; start + lengthMs <= until; start += stepMs) {
      const stretch = { from: start, until: start + lengthMs }
      if (meets(taken, stretch)) continue
      found.push({ ...stretch, conflicts: whoMeets(busy, stretch), tentative: whoMeets(tentative, stretch) })
    }
  }
  return found
}

const whoMeets = (times: ReadonlyMap<string, readonly Stretch[]>, stretch: Stretch): string[] => [...times].filter(([, stretches]) => meets(stretches, stretch)).map(([id]) => id)
