import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** What the calendar looks for by itself: what recurs, what is long, who takes part. Few rows each, however many activities there are. */
const indexes = [
  sql`create index if not exists calendar_recurring on activity (owner) where recurrence is not null and start is not null`,
  sql`create index if not exists calendar_recurring_with on activity using gin (participants) where recurrence is not null and start is not null`,
  sql`create index if not exists calendar_long on activity (owner) where "end" - start > interval '31 days'`,
  sql`create index if not exists calendar_long_with on activity using gin (participants) where "end" - start > interval '31 days'`,
]

/** At each start, when the tables are made: at the first one they are empty. */
export async function prepare(db: Db): Promise<void> {
  for (const index of indexes) await db.rows(index)
}
