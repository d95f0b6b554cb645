import { join, name, sql, type Sql } from '../../expression/sql.ts'
import { snake, sortIndex, textForPeople } from '../columns.ts'
import type { Address, FieldServer } from '../field.ts'
import { addressParts } from './parts.ts'

const partColumn = (alias: string, column: string, part: string): Sql => name(alias, `${column}_${snake(part)}`)

/** A column a part, so that city and post code are ordinary columns to filter, sort and group by; one collation, so that they can be joined. */
export const server: FieldServer<'address', Address> = {
  columns: (_field, column) => addressParts.map((part) => ({ name: `${column}_${snake(part)}`, type: textForPeople })),
  toColumns: (value) => addressParts.map((part) => value?.[part] ?? null),
  select: (_field, column, alias) => {
    const columns = addressParts.map((part) => partColumn(alias, column, part))
    return sql`case when num_nonnulls(${join(columns)}) > 0 then array[${join(columns)}] end`
  },
  fromSql: (value) => {
    if (!Array.isArray(value)) return null
    const parts = addressParts.flatMap((part, index) => (typeof value[index] === 'string' ? [[part, value[index]]] : []))
    return Object.fromEntries(parts) as Address
  },
  // The twin of addressLine() in lines.ts.
  expr: (_field, column, alias) => {
    const at = (part: string) => partColumn(alias, column, part)
    const pair = (first: string, second: string) => sql`nullif(concat_ws(' ', ${at(first)}, ${at(second)}), '')`
    return sql`nullif(concat_ws(', ', ${pair('street', 'building')}, ${pair('postalCode', 'city')}, ${at('region')}, ${at('country')}), '')`
  },
  part: (_field, column, alias, part) => partColumn(alias, column, part),
  order: (_field, column, alias) => ({ expression: partColumn(alias, column, 'city'), type: 'text' }),
  indexes: (_field, column) => [sortIndex(`${column}_city`)],
}

