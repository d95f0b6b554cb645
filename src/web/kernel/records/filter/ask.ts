const listeners = new Set<(path: string) => void>()
/** From a column's menu: begin a condition on this field. */
export function askCondition(path: string): void {
  for (const listener of listeners) listener(path)
}
export function onAskCondition(listener: (path: string) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
