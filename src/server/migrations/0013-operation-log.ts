import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'
import { ensureMonths, monthsAround, refuseTruncate } from '../kernel/history/months.ts'

/** Everything that every user did, reading included. It can be added to and read; nothing in it can be changed or taken away. */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table operation_log (
    id uuid not null, at timestamptz(3) not null, by uuid, what text not null, object text, record uuid, detail jsonb,
    via text not null, ip inet, agent text, session text, trace text not null, ms real,
    primary key (id, at)) partition by range (at)`)
  await db.rows(sql`create index operation_log_by on operation_log (by, at desc)`)
  await db.rows(sql`create index operation_log_record on operation_log (object, record, at desc) where record is not null`)
  await db.rows(sql`create table operation_log_default partition of operation_log default`)
  await db.rows(sql`create function sedno_only_added() returns trigger language plpgsql as $$
    begin
      raise exception 'the record of operations is only added to' using errcode = 'insufficient_privilege';
    end $$`)
  await db.rows(sql`create trigger operation_log_kept before update or delete on operation_log for each row execute function sedno_only_added()`)
  await refuseTruncate(db, 'operation_log')
  await refuseTruncate(db, 'operation_log_default')
  const { from, until } = monthsAround(new Date())
  await ensureMonths(db, 'operation_log', from, until)
}
