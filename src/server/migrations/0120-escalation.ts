import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** When somebody is to be told by a rule that work is late, and when he was: each step once for each due time. */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`
    create table escalation_step (
      rule uuid not null, activity uuid not null, step text not null, due timestamptz not null, at timestamptz not null, settled_at timestamptz,
      primary key (rule, activity, step, due)
    )`)
  await db.rows(sql`create index on escalation_step (at) where settled_at is null`)
  await db.rows(sql`create index on escalation_step (activity)`)
}
