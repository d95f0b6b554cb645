/**
 * The database's own shape as the statements that make it again, read from PostgreSQL's catalog. So a backup carries what its
 * data were shaped like, and an old one is restored as it was before the migrations of today run on it.
 */
import { sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'

export interface Shape {
  /** Before the data: extensions, functions, sequences, tables. */
  before: string[]
  /** After the data: keys, indexes, links, triggers, views. */
  after: string[]
  /** What holds rows; a table cut in parts stands here with each of its parts. */
  tables: { name: string; columns: string[] }[]
  sequences: { /** SQL expression that names it. */ of: string; read: string }[]
}

const ours = sql`c.relnamespace = current_schema()::regnamespace and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`

/** Inside a transaction: the tables are held against changes of their shape until its end. */
export async function shapeOfDatabase(db: Db): Promise<Shape> {
  await refuseUnknown(db)
  const tables = await tablesOf(db)
  const sequences = await sequencesOf(db)
  return {
    before: [...(await extensions(db)), ...(await types(db)), ...(await functions(db)), ...sequences.flatMap(({ create }) => create ?? []), ...tables.map((table) => table.create), ...(await defaults(db))],
    after: [...(await constraints(db, false)), ...(await indexes(db)), ...(await constraints(db, true)), ...(await triggers(db)), ...(await views(db))],
    tables: tables.filter((table) => table.columns !== null).map(({ name, columns }) => ({ name, columns: columns! })),
    sequences: sequences.map(({ of, read }) => ({ of, read })),
  }
}

/** What is not known here would silently be missing after a restore. */
async function refuseUnknown(db: Db): Promise<void> {
  const unknown = await db.rows<{ what: string }>(sql`
    select relname as what from pg_class c where c.relkind in ('m', 'f') and ${ours}
    union all
    select typname from pg_type t where typnamespace = current_schema()::regnamespace and typtype in ('d', 'r')
       and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
    union all
    select proname from pg_proc p where pronamespace = current_schema()::regnamespace and prokind not in ('f', 'p')
       and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`)
  if (unknown.length > 0) throw new Error(`the backup does not know how to carry: ${unknown.map((row) => row.what).join(', ')}`)
}

const statements = async (db: Db, query: ReturnType<typeof sql>): Promise<string[]> => (await db.rows<{ statement: string }>(query)).map((row) => row.statement)

const extensions = (db: Db) => statements(db, sql`select format('create extension if not exists %I', extname) as statement from pg_extension where extname <> 'plpgsql' order by 1`)

/** Enumerations, and composite types that are no table's. */
const types = (db: Db) =>
  statements(db, sql`
    select format('create type %I as enum (%s)', t.typname, (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid)) as statement
      from pg_type t where typnamespace = current_schema()::regnamespace and typtype = 'e' and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
    union all
    select format('create type %I as (%s)', c.relname, (select string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' order by attnum)
             from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped))
      from pg_class c where c.relkind = 'c' and ${ours}`)

const functions = (db: Db) =>
  statements(db, sql`
    select pg_get_functiondef(p.oid) as statement from pg_proc p
     where pronamespace = current_schema()::regnamespace and prokind in ('f', 'p')
       and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e') order by p.oid`)

interface TableRow {
  name: string
  create: string
  /** null: a table cut in parts has no rows of its own. */
  columns: string[] | null
}

/** Parents before their parts. Defaults come later: they may call functions and sequences that need the tables. */
const tablesOf = (db: Db) =>
  db.rows<TableRow>(sql`
    select c.relname as name,
           case when c.relispartition then format('create table %I partition of %I %s', c.relname, parent.relname, pg_get_expr(c.relpartbound, c.oid))
                else format('create %stable %I (%s)', case when c.relpersistence = 'u' then 'unlogged ' else '' end, c.relname, columns.written)
           end || case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end as create,
           case when c.relkind = 'p' then null else columns.names end as columns
      from pg_class c
      left join pg_inherits i on i.inhrelid = c.oid
      left join pg_class parent on parent.oid = i.inhparent
      cross join lateral (
        select string_agg(format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                 case when a.attcollation <> t.typcollation then format(' collate %I.%I', n.nspname, l.collname) else '' end,
                 case a.attidentity when 'a' then ' generated always as identity' when 'd' then ' generated by default as identity'
                   else case when a.attgenerated = '' then '' else format(' generated always as (%s) %s', pg_get_expr(e.adbin, e.adrelid), case a.attgenerated when 's' then 'stored' else 'virtual' end) end end,
                 case when a.attnotnull then ' not null' else '' end), ', ' order by a.attnum) as written,
               array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as names
          from pg_attribute a join pg_type t on t.oid = a.atttypid
          left join pg_collation l on l.oid = a.attcollation left join pg_namespace n on n.oid = l.collnamespace
          left join pg_attrdef e on e.adrelid = a.attrelid and e.adnum = a.attnum
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
     where c.relkind in ('r', 'p') and ${ours}
     order by c.relispartition, c.oid`)

const defaults = (db: Db) =>
  statements(db, sql`
    select format('alter table %s %I alter column %I set default %s', case when c.relkind = 'p' then '' else 'only' end, c.relname, a.attname, pg_get_expr(e.adbin, e.adrelid)) as statement
      from pg_attrdef e join pg_class c on c.oid = e.adrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = e.adnum
     where a.attgenerated = '' and not c.relispartition and ${ours} order by c.oid, a.attnum`)

interface SequenceRow {
  of: string
  /** null: it belongs to an identity column and comes with it. */
  create: string | null
  read: string
}

const sequencesOf = (db: Db) =>
  db.rows<SequenceRow>(sql`
    select case when d.objid is null then format('%L::regclass', quote_ident(c.relname)) else format('pg_get_serial_sequence(%L, %L)', quote_ident(t.relname), a.attname) end as of,
           case when d.objid is null then format('create sequence %I as %s increment %s minvalue %s maxvalue %s start %s cache %s %s', c.relname, s.seqtypid::regtype, s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache, case when s.seqcycle then 'cycle' else 'no cycle' end) end as create,
           format('select last_value, is_called from %I', c.relname) as read
      from pg_sequence s join pg_class c on c.oid = s.seqrelid
      left join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'i'
      left join pg_class t on t.oid = d.refobjid left join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
     where ${ours} order by c.oid`)

/** Links last: they need the keys. What a part has from its parent comes with the parent. */
const constraints = (db: Db, links: boolean) =>
  statements(db, sql`
    select format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as statement
      from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = any(${links ? ['f'] : ['p', 'u', 'c', 'x']}::"char"[]) and k.conparentid = 0 and k.conislocal and ${ours} order by k.oid`)

const indexes = (db: Db) =>
  statements(db, sql`
    select replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') as statement
      from pg_index i join pg_class c on c.oid = i.indexrelid
     where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
       and not exists (select from pg_inherits h where h.inhrelid = i.indexrelid) and ${ours} order by i.indexrelid`)

const triggers = (db: Db) =>
  statements(db, sql`
    select pg_get_triggerdef(g.oid) as statement from pg_trigger g join pg_class c on c.oid = g.tgrelid
     where not g.tgisinternal and g.tgparentid = 0 and ${ours} order by g.oid`)

const views = (db: Db) => statements(db, sql`select format('create view %I as %s', c.relname, pg_get_viewdef(c.oid)) as statement from pg_class c where c.relkind = 'v' and ${ours} order by c.oid`)
