/** The parts of a postal address, in the order a form asks for them. */
import type { Address } from '../field.ts'

export const addressParts = ['street', 'building', 'postalCode', 'city', 'region', 'country'] as const satisfies readonly (keyof Address)[]

/** One line, the same in every language (country as its code): what expressions compare. Its SQL twin is in server.ts. */
export function addressLine(address: Address): string {
  const pair = (first?: string, second?: string) => [first, second].filter(Boolean).join(' ')
  return [pair(address.street, address.building), pair(address.postalCode, address.city), address.region, address.country].filter(Boolean).join(', ')
}
