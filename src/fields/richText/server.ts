import { name } from '../../expression/sql.ts'
import { textForPeople } from '../columns.ts'
import type { FieldServer } from '../field.ts'
import { plainOf } from './field.ts'

/** The text as it is formatted, and its words alone for conditions and formulas. Too long to sort by or to lie in an index. */
export const server: FieldServer<'richText', string> = {
  columns: (_field, column) => [
    { name: column, type: textForPeople },
    { name: `${column}_text`, type: textForPeople },
  ],
  toColumns: (value) => [value, plainOf(value)],
  select: (_field, column, alias) => name(alias, column),
  fromSql: (value) => (typeof value === 'string' ? value : null),
  expr: (_field, column, alias) => name(alias, `${column}_text`),
  order: () => null,
  indexes: () => [],
}
