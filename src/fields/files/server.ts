import { name, sql } from '../../expression/sql.ts'
import type { FieldServer, FileValue } from '../field.ts'

export const server: FieldServer<'files', FileValue[]> = {
  columns: (_field, column) => [{ name: column, type: 'jsonb' }],
  toColumns: (value) => [value],
  select: (_field, column, alias) => name(alias, column),
  fromSql: (value) => (Array.isArray(value) && value.length > 0 ? (value as FileValue[]) : null),
  expr: (_field, column, alias) => {
    const whole = name(alias, column)
    return sql`case when ${whole} is not null then array(select entry ->> 'name' from jsonb_array_elements(${whole}) with ordinality as listed(entry, place) order by place) end`
  },
  order: () => null,
  indexes: () => [],
}
