import { isSame, type Sheet } from '../model.ts'

/** Every step made since the screen was opened, with those taken back. */
export interface Steps {
  past: readonly Sheet[]
  now: Sheet
  future: readonly Sheet[]
  series: string | null
}
const most = 200

export const begun = (now: Sheet): Steps => ({ past: [], now, future: [], series: null })

/** `series` names what is being typed: its letters are one step. */
export function stepped(steps: Steps, next: Sheet, series: string | null = null): Steps {
  const { past, now } = steps
  if (isSame(now, next)) return steps
  const goesOn = series !== null && series === steps.series
  return { past: goesOn ? past : [...past, now].slice(-most), now: next, future: [], series }
}

export function back(steps: Steps): Steps {
  const before = steps.past.at(-1)
  return before === undefined ? steps : { past: steps.past.slice(0, -1), now: before, future: [steps.now, ...steps.future], series: null }
}

export function forth(steps: Steps): Steps {
  const [after, ...rest] = steps.future
  return after === undefined ? steps : { past: [...steps.past, steps.now], now: after, future: rest, series: null }
}
