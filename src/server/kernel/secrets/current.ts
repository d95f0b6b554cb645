import type { Secrets } from './secrets.ts'

let current: Secrets | null = null

/** Said once, when the process starts: the key of an installation is the same for as long as it runs. */
export function useSecrets(secrets: Secrets): void {
  current = secrets
}

export function secrets(): Secrets {
  if (current === null) throw new Error('the key of this installation is not loaded')
  return current
}
