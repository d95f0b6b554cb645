import { asText } from '../../../../fields/as-text.ts'
import type { FieldDefinition } from '../../../../contract/definition.ts'
import { useManner } from '../../ui/language.ts'
import { countText } from '../../ui/number.ts'
import type { Column } from './columns.ts'

/** A sum or an average; money in each currency it came in. `whole`: without decimals, where there is little room. */
export function Measure({ column, value, whole = false }: { column: Column; value: unknown; whole?: boolean }) {
  const manner = useManner()
  if (value === null || value === undefined) return <>—</>
  if (typeof value === 'object' && !('amount' in value)) {
    const amounts = Object.entries(value as Record<string, string>)
    const said = ([currency, amount]: [string, string]) =>
      whole ? `${countText(Math.round(Number(amount)), manner.language)} ${currency}` : asText({ amount: rounded(amount), currency }, column.field, manner)
    return <>{amounts.length === 0 ? '—' : amounts.map(said).join(' · ')}</>
  }
  const plain = { ...column.field, decimals: 2 } as FieldDefinition
  return <>{asText(typeof value === 'object' ? value : rounded(String(value)), plain, manner)}</>
}

/** Averages come with all their digits. */
const rounded = (text: string): string => ((text.split('.')[1] ?? '').length <= 2 ? text : Number(text).toFixed(2))
