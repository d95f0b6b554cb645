import { raw, sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/**
 * A device that takes push messages belongs to the session it was added in: signed out there, ended from elsewhere, or shut out with its
 * owner, it is told nothing more. A session that merely grew old ends nothing: whoever comes back on Monday goes on being told.
 */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`alter table push_subscription add column session uuid`)
  await db.rows(sql`create index push_subscription__session on push_subscription (session)`)
  // raw is safe: constants of the program.
  await db.rows(raw(`create function push_end_with_session() returns trigger language plpgsql as $$
    begin
      if old.expires_at > now() and old.used_at > now() - make_interval(secs => old.idle_seconds) then
        delete from push_subscription where session = old.id;
      end if;
      return null;
    end $$`))
  await db.rows(sql`create trigger push_end_with_session after delete on session for each row execute function push_end_with_session()`)
}
