import type { Db, Prepared } from './database.ts'

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

interface Waiting extends Prepared {
  resolve(rows: unknown): void
  reject(error: unknown): void
}

/** Prepared statements asked in one breath, as a record's page does for all its parts, go to the database in one message. */
export function inOneMessage(db: Db): Db {
  let waiting: Waiting[] = []
  const send = () => {
    const sent = waiting
    waiting = []
    db.together(sent).forEach((answer, at) => void answer.then(sent[at]!.resolve, sent[at]!.reject))
  }
  const prepared = <R>(name: string, text: string, values: readonly unknown[]): Promise<R[]> => {
    if (name === '') return db.prepared<R>(name, text, values)
    return new Promise((resolve, reject) => {
      // After all that follows at once from what has just been answered.
      if (waiting.push({ name, text, values, resolve, reject } as Waiting) === 1) process.nextTick(send)
    })
  }
  return { ...db, prepared, root: db.root }
}
