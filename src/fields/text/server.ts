import { asText, oneColumn, sortIndex, textForPeople } from '../columns.ts'
import type { FieldServer } from '../field.ts'
import { defaultMaxLength } from './field.ts'

/** A btree entry holds 2,700 bytes at most and a character may take four: a longer text would make its row impossible to write. */
const longestIndexed = 650

export const server: FieldServer<'text', string> = {
  ...oneColumn<'text', string>({ type: textForPeople, fromSql: asText, sortedAs: 'text' }),
  indexes: (field, column) => ((field.maxLength ?? defaultMaxLength) <= longestIndexed ? [sortIndex(column)] : []),
}
