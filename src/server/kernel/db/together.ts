/**
 * Asks once for those who ask the same at the same time, and never answers with what was read before somebody asked: whoever
 * comes while a question is under way shares the next one with the others who wait. A page opens with several requests of one
 * session at once; a revoked session is still out at the very next request.
 */
export function askTogether<T>(): (key: string, ask: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<unknown>>()
  const next = new Map<string, Promise<T>>()
  return (key, ask) => {
    const waiting = next.get(key)
    if (waiting !== undefined) return waiting
    const before = underWay.get(key)
    const mine = (before === undefined ? Promise.resolve() : before.catch(() => undefined)).then(() => {
      next.delete(key)
      const asked = ask()
      underWay.set(key, asked)
      const done = () => void (underWay.get(key) === asked && underWay.delete(key))
      asked.then(done, done)
      return asked
    })
    next.set(key, mine)
    return mine
  }
}
