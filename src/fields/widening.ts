/**
 * A field that gets a wider type keeps all it holds. What lies in its columns is made over by SQL, what history and undo kept
 * of it by the program; each conversion says both, side by side.
 */
import type { ChoiceValue, FieldDefinition } from '../contract/definition.ts'
import { compile, join, name, raw, sql, type Sql } from '../expression/sql.ts'
import { addressParts } from './address/parts.ts'
import { snake } from './columns.ts'
import { withMinorUnits } from './decimals.ts'
import type { Address, Column, Widening } from './field.ts'
import { markupOf } from './richText/markup.ts'
import { serverOf } from './servers.ts'
import { typeOf } from './types.ts'

/** How the values of a field become those of the field it is to be; null when something could be lost, and so it is refused. */
export function wideningOf(field: FieldDefinition, next: FieldDefinition): Widening | null {
  const isPlain = (next as { currency?: string }).currency === undefined
  const found = typeOf(field).widensTo?.find((each) => each.to === next.type) ?? null
  // A bare number says nothing of its currency, so the field must.
  return found?.convert === 'amount' && isPlain ? null : found
}

/** A value that history or undo kept, as the wider type has it. */
export function widened(value: unknown, widening: Widening, next: FieldDefinition): unknown {
  return value === null || value === undefined ? null : conversions[widening.convert].value(value as never, next as Wide)
}

/**
 * The columns that must be written anew, each with its SQL over the old ones; a column not named stays as it is.
 * A column of the same name and another type is to be altered with this as its `using`.
 */
export function widenedColumns(field: FieldDefinition, next: FieldDefinition, of: { column: string; alias: string }): (Column & { value: Sql })[] {
  const widening = wideningOf(field, next)
  if (widening === null) throw new Error(`${field.type} does not widen to ${next.type}`)
  const before = serverOf(field).columns(field, of.column)
  const values = conversions[widening.convert].columns(of, next as Wide, before)
  const stays = (column: Column, value: Sql) => compile(value).text === compile(name(of.alias, column.name)).text && before.some((old) => old.name === column.name && old.type === column.type)
  return serverOf(next).columns(next, of.column).flatMap((column, place) => (stays(column, values[place]!) ? [] : [{ ...column, value: values[place]! }]))
}

type Wide = FieldDefinition & { kinds?: readonly ChoiceValue[]; currency?: string }
type Place = { column: string; alias: string }

interface Conversion {
  value(value: never, next: Wide): unknown
  /** In the order of the wider type's columns. */
  columns(at: Place, next: Wide, before: readonly Column[]): Sql[]
}

const firstKind = ({ kinds = [] }: Wide): string => kinds[0]!.value
const whole = ({ column, alias }: Place): Sql => name(alias, column)
const filled = (value: Sql, made: Sql): Sql => sql`case when ${value} is not null then ${made} end`

/** As a literal: a statement that alters a table takes no parameters. Safe, because a code has nothing that could end it. */
function code(text: string): Sql {
  if (!/^[\p{L}\p{N}_-]+$/u.test(text)) throw new Error(`not a code: ${text}`)
  return raw(`'${text}'::text`) // letters, digits, _ and - alone
}

const conversions: Readonly<Record<Widening['convert'], Conversion>> = {
  same: { value: (value) => value, columns: ({ alias }, _next, before) => before.map((column) => name(alias, column.name)) },
  markup: {
    value: markupOf,
    columns: (at) => [sql`'<p>' || replace(replace(replace(replace(${whole(at)}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), E'\\n', '</p><p>') || '</p>'`, whole(at)],
  },
  list: { value: (value) => [value], columns: (at) => [filled(whole(at), sql`array[${whole(at)}]`)] },
  fileList: { value: (value) => [value], columns: (at) => [filled(whole(at), sql`jsonb_build_array(${whole(at)})`)] },
  entries: {
    value: (value, next) => [{ kind: firstKind(next), value }],
    columns: (at, next) => [
      filled(whole(at), sql`jsonb_build_array(jsonb_build_object('kind', ${code(firstKind(next))}, 'value', ${whole(at)}))`),
      filled(whole(at), sql`array[${whole(at)}]`),
      whole(at),
    ],
  },
  addressEntries: {
    value: (value: Address, next) => [{ kind: firstKind(next), ...value }],
    columns({ column, alias }, next) {
      const parts = addressParts.map((part) => ({ part, value: name(alias, `${column}_${snake(part)}`) }))
      const line = serverOf({ type: 'address' } as FieldDefinition).expr({ type: 'address' } as FieldDefinition, column, alias)
      const document = join([sql`'kind', ${code(firstKind(next))}`, ...parts.map(({ part, value }) => sql`${code(part)}, ${value}`)])
      const mains = serverOf(next).columns(next, column).slice(2).map((main) => name(alias, main.name))
      return [filled(line, sql`jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(${document})))`), filled(line, sql`array[${line}]`), ...mains]
    },
  },
  amount: {
    value: (value: string, next) => ({ amount: withMinorUnits(value, next.currency!), currency: next.currency }),
    columns: (at, next) => [whole(at), filled(whole(at), sql`${code(next.currency!)}`)],
  },
}
