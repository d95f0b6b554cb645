/** What the caller may do with each row, computed in the statement that reads it. */
import type { Abilities } from '../../../contract/records.ts'
import type { Verb } from '../../../contract/definition.ts'
import { name, sql, type Sql } from '../../../expression/sql.ts'
import { ruleOf } from '../access/ways.ts'
import type { Answered } from './columns.ts'
import { isNo, isYes, sameSql, type Draft, type Row } from './draft.ts'

export interface AbilityColumns {
  select: Sql[]
  read(row: Answered): Abilities
}

/** Rules that come to the same as the rule for reading need no SQL: the row was read. */
export function abilitiesOf(draft: Draft, row: Row, mayBeTrash: boolean): AbilityColumns {
  const change = abilityOf(draft, row, 'change', mayBeTrash)
  const remove = abilityOf(draft, row, 'delete', mayBeTrash)
  return { select: [...change.select, ...remove.select], read: (answered) => ({ change: change.read(answered), delete: remove.read(answered) }) }
}

function abilityOf(draft: Draft, row: Row, verb: Verb, mayBeTrash: boolean): { select: Sql[]; read(row: Answered): boolean } {
  const rule = ruleOf(draft, row.object.name, verb, row.alias)
  if (isNo(rule)) return { select: [], read: () => false }
  const isSure = isYes(rule) || sameSql(rule, ruleOf(draft, row.object.name, 'read', row.alias))
  if (isSure && !mayBeTrash) return { select: [], read: () => true }
  const as = `may_${verb}`
  const alive = sql`${name(row.alias, 'deleted_at')} is null`
  const whole = isSure ? alive : mayBeTrash ? sql`(${alive} and ${rule})` : rule
  return { select: [sql`${whole} as ${name(as)}`], read: (answered) => answered[as] === true }
}
