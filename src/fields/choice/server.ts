import { name, sql } from '../../expression/sql.ts'
import { asText, oneColumn } from '../columns.ts'
import type { FieldServer } from '../field.ts'
import { choiceLoss } from '../loss.ts'

export const server: FieldServer<'choice', string> = {
  ...oneColumn<'choice', string>({ type: 'text', fromSql: asText }),
  lossSql: choiceLoss,
  // In the order the administrator gave the values (a process runs from first to last), not by their codes.
  order: (field, column, alias) => ({
    expression: sql`array_position(${field.choices.map((choice) => choice.value)}::text[], ${name(alias, column)})`,
    type: 'int4',
  }),
}
