import { name, nothing, raw, sql, type Sql } from '../../../../expression/sql.ts'
import type { Layout } from '../layout.ts'
import type { Draft, Writing } from '../writing.ts'
import { givenRows } from './given.ts'
import { judgedRows } from './judge.ts'
import { prepare } from './prepare.ts'
import { outcome, toldOf, type StatementOutcome } from './told.ts'

/**
 * Changed records with their history and events in one statement. Every column is written from the whole record, so that one
 * prepared statement serves all changes of an object; the version makes sure that nothing newer is overwritten.
 * A taken unique value is an error of the database (23505): the caller must be ready to roll back.
 */
export async function updateRows(writing: Writing, drafts: readonly Draft[]): Promise<StatementOutcome> {
  const { layout, ctx } = writing
  const statement = sql`
    with ${givenRows(writing, drafts)},
    ${judgedRows(writing, { standing: sql` left join ${layout.table} s on s.id = n.id and s.version = n.version` })},
    ${drafts.length === 1 ? nothing : inTurn(layout)}
    written as (
      update ${layout.table} t set ${setters(layout)}
      from judged n ${drafts.length === 1 ? nothing : raw('join held on held.id = n.id')} where t.id = n.id and t.version = n.version and n.w_within and n.w_lost = '{}'
      returning t.id, t.version
    ),
    ${toldOf(writing)}
    ${outcome}`
  const [row] = await prepare<StatementOutcome>(ctx.db, statement)
  return row!
}

/** Whoever writes many rows takes them in the order of their ids, so that two who write the same ones wait and do not block each other. */
const inTurn = (layout: Layout): Sql => sql`held as materialized (select s.id from ${layout.table} s where s.id in (select g.id from given g) order by s.id for no key update),`

const never = new Set(['id', 'version', 'created_at', 'created_by'])

function setters(layout: Layout): Sql {
  const columns = layout.columns.filter((column) => !never.has(column.name)).map((column) => `"${column.name}" = n."${column.name}"`)
  return sql`${name('version')} = t.version + 1, ${raw(columns.join(', '))}` // names from the registry
}
