import { join, name, nothing, sql, type Sql } from '../../../../expression/sql.ts'
import type { Column } from '../../../../fields/field.ts'
import { isTrue } from '../current.ts'
import type { Layout } from '../layout.ts'
import type { Draft, Writing } from '../writing.ts'
import { givenSlot, givenSql, shapeOf } from './given.ts'
import { judgedRows, withinReach } from './judge.ts'
import { runWriting } from './run.ts'
import { outcome, outcomeAlone, told, toldAlone, type StatementOutcome } from './told.ts'

/**
 * Changed records with their history and events in one statement. The rows given are whole, so that rules see the record as it will
 * be; written are the columns that change, so that indexes of the others are left alone. The version makes sure that nothing newer
 * is overwritten. A taken unique value is an error of the database (23505): the caller must be ready to roll back.
 */
export function updateRows(writing: Writing, drafts: readonly Draft[]): Promise<StatementOutcome> {
  const { layout } = writing
  const shape = shapeOf(drafts)
  const changed = layout.fields.filter((field) => drafts.some((draft) => draft.changed.includes(field.name))).map((field) => field.name)
  const moves = drafts.some(({ before, standing }) => before!.deletedAt !== standing.deletedAt || before!.archivedAt !== standing.archivedAt)
  return runWriting(writing, drafts, `update ${moves} ${changed.join()}`, (making, question) => {
    const columns = written(layout, new Set(changed), moves)
    if (shape.single && question.links.length === 0 && isTrue(withinReach(making, question))) return updateAlone(layout, columns)
    return sql`
      with ${givenSql(layout, shape)},
      ${judgedRows(making, question)},
      ${shape.single ? nothing : inTurn(layout)}
      written as (
        update ${layout.table} t set ${setters(columns, ({ name: column }) => name('n', column))}
        from judged n ${shape.single ? nothing : sql`join held on held.id = n.id`} where t.id = n.id and t.version = n.version and n.w_within and n.w_lost = '{}'
        returning t.id, t.version
      ),
      ${told}
      ${outcome}`
  })
}

/** One row of which nothing needs to be asked. */
const updateAlone = (layout: Layout, columns: readonly Column[]): Sql => sql`
  with written as (
    update ${layout.table} t set ${setters(columns, givenSlot)} where t.id = ${givenSlot({ name: 'id', type: 'uuid' })} and t.version = ${givenSlot({ name: 'version', type: 'integer' })}
    returning t.id, t.version
  ),
  ${toldAlone}
  ${outcomeAlone}`

/** Whoever writes many rows takes them in the order of their ids, so that two who write the same ones wait and do not block each other. */
const inTurn = (layout: Layout): Sql => sql`held as materialized (select s.id from ${layout.table} s where s.id in (select g.id from given g) order by s.id for no key update),`

function written(layout: Layout, changed: ReadonlySet<string>, moves: boolean): Column[] {
  const found = layout.searchable.some((field) => changed.has(field.name))
  const system = ['updated_at', 'updated_by', ...(moves ? ['deleted_at', 'deleted_by', 'archived_at'] : []), ...(found ? ['search'] : [])]
  const fields = layout.fields.filter((field) => changed.has(field.name)).flatMap((field) => field.columns)
  return [...layout.columns.filter((column) => system.includes(column.name)), ...fields]
}

const setters = (columns: readonly Column[], value: (column: Column) => Sql): Sql =>
  join([sql`${name('version')} = t.version + 1`, ...columns.map((column) => sql`${name(column.name)} = ${value(column)}`)])
