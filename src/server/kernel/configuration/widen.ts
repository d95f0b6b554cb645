/** Columns of a field that gets a wider type, made over within the change: nothing that was in them is lost. */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { join, name, raw, sql } from '../../../expression/sql.ts'
import { serverOf } from '../../../fields/servers.ts'
import { widenedColumns } from '../../../fields/widening.ts'
import type { Db } from '../db/database.ts'
import { columnName, tableName } from '../metadata/naming.ts'
import { lockBriefly } from './columns.ts'

/**
 * New columns first, filled from the old ones; then those whose type changes, all in one statement, so that each is made of the row as
 * it was. Writes the whole table anew where the type cannot be reinterpreted, and holds others up for as long.
 */
export async function widenColumns(tx: Db, object: ObjectDefinition, before: FieldDefinition, after: FieldDefinition): Promise<void> {
  const table = name(tableName(object))
  const column = columnName(before)
  const had = new Map(serverOf(before).columns(before, column).map((each) => [each.name, each.type]))
  const written = widenedColumns(before, after, { column, alias: tableName(object) })
  const added = written.filter((each) => !had.has(each.name))
  const retyped = written.filter((each) => had.has(each.name))
  await tx.rows(lockBriefly)
  // raw is safe here and below: SQL types are constants of the field types.
  for (const each of added) await tx.rows(sql`alter table ${table} add column ${name(each.name)} ${raw(each.type)}`)
  if (added.length > 0) await tx.rows(sql`update ${table} set ${join(added.map((each) => sql`${name(each.name)} = ${each.value}`))} where ${name([...had.keys()][0]!)} is not null`)
  if (retyped.length === 0) return
  await dropIndexesOf(tx, tableName(object), retyped.map((each) => each.name))
  await tx.rows(sql`alter table ${table} ${join(retyped.map((each) => sql`alter column ${name(each.name)} type ${raw(each.type)} using ${each.value}`))}`)
}

/** They are of the old type's making; those of the new type are made afterwards. Foreign keys cannot hold a list. */
async function dropIndexesOf(tx: Db, table: string, columns: readonly string[]): Promise<void> {
  const found = await tx.rows<{ name: string }>(sql`
    select distinct c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_attribute a on a.attrelid = i.indexrelid
     where i.indrelid = ${table}::text::regclass and not i.indisprimary and a.attname = any(${columns}::text[])`)
  for (const index of found) await tx.rows(sql`drop index if exists ${name(index.name)}`)
  const links = await tx.rows<{ name: string }>(sql`
    select distinct k.conname as name from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
     where k.conrelid = ${table}::text::regclass and k.contype = 'f' and a.attname = any(${columns}::text[])`)
  for (const link of links) await tx.rows(sql`alter table ${name(table)} drop constraint ${name(link.name)}`)
}
