/** Records that tell by what they are: a plan of margins is there only for those who may read margins. */
import type { ObjectDefinition } from '../../../contract/definition.ts'
import { and, sql, type Sql } from '../../../expression/sql.ts'
import { isNo, isYes, type Draft } from '../query/draft.ts'
import { conditionOf } from '../query/where.ts'
import { canRead, type Rights } from './field-access.ts'

/** Conditions of its records that tell him what he may not read. */
export function untold(rights: Rights, { tellsOf = [] }: ObjectDefinition): string[] {
  return tellsOf.filter(({ fields }) => !fields.every((path) => canRead(rights, ...fieldAt(path)))).map(({ when }) => when)
}

const fieldAt = (path: string): [object: string, field: string] => {
  const [object, field] = path.split('.')
  return [object!, field!]
}

/** Of the rows that his rights reach, those that tell him nothing he may not read. Whether they do is judged with the eyes of the program. */
export function besideUntold(draft: Draft, object: ObjectDefinition, { alias, reached }: { alias: string; reached: Sql }): Sql {
  if (isNo(reached)) return reached
  const conditions = untold(draft.ctx, object).map((when) => sql`(${conditionOf(draft, { object, alias, eyes: 'program', joins: null }, when)}) is not true`)
  return conditions.length === 0 ? reached : and([...(isYes(reached) ? [] : [reached]), ...conditions])
}
