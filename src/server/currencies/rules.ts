import type { Values } from '../../contract/definition.ts'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import { refusals } from './texts.ts'

export function nameOfRate({ currency, on }: Values): Values {
  return { name: [currency, on].filter((part) => typeof part === 'string').join(' ') || null }
}

/** By a rate of nothing, or less, no amount can be converted. */
export function whyNotRate({ rate }: Values): Refusal[] {
  return Number(rate) > 0 ? [] : [refusal('rate.not_positive', refusals.notPositive, { field: 'rate' })]
}
