import { name, sql } from '../../expression/sql.ts'
import { oneColumn } from '../columns.ts'
import { plain } from '../decimals.ts'
import type { FieldServer } from '../field.ts'
import { numberLoss } from '../loss.ts'
import { usualStars } from './field.ts'

/** Kept as any number, so that it is counted with others as it stands. */
export const server: FieldServer<'rating', string> = {
  ...oneColumn<'rating', string>({ type: 'numeric', fromSql: (value) => plain(String(value)), sortedAs: 'numeric' }),
  lossSql: (next, column, alias) => (next.type === 'rating' ? sql`${name(alias, column)} > ${next.stars ?? usualStars}` : numberLoss(next, column, alias)),
}
