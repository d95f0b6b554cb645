import type { Values } from '../../contract/definition.ts'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import { idOfLink } from '../../fields/link/ids.ts'
import { refusals } from './texts.ts'

const amountOf = (money: unknown): number => Number((money as { amount?: unknown } | null)?.amount ?? 0)

const negative = (values: Values, fields: readonly string[]): Refusal[] => fields.filter((field) => amountOf(values[field]) < 0).map((field) => refusal('price.negative', refusals.negative, { field }))

/** Days are compared as they are written. */
function endsBeforeItBegins({ validFrom, validUntil }: Values): Refusal[] {
  const isCrossed = typeof validFrom === 'string' && typeof validUntil === 'string' && validUntil < validFrom
  return isCrossed ? [refusal('validity.crossed', refusals.crossed, { field: 'validUntil' })] : []
}

export function whyNotProduct(values: Values): Refusal[] {
  const { ean } = values
  return [...(typeof ean === 'string' && !isEan(ean) ? [refusal('product.ean', refusals.ean, { field: 'ean' })] : []), ...negative(values, ['price', 'cost']), ...endsBeforeItBegins(values)]
}

/** GTIN-8, -12, -13 or -14: the last digit is worked out from the others (GS1 General Specifications, 7.9). */
export function isEan(code: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(code)) return false
  const digits = [...code].reverse().map(Number)
  return digits.reduce((sum, digit, at) => sum + digit * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0
}

export const whyNotPriceList = endsBeforeItBegins

export const whyNotPrice = (values: Values): Refusal[] => [...negative(values, ['amount']), ...endsBeforeItBegins(values)]

export function whyNotComponent(values: Values): Refusal[] {
  const { quantity, minQuantity, maxQuantity } = values
  const [asked, least, most] = [quantity, minQuantity, maxQuantity].map((given) => (given === null || given === undefined ? null : Number(given)))
  const faults: Refusal[] = []
  if (asked !== null && asked! <= 0) faults.push(refusal('component.no_quantity', refusals.noQuantity, { field: 'quantity' }))
  if (least !== null && most !== null && most! < least!) faults.push(refusal('component.limits', refusals.limits, { field: 'maxQuantity' }))
  else if (asked !== null && ((least !== null && asked! < least!) || (most !== null && asked! > most!))) faults.push(refusal('component.outside_limits', refusals.outsideLimits, { field: 'quantity' }))
  return [...faults, ...negative(values, ['price'])]
}

export const whyNotRule = ({ part, other }: Values): Refusal[] =>
  idOfLink(part) !== null && idOfLink(part) === idOfLink(other) ? [refusal('component_rule.same', refusals.sameParts, { field: 'other' })] : []
