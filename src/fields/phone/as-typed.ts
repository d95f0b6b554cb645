import { plansNow } from './plans.ts'

/** A number grouped while it is typed; without a country code it is a Polish one. */
export function phoneAsTyped(text: string): string {
  if (!/^[+\d][\d\s().-]*$/.test(text)) return text
  return plansNow()?.grouped(text) ?? text
}
