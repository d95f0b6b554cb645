/** What expressions come to for some records, or for the records that belong to some: one statement, under the rights of whoever asks. */
import type { Collection, Typed } from '../../../expression/language.ts'
import { and, join, name, raw, sql, type Sql } from '../../../expression/sql.ts'
import { toColumns, toCondition, toSql } from '../../../expression/toSql.ts'
import type { ExprValue } from '../../../expression/types.ts'
import { numberText, Exact } from '../../../expression/value.ts'
import { withMinorUnits } from '../../../fields/decimals.ts'
import { ruleOf } from '../access/ways.ts'
import type { Ctx } from '../context.ts'
import { bindingOf, belongs, walk } from './binding.ts'
import { columnsOf, listPaths, type Answered, type Column } from './columns.ts'
import { draftFor, isYes, joinsOf, rootRow, tableOf, thereFor, type Draft, type Row } from './draft.ts'
import { orderBy, orderKeys } from './order.ts'
import { run, statementOf } from './run.ts'
import { slotValues } from './list.ts'
import { slot } from './slots.ts'

export interface Questions {
  /** Checked with the rights of the person: what may not be read cannot be in it. */
  expressions: readonly Typed[]
  /** Fields by path, as a list shows them: links with names, pictures. */
  columns: readonly string[]
}

export interface OfMany {
  collection: Collection
  where: Typed | null
  /** Left out: as lists of that object come. */
  order: readonly { by: Typed; descending: boolean }[]
}

export interface AnsweredRecord {
  id: string
  /** The record it belongs to, where it was asked for as one of many. */
  of: string
  values: ExprValue[]
  columns: Record<string, unknown>
}

/** Of these records, those that the person may see; in no order. */
export async function answersOf(ctx: Ctx, object: string, ids: readonly string[], questions: Questions): Promise<AnsweredRecord[]> {
  const draft = draftFor(ctx)
  const row = rootRow(ctx.registry.object(object), 't')
  const { select, read } = asked(draft, row, questions)
  const rule = ruleOf(draft, object, 'read', 't')
  const conditions = [sql`t.id = any(${slot('ids', 'uuid[]')})`, sql`t.deleted_at is null`, ...(isYes(rule) ? [] : [rule])]
  const statement = sql`select t.id as id, t.id as of, ${join(select)} from ${tableOf(row)}${joinsOf(row)} where ${and(conditions)}`
  return (await run<Answered>(ctx, statementOf(statement), { ...slotValues(ctx, null), ids })).map(read)
}

/** The many that belong to each of these records, in order; at most `limit` in all. */
export async function answersOfMany(ctx: Ctx, many: OfMany & { object: string; ids: readonly string[]; limit: number }, questions: Questions): Promise<AnsweredRecord[]> {
  const draft = draftFor(ctx)
  const parent = rootRow(ctx.registry.object(many.object), 'p')
  const from = walk(draft, parent, many.collection.links)
  const member = rootRow(ctx.registry.object(many.collection.object), 'm')
  const { select, read } = asked(draft, member, questions)
  const binding = bindingOf(draft, member)
  const conditions = [sql`p.id = any(${slot('ids', 'uuid[]')})`, ...thereFor(draft, parent), ...thereFor(draft, member), ...(many.where === null ? [] : [toCondition(many.where, binding)])]
  const keys = many.order.map(({ by, descending }) => (descending ? sql`${toSql(by, binding)} desc nulls last` : sql`${toSql(by, binding)} nulls last`))
  const order = keys.length > 0 ? [...keys, sql`m.id`] : orderKeys(draft, member, undefined).map((key) => orderBy(key))
  const belonging = belongs(draft, from, member, many.collection.via)
  // raw is safe: a number of the program.
  const statement = sql`select m.id as id, p.id as of, ${join(select)} from ${tableOf(parent)}${joinsOf(parent)} join ${tableOf(member)} on ${belonging}${joinsOf(member)} where ${and(conditions)} order by ${join(order)} limit ${raw(String(many.limit))}`
  return (await run<Answered>(ctx, statementOf(statement), { ...slotValues(ctx, null), ids: many.ids })).map(read)
}

interface Asked {
  select: Sql[]
  read(row: Answered): AnsweredRecord
}

function asked(draft: Draft, row: Row, { expressions, columns }: Questions): Asked {
  const shown: Column[] = columnsOf(draft, row, columns.length === 0 ? [] : listPaths(draft.ctx, row.object, columns))
  const values = expressions.map((typed, index) => valueColumn(draft, row, typed, `e${index}`))
  return {
    select: [raw('null as nothing'), ...shown.flatMap((column) => column.select), ...values.flatMap((value) => value.select)],
    read: (answered) => ({
      id: answered['id'] as string,
      of: answered['of'] as string,
      values: values.map((value) => value.read(answered)),
      columns: Object.fromEntries(shown.map((column) => [column.key, column.read(answered)])),
    }),
  }
}

/** Numbers and moments as text: JavaScript's own would lose digits. */
function valueColumn(draft: Draft, row: Row, typed: Typed, as: string): { select: Sql[]; read(row: Answered): ExprValue } {
  const binding = bindingOf(draft, row)
  const text = (value: Sql) => [sql`(${value})::text as ${name(as)}`]
  const read = (give: (text: string) => ExprValue) => (answered: Answered): ExprValue => (answered[as] === null ? null : give(answered[as] as string))
  switch (typed.type.kind) {
    case 'empty':
      return { select: [], read: () => null }
    case 'yesNo':
      return { select: [sql`${toCondition(typed, binding)} as ${name(as)}`], read: (answered) => answered[as] === true }
    case 'number':
      return { select: text(toSql(typed, binding)), read: read((number) => numberText(new Exact(number))) }
    case 'money': {
      const { value, currency } = toColumns(typed, binding)
      return {
        select: [...text(value), sql`${currency!} as ${name(`${as}_currency`)}`],
        read: (answered) => (answered[as] === null ? null : { amount: withMinorUnits(numberText(new Exact(answered[as] as string)), answered[`${as}_currency`] as string), currency: answered[`${as}_currency`] as string }),
      }
    }
    case 'time':
      return { select: text(toSql(typed, binding)), read: read((time) => time.slice(0, 5)) }
    case 'dateTime':
      return { select: [sql`to_char((${toSql(typed, binding)}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${name(as)}`], read: read((moment) => moment) }
    case 'list':
      return { select: [sql`to_json(${toSql(typed, binding)}) as ${name(as)}`], read: (answered) => (answered[as] as readonly ExprValue[] | null) ?? null }
    default:
      return { select: text(toSql(typed, binding)), read: read((value) => value) }
  }
}
