/** Which rows: not the trash, archived ones only when asked for, the row rule, the condition, the search box. */
import { name, sql, type Sql } from '../../../expression/sql.ts'
import { refuse } from '../../../contract/refusal.ts'
import { canRead } from '../access/field-access.ts'
import { effortOfRule, ruleOf } from '../access/ways.ts'
import { columnName } from '../metadata/naming.ts'
import { isYes, no, type Draft, type Row } from './draft.ts'
import { whereSql } from './where.ts'
import type { ListRequest } from './request.ts'
import { slot } from './slots.ts'
import { texts } from './texts.ts'
import { searchCondition, type SearchBox } from './search-box.ts'

export type Filter = Pick<ListRequest, 'where' | 'linkedTo' | 'archived' | 'trash' | 'may'>

export interface Filtered {
  conditions: Sql[]
  /** What the search box asks, which is among the conditions too. */
  words: Sql | null
  /** Is it less than all that is in everyday use: by the row rule, or because the trash or the archive is asked for? */
  isNarrowed: boolean
  /** Beyond it a count only says "over". */
  bound: number
}

const usualBound = 10_000
/** Where a row rule looks at other records for each row: what takes a millisecond by the row's own values takes twenty. */
const farBound = 1_000

/** Conditions on `row`, the row rule always among them; links that conditions follow are joined to the row. */
export function filterOf(draft: Draft, row: Row, filter: Filter, box: SearchBox | null): Filtered {
  const { object, alias } = row
  const verbs = ['read', ...(filter.trash ? ['delete'] : []), ...(filter.may ? [filter.may] : [])] as const
  const rules = verbs.map((verb) => ruleOf(draft, object.name, verb as 'read', alias)).filter((rule) => !isYes(rule))
  const words = box === null ? null : searchCondition(draft, row, box)
  const conditions = [
    sql`${name(alias, 'deleted_at')} is ${filter.trash ? notNull : onlyNull}`,
    ...archivedSql(row, filter),
    ...rules,
    ...(filter.linkedTo === undefined ? [] : [linkedSql(draft, row, filter.linkedTo.link)]),
    ...(hasText(filter.where) ? [whereSql(draft, row, filter.where)] : []),
    ...(words === null ? [] : [words]),
  ]
  const isFar = verbs.some((verb) => effortOfRule(draft, object.name, verb as 'read') > 1)
  return { conditions, words, isNarrowed: rules.length > 0 || filter.trash === true || filter.archived === 'only', bound: isFar ? farBound : usualBound }
}

/** Which record it is comes as a slot, so that the statement is one for all of them. A link he may not read leads nowhere. */
function linkedSql(draft: Draft, { object, alias }: Row, link: string): Sql {
  const field = canRead(draft.ctx, object.name, link) ? draft.ctx.registry.field(object.name, link) : null
  if (field === null) return refuse('unknown_field', texts.unknownField, { field: 'linkedTo', values: { name: link }, status: 400 })
  const column = name(alias, columnName(field))
  return field.type === 'links' ? sql`${column} @> array[${slot('linkedTo', 'uuid')}]` : sql`${column} = ${slot('linkedTo', 'uuid')}`
}

const onlyNull = sql`null`
const notNull = sql`not null`

export const hasText = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

/** The trash shows all that lies in it. */
function archivedSql({ object, alias }: Row, { archived = 'no', trash }: Filter): Sql[] {
  if (archived === 'all' || (trash && archived === 'no')) return []
  if (!object.archivable) return archived === 'only' ? [no] : []
  return [sql`${name(alias, 'archived_at')} is ${archived === 'only' ? notNull : onlyNull}`]
}
