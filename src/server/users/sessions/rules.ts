import type { SignInPolicy } from '../policy/rules.ts'

const hour = 3_600_000

export interface SessionTimes {
  idleSeconds: number
  expiresAt: Date
}

export function sessionTimes(policy: SignInPolicy, now: Date): SessionTimes {
  return { idleSeconds: policy.idleHours * 3600, expiresAt: new Date(now.getTime() + policy.sessionDays * 24 * hour) }
}

/** At once for one person, on all devices; beyond them the one unused for longest ends. */
export const sessionsAtMost = 50

/** So long after signing in nobody is asked for the password again where a session left open could do harm. */
export const freshMinutes = 15

/** Its use is noted no more often than this: a write with every request would cost more than the request. */
export const noteUseSeconds = 60

/** 'Chrome 141, Windows' of a User-Agent header: enough for a person to know his own device. */
export function deviceOf(agent: string | null): string | null {
  if (agent === null || agent === '') return null
  const browser = browsers.find(([, pattern]) => pattern.test(agent))
  const version = browser === undefined ? undefined : browser[1].exec(agent)?.[1]
  const system = systems.find(([, pattern]) => pattern.test(agent))?.[0]
  const named = [browser === undefined ? null : [browser[0], version].filter(Boolean).join(' '), system ?? null].filter((part) => part !== null)
  return named.length > 0 ? named.join(', ') : agent.slice(0, 60)
}

// Order matters: every browser calls itself Mozilla, Edge and Opera call themselves Chrome, Chrome calls itself Safari.
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+)[^ ]* .*Safari\//],
]
const systems: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/],
  ['iPad', /iPad/],
  ['iPhone', /iPhone/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]
