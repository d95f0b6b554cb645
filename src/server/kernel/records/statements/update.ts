import { join, name, nothing, sql, type Sql } from '../../../../expression/sql.ts'
import type { Layout } from '../layout.ts'
import type { Draft, Writing } from '../writing.ts'
import { givenSql, shapeOf } from './given.ts'
import { judgedRows } from './judge.ts'
import { runWriting } from './run.ts'
import { outcome, told, type StatementOutcome } from './told.ts'

/**
 * Changed records with their history and events in one statement. The rows given are whole, so that rules see the record as it will
 * be; written are the columns that change, so that indexes of the others are left alone. The version makes sure that nothing newer
 * is overwritten. A taken unique value is an error of the database (23505): the caller must be ready to roll back.
 */
export function updateRows(writing: Writing, drafts: readonly Draft[]): Promise<StatementOutcome> {
  const { layout, verb } = writing
  const many = drafts.length > 1
  const changed = layout.fields.filter((field) => drafts.some((draft) => draft.changed.includes(field.name))).map((field) => field.name)
  return runWriting(writing, drafts, `update ${changed.join()}`, (making) => sql`
    with ${givenSql(layout, shapeOf(drafts))},
    ${judgedRows(making, { layout, verb, changes: true })},
    ${many ? inTurn(layout) : nothing}
    written as (
      update ${layout.table} t set ${setters(layout, new Set(changed))}
      from judged n ${many ? sql`join held on held.id = n.id` : nothing} where t.id = n.id and t.version = n.version and n.w_within and n.w_lost = '{}'
      returning t.id, t.version
    ),
    ${told}
    ${outcome}`)
}

/** Whoever writes many rows takes them in the order of their ids, so that two who write the same ones wait and do not block each other. */
const inTurn = (layout: Layout): Sql => sql`held as materialized (select s.id from ${layout.table} s where s.id in (select g.id from given g) order by s.id for no key update),`

function setters(layout: Layout, changed: ReadonlySet<string>): Sql {
  const { archivable } = layout.object
  const system = ['updated_at', 'updated_by', 'deleted_at', 'deleted_by', ...(archivable ? ['archived_at'] : []), ...(changed.size > 0 ? ['search'] : [])]
  const fields = layout.fields.filter((field) => changed.has(field.name)).flatMap((field) => field.columns.map((column) => column.name))
  return join([sql`${name('version')} = t.version + 1`, ...[...system, ...fields].map((column) => sql`${name(column)} = ${name('n', column)}`)])
}
