/** Conditions of the rows whose value would not fit a field as it is to be: what is counted before the change is made. */
import type { ChoiceValue, FieldDefinition } from '../contract/definition.ts'
import { name, or, sql, type Sql } from '../expression/sql.ts'
import { maxDecimals } from './decimals.ts'
import { defaultMaxLength } from './text/field.ts'

/** What the new definition may say, whichever type it is of. */
interface Limits {
  maxLength?: number
  pattern?: string
  decimals?: number
  min?: number
  max?: number
  choices?: readonly ChoiceValue[]
  kinds?: readonly ChoiceValue[]
}

const anyOf = (conditions: readonly Sql[]): Sql | null => (conditions.length === 0 ? null : or(conditions))

/** Forms in which numbers of each kind are kept. A wrong check digit is no loss: the number stays as it is. */
const keptForms: Readonly<Record<string, string>> = { nip: '^[0-9]{10}$', regon: '^([0-9]{9}|[0-9]{14})$', krs: '^[0-9]{10}$', vat: '^[A-Z]{2,3}[0-9A-Z]{2,13}$' }

export function textLoss(next: FieldDefinition, column: string, alias: string): Sql | null {
  const { maxLength, pattern } = next as Limits
  // A text without a length of its own has that of its type, which is what its declaration means.
  const most = maxLength ?? (next.type === 'text' ? defaultMaxLength : undefined)
  const value = name(alias, column)
  return anyOf([
    ...(most === undefined ? [] : [sql`char_length(${value}) > ${most}`]),
    ...(next.type !== 'text' || pattern === undefined ? [] : [sql`${value} !~ ${keptForms[pattern]}`]),
  ])
}

export function numberLoss(next: FieldDefinition, column: string, alias: string): Sql | null {
  const { decimals = maxDecimals, min, max } = next as Limits
  const value = name(alias, column)
  return anyOf([
    ...(decimals >= maxDecimals ? [] : [sql`scale(trim_scale(${value})) > ${decimals}`]),
    ...(min === undefined ? [] : [sql`${value} < ${min}::numeric`]),
    ...(max === undefined ? [] : [sql`${value} > ${max}::numeric`]),
  ])
}

export const choiceLoss = (next: FieldDefinition, column: string, alias: string): Sql => sql`${name(alias, column)} <> all(${codesOf((next as Limits).choices)}::text[])`

export const choicesLoss = (next: FieldDefinition, column: string, alias: string): Sql => sql`not ${name(alias, column)} <@ ${codesOf((next as Limits).choices)}::text[]`

export const kindsLoss = (next: FieldDefinition, column: string, alias: string): Sql =>
  sql`exists (select from jsonb_array_elements(${name(alias, column)}) entry where entry ->> 'kind' <> all(${codesOf((next as Limits).kinds)}::text[]))`

const codesOf = (choices: readonly ChoiceValue[] = []): string[] => choices.map((choice) => choice.value)
