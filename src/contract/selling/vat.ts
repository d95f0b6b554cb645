/** Rates of Polish VAT as invoices name them; what is exempt, not subject, or charged by the buyer has none. */
import type { ChoiceValue } from '../definition.ts'

export const vatRates: readonly ChoiceValue[] = [
  { value: '23', label: { pl: '23%', en: '23%' } },
  { value: '8', label: { pl: '8%', en: '8%' } },
  { value: '5', label: { pl: '5%', en: '5%' } },
  { value: '0', label: { pl: '0%', en: '0%' } },
  { value: 'zw', label: { pl: 'zw. (zwolnione)', en: 'exempt' } },
  { value: 'np', label: { pl: 'np. (nie podlega)', en: 'not subject' } },
  { value: 'oo', label: { pl: 'oo. (odwrotne obciążenie)', en: 'reverse charge' } },
]

/** In percent; a rate that is a word charges nothing. */
export const percentOf = (rate: string): string => (/^\d+(\.\d+)?$/.test(rate) ? rate : '0')
