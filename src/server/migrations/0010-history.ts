import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'
import { ensureMonths, monthsAround } from '../kernel/history/months.ts'

/** Who changed what, cut by month. `changes` is {field: {from, to}} as the API shows values; a side that was empty is left out. */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table history (
    id uuid not null, at timestamptz(3) not null, by uuid, object text not null, record uuid not null, version integer not null,
    verb text not null, changes jsonb not null, operation uuid, via text not null, trace text not null,
    primary key (id, at)) partition by range (at)`)
  await db.rows(sql`create index history_record on history (object, record, at desc, id desc)`)
  await db.rows(sql`create index history_operation on history (operation, object, record) where operation is not null`)
  await db.rows(sql`create table history_default partition of history default`)
  const { from, until } = monthsAround(new Date())
  await ensureMonths(db, 'history', from, until)
}
