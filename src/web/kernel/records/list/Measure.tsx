import { asText } from '../../../../fields/as-text.ts'
import type { FieldDefinition } from '../../../../contract/definition.ts'
import { useManner } from '../../ui/language.ts'
import type { Column } from './columns.ts'

/** A sum or an average; money in each currency it came in. */
export function Measure({ column, value }: { column: Column; value: unknown }) {
  const manner = useManner()
  if (value === null || value === undefined) return <>—</>
  if (typeof value === 'object' && !('amount' in value)) {
    const amounts = Object.entries(value as Record<string, string>)
    return <>{amounts.length === 0 ? '—' : amounts.map(([currency, amount]) => asText({ amount: rounded(amount, 2), currency }, column.field, manner)).join(' · ')}</>
  }
  const plain = { ...column.field, decimals: 2 } as FieldDefinition
  return <>{asText(typeof value === 'object' ? value : rounded(String(value), 2), plain, manner)}</>
}

const rounded = (text: string, decimals: number): string => {
  const [whole, fraction = ''] = text.split('.') as [string, string?]
  return fraction.length <= decimals ? text : Number(text).toFixed(decimals).replace(/^-0\.00$/, '0.00') || whole
}
