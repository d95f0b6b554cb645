import { asText, oneColumn, sortIndex, textForPeople } from '../columns.ts'
import type { FieldServer } from '../field.ts'
import { textLoss } from '../loss.ts'
import { defaultMaxLength, longestIndexed } from './field.ts'

export const server: FieldServer<'text', string> = {
  ...oneColumn<'text', string>({ type: textForPeople, fromSql: asText, sortedAs: 'text' }),
  lossSql: textLoss,
  indexes: (field, column) => ((field.maxLength ?? defaultMaxLength) <= longestIndexed ? [sortIndex(column)] : []),
}
