import type { Secrets } from './secrets.ts'

let secrets: Secrets | null = null

/** Once per process, at start: with which key it seals and opens. */
export function unlock(opened: Secrets): void {
  secrets = opened
}

/** `purpose` ties a secret to its place: 'totp:USER_ID'. The same must be given to open it. */
export const seal = (secret: string, purpose = ''): string => unlocked().seal(secret, purpose)
export const open = (sealed: string, purpose = ''): string => unlocked().open(sealed, purpose)

export function unlocked(): Secrets {
  // Never a key made up here: what it sealed would be lost with the process.
  if (secrets === null) throw new Error('unlock() was not called: there is no key to seal secrets with')
  return secrets
}
