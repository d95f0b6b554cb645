/** contains, starts with, ends with: on folded texts; a part that is known becomes a LIKE that a trigram index serves. */
import { fold } from './fold.ts'
import type { CompareOperator } from './language.ts'
import { definite, type CompareNode } from './compareSql.ts'
import { raw, sql, type Sql } from './sql.ts'
import { truth, type SqlValue } from './sqlValue.ts'

export function lookSql({ operator, negated }: CompareNode, left: SqlValue, part: SqlValue): SqlValue {
  if (left.constant === null || part.constant === null) return truth(raw(String(negated)))
  if (left.type.kind !== 'list') return definite(looks(operator, left.sql, part), [left, part], negated)
  const some = sql`exists (select from unnest(${left.sql}) as sedno_each (value) where ${looks(operator, raw('sedno_each.value'), part)})`
  return truth(negated ? sql`(not ${some})` : some)
}

function looks(operator: CompareOperator, text: Sql, part: SqlValue): Sql {
  const whole = sql`sedno_fold(${text})`
  if (typeof part.constant === 'string') return sql`${whole} like ${pattern(operator, fold(part.constant))}::text`
  const wanted = sql`sedno_fold(${part.sql}) collate "C"`
  if (operator === 'contains') return sql`strpos(${whole}, ${wanted}) > 0`
  return operator === 'starts with' ? sql`starts_with(${whole}, ${wanted})` : sql`starts_with(reverse(${whole}), reverse(${wanted}))`
}

function pattern(operator: CompareOperator, folded: string): string {
  const escaped = folded.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return `${operator === 'starts with' ? '' : '%'}${escaped}${operator === 'ends with' ? '' : '%'}`
}
