import type { ListOf } from './useList.ts'
import type { ViewBody } from './views.ts'

/** The list as it is now, as a view keeps it. */
export function bodyOf({ shown, widths }: ListOf): Omit<ViewBody, 'object' | 'name' | 'scope'> {
  return {
    columns: [...shown.columns], where: shown.where || null, search: shown.search || null, order: shown.order || null, groupBy: shown.by || null,
    display: shown.show, archived: shown.archived, widths: Object.fromEntries(Object.entries(widths).filter(([path]) => shown.columns.includes(path))),
  }
}

type Ask = { name: string; answer(name: string | null): void }
const listeners = new Set<(ask: Ask) => void>()
export function onAskName(listener: (ask: Ask) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
/** Asks for a view's name in a small window; null when given up. */
export const askName = (name: string): Promise<string | null> =>
  new Promise((answer) => {
    for (const listener of listeners) listener({ name, answer })
  })
