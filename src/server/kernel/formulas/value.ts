/** A formula's result as a value of its field. sql.ts does the same in the database. */
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { ExprValue } from '../../../expression/types.ts'
import { roundTo } from '../../../expression/functions/numbers.ts'
import { Exact, numberText } from '../../../expression/value.ts'
import { defaultMaxLength as longTextLength } from '../../../fields/longText/field.ts'
import { defaultMaxLength as textLength } from '../../../fields/text/field.ts'
import { maxDecimals, maxWholeDigits, withMinorUnits } from '../../../fields/decimals.ts'

export const wholeDigits = maxWholeDigits

/** Decimal places that are kept. Amounts of money are rounded as they are paid. */
export const placesOf = (field: FieldDefinition): number => (field.type === 'money' ? 2 : Math.min(('decimals' in field ? field.decimals : undefined) ?? maxDecimals, maxDecimals))

/** The longest text that is kept; more is cut off. */
export const charactersOf = (field: FieldDefinition): number => ('maxLength' in field ? field.maxLength : undefined) ?? (field.type === 'longText' ? longTextLength : textLength)

/** The value as the field keeps it: numbers rounded to its places; what it cannot hold is empty. */
export function fitted(field: FieldDefinition, result: ExprValue): unknown {
  if (result === null) return null
  switch (field.type) {
    case 'number':
    case 'percent':
      return numberHeld(String(result as string | number), placesOf(field))
    case 'money': {
      const { amount, currency } = result as { amount: string; currency: string }
      const held = numberHeld(amount, placesOf(field))
      return held === null ? null : { amount: withMinorUnits(held, currency), currency }
    }
    case 'choice':
      return field.choices.some(({ value }) => value === result) ? result : null
    case 'text':
    case 'longText':
      return [...(result as string)].slice(0, charactersOf(field)).join('')
    default:
      return result
  }
}

function numberHeld(text: string, places: number): string | null {
  const number = roundTo(new Exact(text), places)
  return number.abs().lessThan(`1e${wholeDigits}`) ? numberText(number) : null
}
