/** Which records are likely the same as these values: while typing, on import, for batch upserts. One statement a key. */
import type { FieldDefinition, ObjectDefinition, Values } from '../../../contract/definition.ts'
import { and, join, name, raw, sql, type Sql } from '../../../expression/sql.ts'
import { fold } from '../../../expression/fold.ts'
import { serverOf } from '../../../fields/servers.ts'
import { typeOf } from '../../../fields/types.ts'
import { fieldAccess } from '../access/field-access.ts'
import { rowRule } from '../access/row-rule.ts'
import type { Ctx } from '../context.ts'
import { columnName, tableName } from '../metadata/naming.ts'

export interface Match {
  /** Which of the given rows. */
  n: number
  id: string
  name: string
  version: number
  /** The key by which it was found. */
  by: readonly string[]
}

interface KeyPart {
  field: FieldDefinition
  part: string | null
  /** Words are compared without case and diacritics; numbers and addresses as they are. */
  folded: boolean
  /** Two that both lack it are alike in it. */
  mayBeEmpty: boolean
}

/** What `uniqueness` of text means to a person: names in any spelling, identifiers exactly. */
const isFolded = (field: FieldDefinition, part: string | null) => part === 'city' || part === 'street' || ((field.type === 'text' || field.type === 'longText') && !('unique' in field && field.unique) && !('pattern' in field && field.pattern))

/** The parts of a key; null when it names a field that this person may not read. */
export function keyOf(ctx: Ctx, object: ObjectDefinition, key: readonly string[]): KeyPart[] | null {
  const parts = key.map((path): KeyPart | null => {
    const [first = '', part = null, ...rest] = path.split('.')
    const field = ctx.registry.field(object.name, first)
    if (field === null || rest.length > 0 || fieldAccess(ctx, object.name, first) === 'none') return null
    if (part !== null && typeOf(field).parts?.(field)[part] === undefined) return null
    return { field, part, folded: isFolded(field, part), mayBeEmpty: false }
  })
  return parts.includes(null) ? null : withEmpty(parts as KeyPart[])
}

/** What belongs to another record is told apart among its kind: prices of one list without a first day are the same price, two people without a mail are not the same person. */
function withEmpty(parts: KeyPart[]): KeyPart[] {
  const belongs = parts.some(({ field }) => field.type === 'link' && field.required === true)
  return belongs ? parts.map((part) => ({ ...part, mayBeEmpty: part.field.required !== true })) : parts
}

/** The value a key part has in these (accepted) values, as it is compared; null: empty, so the key says nothing. */
export function keyValue({ field, part, folded, mayBeEmpty }: KeyPart, values: Values): string | null {
  const value = values[field.name]
  const nothing = mayBeEmpty ? '' : null
  if (value === null || value === undefined) return nothing
  const type = typeOf(field)
  const plain = part === null ? type.exprValue(value, field) : (type.partValue?.(value, part) ?? null)
  const text = typeof plain === 'object' && plain !== null && 'id' in plain ? plain.id : plain
  if (text === null || typeof text === 'object' || text === '') return nothing
  return folded ? fold(String(text)) : String(text)
}

/** All records of one key, for all rows; the caller's rows only. The trash does not count, past data does. */
async function byKey(ctx: Ctx, object: ObjectDefinition, rows: readonly Values[], key: readonly string[]): Promise<Match[]> {
  const parts = keyOf(ctx, object, key)
  if (parts === null) return []
  const wanted = rows.flatMap((values, n) => {
    const texts = parts.map((part) => keyValue(part, values))
    return texts.includes(null) ? [] : [{ n, texts: texts as string[] }]
  })
  if (wanted.length === 0) return []
  const lists = parts.map((_, at) => sql`${wanted.map(({ texts }) => texts[at]!)}::text[]`)
  const names = parts.map((_, at) => raw(`v${at}`)) // safe: made of a counter
  const conditions = parts.map((part, at) => (part.mayBeEmpty ? sql`${compared(part)} is not distinct from nullif(k.${names[at]!}, '')${castOf(part)}` : sql`${compared(part)} = k.${names[at]!}${castOf(part)}`))
  const found = await ctx.db.rows<Omit<Match, 'by'>>(statement(ctx, object, { wanted, lists, names, conditions }))
  return found.map((match) => ({ ...match, by: key }))
}

function statement(ctx: Ctx, object: ObjectDefinition, { wanted, lists, names, conditions }: { wanted: readonly { n: number }[]; lists: readonly Sql[]; names: readonly Sql[]; conditions: readonly Sql[] }): Sql {
  const order = object.archivable ? raw('k.n, t.archived_at nulls first, t.id') : raw('k.n, t.id')
  return sql`
    select k.n, t.id, ${name('t', columnName(ctx.registry.field(object.name, object.nameField)!))} as name, t.version
    from unnest(${wanted.map(({ n }) => n)}::int[], ${join(lists)}) as k(n, ${join(names)})
    join ${name(tableName(object))} t on ${and(conditions)} and t.deleted_at is null and ${rowRule(ctx, object.name, 'read', 't')}
    order by ${order} limit ${wanted.length * 5 + 20}`
}

function compared({ field, part, folded }: KeyPart): Sql {
  const server = serverOf(field)
  const column = columnName(field)
  const plain = part === null ? server.expr(field, column, 't') : server.part!(field, column, 't', part)
  return folded ? sql`sedno_fold(${plain})` : plain
}

/** The parameter in the column's type, so that its index serves. */
function castOf({ field, part }: KeyPart): Sql {
  if (part !== null) return raw('')
  const [column] = serverOf(field).columns(field, columnName(field))
  const type = column!.type.split(' ')[0]!
  return type === 'text' ? raw('') : raw(`::${type}`) // safe: a type's name from the field's declaration
}

/** For each row the records it is likely the same as, the surest key first. */
export async function findDuplicates(ctx: Ctx, objectName: string, rows: readonly Values[], keys?: readonly (readonly string[])[]): Promise<Match[]> {
  const object = ctx.registry.object(objectName)
  const found = new Map<string, Match>()
  for (const key of keys ?? object.duplicateKeys ?? []) {
    for (const match of await byKey(ctx, object, rows, key)) {
      const place = `${match.n} ${match.id}`
      if (!found.has(place)) found.set(place, match)
    }
  }
  return [...found.values()]
}
