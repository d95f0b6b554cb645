/** A formula in SQL: its value in the columns that the type of its field would have, whatever the person asking may see. */
import type { FieldDefinition } from '../../../contract/definition.ts'
import type { Typed } from '../../../expression/language.ts'
import { join, name, nothing, raw, sql, type Sql } from '../../../expression/sql.ts'
import { single } from '../../../expression/sqlValue.ts'
import { toCondition, toSql, valueSql } from '../../../expression/toSql.ts'
import { textForPeople } from '../../../fields/columns.ts'
import { serverOf } from '../../../fields/servers.ts'
import { program } from '../access/who.ts'
import type { Ctx } from '../context.ts'
import { columnName } from '../metadata/naming.ts'
import type { Registry } from '../metadata/registry.ts'
import { bindingOf } from '../query/binding.ts'
import { draftFor, joinsOf, rootRow, type Draft, type Row } from '../query/draft.ts'
import { charactersOf, placesOf, wholeDigits } from './value.ts'

type Calculated = { field: FieldDefinition; typed: Typed }

/** `select … as "column", …` for the row of that alias; to be put beside it by LATERAL. One row, always. */
export function formulaSelect(draft: Draft, { object, alias }: Pick<Row, 'object' | 'alias'>, { field, typed }: Calculated): Sql {
  const row: Row = { object, alias, eyes: 'program', joins: [] }
  const columns = serverOf(field).columns(field, columnName(field))
  if (typed.type.kind === 'empty') return sql`select ${join(columns.map((column) => sql`null::${raw(plainType(column.type))} as ${name(column.name)}`))}` // types of the field types
  const binding = bindingOf(draft, row)
  const value = typed.type.kind === 'yesNo' ? toCondition(typed, binding) : typed.type.kind === 'money' ? single(valueSql(typed, binding)) : toSql(typed, binding)
  const from = row.joins!.length === 0 ? nothing : sql` from (values (1)) as one(n)${joinsOf(row)}`
  const fitted = fitting(field, raw('f.v'))
  // offset 0 keeps it one value: taken apart, the planner would compute it once for each mention.
  return sql`select ${join(columns.map((column, place) => sql`${fitted[place]!} as ${name(column.name)}`))} from (select ${value} as v${from} offset 0) as f`
}

const plainType = (type: string): string => type.split(' ')[0]!

/** The twin of `fitted` in value.ts: what the field cannot hold is empty. */
function fitting(field: FieldDefinition, value: Sql): Sql[] {
  switch (field.type) {
    case 'number':
    case 'percent':
      return [number(value, placesOf(field))]
    case 'money':
      return [number(sql`(${value}).amount`, placesOf(field)), sql`case when ${isHeld(sql`(${value}).amount`, placesOf(field))} then (${value}).currency end`]
    case 'choice':
      return [sql`case when ${value} = any(${field.choices.map((choice) => choice.value)}::text[]) then ${value} end`]
    case 'text':
    case 'longText':
      // raw is safe: a constant of the program, and a number.
      return [sql`nullif(left(${value}, ${raw(String(charactersOf(field)))}), '') ${raw(textForPeople.slice('text '.length))}`]
    default:
      return [value]
  }
}

// raw is safe: numbers of the program.
const isHeld = (value: Sql, places: number): Sql => sql`abs(round(${value}, ${raw(String(places))})) < ${raw(`1e${wholeDigits}`)}::numeric`
const number = (value: Sql, places: number): Sql => sql`case when ${isHeld(value, places)} then round(${value}, ${raw(String(places))}) end` // a number of the program

/** For whoever looks only at what it becomes; throws a RefusalError where that is too much for the database. */
export function sqlOf(registry: Registry, formula: Calculated & { object: string }): Sql {
  const ctx: Ctx = {
    registry, who: program, now: new Date(0), timeZone: 'UTC', language: 'en', currency: 'PLN', trace: '', db: null as never,
    origin: { via: 'job', ip: null, agent: null, session: null },
  }
  return formulaSelect(draftFor(ctx), rootRow(registry.object(formula.object), 't'), formula)
}
