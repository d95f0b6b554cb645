/** Values that no column holds: computed beside the row whenever they are asked for, and from there on like columns. */
import type { FieldDefinition } from '../../../contract/definition.ts'
import { name, sql, type Sql } from '../../../expression/sql.ts'
import { formulasOf } from '../formulas/plan.ts'
import { formulaSelect } from '../formulas/sql.ts'
import { freshAlias, type Draft, type Row } from './draft.ts'

/** The alias under which the field's columns stand: the row's own, or that of the value joined to it. */
export function aliasOf(draft: Draft, row: Row, field: FieldDefinition): string {
  if (field.computed !== 'live') return row.alias
  if (row.joins === null) throw new Error(`no joins at ${row.alias}`)
  const known = row.joins.find((each) => each.from === row.alias && each.field === field.name)
  if (known !== undefined) return known.row.alias
  const alias = freshAlias(draft)
  // Of a linked record that is not there nothing is counted: not even zero.
  row.joins.push({ from: row.alias, field: field.name, row: { ...row, alias }, sql: sql` left join lateral (${liveSelect(draft, row, field)}) ${name(alias)} on ${name(row.alias, 'id')} is not null` })
  return alias
}

/** SQL over the field's columns, wherever they stand: a row without joins computes the value in a subselect. */
export function atField(draft: Draft, row: Row, field: FieldDefinition, give: (alias: string) => Sql): Sql {
  if (field.computed !== 'live' || row.joins !== null) return give(aliasOf(draft, row, field))
  const alias = freshAlias(draft)
  return sql`(select ${give(alias)} from (${liveSelect(draft, row, field)}) ${name(alias)})`
}

function liveSelect(draft: Draft, row: Row, field: FieldDefinition): Sql {
  const formula = formulasOf(draft.ctx.registry).of(row.object.name, field.name)
  if (formula === null) throw new Error(`no formula: ${row.object.name}.${field.name}`)
  return formulaSelect(draft, row, formula)
}
