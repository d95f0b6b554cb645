import type { Values } from '../../../contract/definition.ts'
import { decimal, inCoins, written } from '../../../contract/selling/coins.ts'
import { minorUnitsOf } from '../../../fields/decimals.ts'
import type { Money } from '../../../fields/field.ts'

/** What is invoiced, in the order in which it is written down; only what was read is there. */
export interface AccountingData {
  order: Values
  buyer: Values
  lines: Values[]
  taxes: { rate: string; net: string; vat: string; gross: string }[]
}

const amountOf = (value: unknown): string => (value as Money | null)?.amount ?? '0'
const sumFields = ['net', 'vat', 'gross'] as const

/** By rate; the tax of a rate has been shared among its lines, so their sum is the tax itself. */
export function taxesOf(lines: readonly Values[], currency: string): AccountingData['taxes'] {
  if (lines.some((line) => sumFields.some((field) => !(field in line)) || !('vatRate' in line))) return []
  const digits = minorUnitsOf(currency)
  return [...Map.groupBy(lines, (line) => String(line['vatRate'] ?? ''))].map(([rate, some]) => {
    const sum = (field: string) => written(some.reduce((all, line) => all + inCoins(decimal(amountOf(line[field])), digits), 0n), digits)
    return { rate, net: sum('net'), vat: sum('vat'), gross: sum('gross') }
  })
}
