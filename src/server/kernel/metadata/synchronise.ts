/** Makes the database hold what the registry declares. Only adds: no values are dropped or retyped here. */
import { name, raw, sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'
import type { Registry } from './registry.ts'
import { shapeOf, type TableShape } from './shape.ts'

export const synchroniseLock = 7_336_002

interface Existing {
  /** table → column → type as PostgreSQL calls it */
  columns: Map<string, Map<string, string>>
  /** Names of indexes and foreign keys. */
  named: Set<string>
}

/** Safe when several processes start at once. Gives the statements that were run: empty when all was there. */
export async function synchronise(db: Db, registry: Registry): Promise<string[]> {
  const shapes = shapesOf(registry)
  if (inOrder(missing(shapes, await existing(db))).length === 0) return []
  return db.transaction(async (tx) => {
    await tx.rows(sql`select pg_advisory_xact_lock(${synchroniseLock})`)
    // A table in long use must not stop everybody else: give up and be started again rather than queue.
    await tx.rows(sql`set local lock_timeout = '20s'`)
    const found = await existing(tx)
    await refuseOtherTypes(tx, shapes, found)
    const parts = missing(shapes, found)
    await dropUnfinished(tx, parts)
    const statements = inOrder(parts)
    // raw is safe: the text is made of names the registry allows and of the field types' own constants.
    for (const statement of statements) await tx.rows(raw(statement))
    return statements
  })
}

/** An index whose building beside the others' work was cut off is of no use, and its name is taken. */
async function dropUnfinished(db: Db, { indexes }: MissingParts): Promise<void> {
  const unfinished = await db.rows<{ name: string }>(sql`
    select c.relname as name from pg_class c join pg_index i on i.indexrelid = c.oid and not i.indisvalid
     where c.relnamespace = current_schema()::regnamespace and c.relname = any(${indexes.map((index) => index.name)})`)
  for (const index of unfinished) await db.rows(sql`drop index ${name(index.name)}`)
}

async function existing(db: Db): Promise<Existing> {
  const columns = await db.rows<{ table: string; column: string; type: string }>(sql`
    select c.relname as table, a.attname as column, a.atttypid::regtype::text as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')`)
  const named = await db.rows<{ name: string }>(sql`
    select c.relname as name from pg_class c join pg_index i on i.indexrelid = c.oid and i.indisvalid where c.relnamespace = current_schema()::regnamespace
    union all select conname from pg_constraint where connamespace = current_schema()::regnamespace and contype = 'f'`)
  const byTable: Existing['columns'] = new Map()
  for (const { table, column, type } of columns) {
    const known = byTable.get(table) ?? new Map<string, string>()
    byTable.set(table, known.set(column, type))
  }
  return { columns: byTable, named: new Set(named.map((row) => row.name)) }
}

export interface Part {
  table: string
  name: string
  statement: string
}

/** What the registry declares and the database lacks. */
export interface MissingParts {
  tables: Part[]
  columns: Part[]
  indexes: Part[]
  links: Part[]
}

export async function missingParts(db: Db, registry: Registry): Promise<MissingParts> {
  return missing(shapesOf(registry), await existing(db))
}

function missing(shapes: readonly TableShape[], found: Existing): MissingParts {
  const isThere = (shape: TableShape) => found.columns.has(shape.table)
  return {
    tables: shapes.filter((shape) => !isThere(shape)).map(({ table, columns }) => ({
      table, name: table, statement: `create table ${quoted(table)} (${columns.map((column) => `${quoted(column.name)} ${column.type}`).join(', ')})`,
    })),
    columns: shapes.filter(isThere).flatMap(({ table, columns }) => columns
      .filter((column) => !found.columns.get(table)!.has(column.name))
      .map((column) => ({ table, name: column.name, statement: `alter table ${quoted(table)} add column ${quoted(column.name)} ${column.type}` }))),
    indexes: shapes.flatMap(({ table, indexes }) => indexes
      .filter((index) => !found.named.has(index.name))
      .map((index) => ({ table, name: index.name, statement: `create ${index.unique ? 'unique ' : ''}index ${quoted(index.name)} on ${quoted(table)} ${index.definition}` }))),
    links: shapes.flatMap(({ table, links }) => links
      .filter((link) => !found.named.has(link.name))
      .map((link) => ({
        table, name: link.name,
        statement: `alter table ${quoted(table)} add constraint ${quoted(link.name)} foreign key (${quoted(link.column)}) references ${quoted(link.target)} (id) deferrable initially immediate`,
      }))),
  }
}

/** Tables first, then columns, then indexes, and links last: they need the tables they lead to. */
const inOrder = ({ tables, columns, indexes, links }: MissingParts): string[] => [...tables, ...columns, ...indexes, ...links].map(({ statement }) => statement)

const shapesOf = (registry: Registry): TableShape[] => [...registry.objects.values()].map((object) => shapeOf(object, registry))

/** A declaration whose type changed would read the old values as something else: that needs a migration written by hand. */
async function refuseOtherTypes(db: Db, shapes: readonly TableShape[], found: Existing): Promise<void> {
  const declared = shapes.flatMap((shape) => shape.columns.map((column) => ({ table: shape.table, column: column.name, type: bareType(column.type) })))
  const kinds = [...new Set(declared.map((column) => column.type))]
  const rows = await db.rows<{ kind: string; type: string }>(sql`select kind, to_regtype(kind)::text as type from unnest(${kinds}::text[]) as kind`)
  const canonical = new Map(rows.map((row) => [row.kind, row.type]))
  const wrong = declared.flatMap(({ table, column, type }) => {
    const has = found.columns.get(table)?.get(column)
    return has === undefined || has === canonical.get(type) ? [] : [`${table}.${column} is ${has}, declared as ${type}`]
  })
  if (wrong.length > 0) throw new Error(`columns of another type than declared: ${wrong.join('; ')}`)
}

/** 'text collate "pl-x-icu"' → 'text', 'timestamptz(3) not null' → 'timestamptz' */
function bareType(type: string): string {
  return type.replace(/ (collate|not null|default|primary key|generated).*$/i, '').replace(/\(\d+(,\d+)?\)/, '')
}

/** name() refuses whatever could leave the quotes. */
const quoted = (identifier: string): string => name(identifier).pieces[0]!
