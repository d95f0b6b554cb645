/** Which rows: not the trash, archived ones only when asked for, the row rule, the condition, the search box. */
import { name, sql, type Sql } from '../../../expression/sql.ts'
import { ruleOf } from '../access/ways.ts'
import { isYes, no, type Draft, type Row } from './draft.ts'
import { whereSql } from './where.ts'
import type { ListRequest } from './request.ts'
import { searchCondition, type SearchBox } from './search-box.ts'

export type Filter = Pick<ListRequest, 'where' | 'archived' | 'trash' | 'may'>

export interface Filtered {
  conditions: Sql[]
  /** Is it less than all that is in everyday use: by the row rule, or because the trash or the archive is asked for? */
  isNarrowed: boolean
}

/** Conditions on `row`, the row rule always among them; links that conditions follow are joined to the row. */
export function filterOf(draft: Draft, row: Row, filter: Filter, box: SearchBox | null): Filtered {
  const { object, alias } = row
  const verbs = ['read', ...(filter.trash ? ['delete'] : []), ...(filter.may ? [filter.may] : [])] as const
  const rules = verbs.map((verb) => ruleOf(draft, object.name, verb as 'read', alias)).filter((rule) => !isYes(rule))
  const conditions = [
    sql`${name(alias, 'deleted_at')} is ${filter.trash ? notNull : onlyNull}`,
    ...archivedSql(row, filter),
    ...rules,
    ...(hasText(filter.where) ? [whereSql(draft, row, filter.where)] : []),
    ...(box === null ? [] : [searchCondition(draft, row, box)]),
  ]
  return { conditions, isNarrowed: rules.length > 0 || filter.trash === true || filter.archived === 'only' }
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
