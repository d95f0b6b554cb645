import { asText, oneColumn, textForPeople } from '../columns.ts'
import { textLoss } from '../loss.ts'

export const server = {
  ...oneColumn<'longText', string>({ type: textForPeople, fromSql: asText }),
  lossSql: textLoss,
  // A btree entry holds 2,700 bytes at most: a long text would make the row impossible to write. The search index serves it.
  indexes: () => [],
}
