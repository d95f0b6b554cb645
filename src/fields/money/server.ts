import { name, sql } from '../../expression/sql.ts'
import { sortIndex } from '../columns.ts'
import { withMinorUnits } from '../decimals.ts'
import type { FieldServer, Money } from '../field.ts'

/** Two columns: amount and currency. Whoever compares whole amounts of money in SQL uses both parts. */
export const server: FieldServer<'money', Money> = {
  columns: (_field, column) => [
    { name: `${column}_amount`, type: 'numeric' },
    { name: `${column}_currency`, type: 'text' },
  ],
  toColumns: (value) => [value?.amount ?? null, value?.currency ?? null],
  // As text, because a number inside jsonb would lose digits on its way through JavaScript.
  select: (_field, column, alias) => sql`(${name(alias, `${column}_amount`)}::text || ' ' || ${name(alias, `${column}_currency`)})`,
  fromSql: (value) => {
    if (typeof value !== 'string') return null
    const [amount, currency] = value.split(' ') as [string, string]
    return { amount: withMinorUnits(amount, currency), currency }
  },
  expr: (_field, column, alias) => name(alias, `${column}_amount`),
  part: (_field, column, alias, part) => name(alias, `${column}_${part}`),
  order: (_field, column, alias) => ({ expression: name(alias, `${column}_amount`), type: 'numeric' }),
  indexes: (_field, column) => [sortIndex(`${column}_amount`)],
}
