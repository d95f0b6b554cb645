/** Values as texts, for `&`: numbers in canonical digits, dates as 2026-01-31, moments by the person's clock, empty ones as nothing. */
import { localText } from './calendar.ts'
import type { Circumstances } from './language.ts'
import { join, sql, type Sql } from './sql.ts'
import { single, type SqlValue } from './sqlValue.ts'
import type { ExprType } from './types.ts'
import { isExact, isMoney, numberText, type Value } from './value.ts'

export function joinedText(parts: readonly Value[], types: readonly ExprType[], circumstances: Circumstances): string | null {
  return parts.map((part, index) => textOf(part, types[index]!, circumstances)).join('') || null
}

function textOf(value: Value, type: ExprType, circumstances: Circumstances): string {
  if (value === null) return ''
  if (isExact(value)) return numberText(value)
  if (isMoney(value)) return `${numberText(value.amount)} ${value.currency}`
  return type.kind === 'dateTime' ? localText(value as string, circumstances.timeZone) : (value as string)
}

export function joinedSql(parts: readonly SqlValue[], circumstances: Circumstances): Sql {
  return sql`nullif(concat(${join(parts.map((part) => textSqlOf(part, circumstances)))}), '')`
}

function textSqlOf(part: SqlValue, circumstances: Circumstances): Sql {
  switch (part.type.kind) {
    case 'number':
      return sql`trim_scale(${part.sql})::text`
    case 'money':
      return sql`sedno_money_text(${single(part)})`
    case 'date':
      return sql`to_char(${part.sql}, 'YYYY-MM-DD')`
    case 'time':
      return sql`left(${part.sql}::text, 5)`
    case 'dateTime':
      return sql`to_char(${part.sql} at time zone ${circumstances.timeZone}::text, 'YYYY-MM-DD HH24:MI')`
    default:
      return part.sql
  }
}
