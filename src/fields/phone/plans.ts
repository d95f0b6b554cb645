/**
 * The numbering plans of the world's countries are large, and few screens need them: a server has them from the start (world.ts), a
 * browser fetches them with the first number it shows or takes.
 */
import type { parsePhoneNumberFromString } from 'libphonenumber-js/min'

export interface Plans {
  parse: typeof parsePhoneNumberFromString
  /** A Polish or international number, grouped as far as it is typed. */
  grouped(text: string): string
}

let known: Plans | null = null
const listeners = new Set<() => void>()

export const plansNow = (): Plans | null => known

export function learnPlans(plans: Plans): void {
  known = plans
  for (const listener of listeners) listener()
}

export function onPlans(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
