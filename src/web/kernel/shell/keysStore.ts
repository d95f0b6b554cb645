const listeners = new Set<() => void>()
/** Asks the overview of keys to open. */
export function showKeys(): void {
  for (const listener of listeners) listener()
}
export function onShowKeys(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
