import { name, sql } from '../../expression/sql.ts'
import type { FieldServer, FileValue } from '../field.ts'

/** What the server keeps of one stored file: a small document; the contents lie elsewhere, by hash. */
export function documentServer<T extends 'file' | 'picture'>(): FieldServer<T, FileValue> {
  return {
    columns: (_field, column) => [{ name: column, type: 'jsonb' }],
    toColumns: (value) => [value],
    select: (_field, column, alias) => name(alias, column),
    fromSql: (value) => (value as FileValue | null) ?? null,
    expr: (_field, column, alias) => sql`(${name(alias, column)} ->> 'name')`,
    order: (_field, column, alias) => ({ expression: sql`(${name(alias, column)} ->> 'name')`, type: 'text' }),
    indexes: (_field, column) => [`using btree (("${column}" ->> 'name'), "id")`],
  }
}
