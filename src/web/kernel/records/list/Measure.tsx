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
  if (typeof value === 'object') return <>{asText(value, column.field, manner)}</>
  // As many decimals as the field has, or as the average brings: three things are not 3,00 things.
  const figure = rounded(String(value))
  const declared = 'decimals' in column.field ? (column.field.decimals ?? 0) : 0
  const decimals = Math.max(declared, (figure.split('.')[1] ?? '').length)
  return <>{asText(figure, { ...column.field, decimals } as FieldDefinition, manner)}</>
}

/** Averages come with all their digits. */
const rounded = (text: string): string => ((text.split('.')[1] ?? '').length <= 2 ? text : Number(text).toFixed(2))
