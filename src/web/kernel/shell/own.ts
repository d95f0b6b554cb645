// What was opened lately stays on this browser, apart for each person.
export interface Recent {
  object: string
  id: string
  name: string
}
const keyOf = (user: string) => `sedno.recent.${user}`

export function readRecent(user: string): Recent[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(user)) ?? '[]') as Recent[]
  } catch {
    return []
  }
}

/** Called by the record page when a record is shown. */
export function rememberRecent(user: string, opened: Recent): void {
  localStorage.setItem(keyOf(user), JSON.stringify([opened, ...readRecent(user).filter((one) => one.id !== opened.id)].slice(0, 12)))
}

/** A copy in the order the person gave; what he never moved keeps its place after. */
export function inOwnOrder<T>(things: readonly T[], nameOf: (thing: T) => string, order: readonly string[]): T[] {
  const place = (thing: T) => {
    const index = order.indexOf(nameOf(thing))
    return index === -1 ? order.length : index
  }
  return [...things].sort((a, b) => place(a) - place(b))
}
