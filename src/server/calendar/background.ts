import { raw, sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** What the calendar looks for by itself: what recurs or lasts longer than a day. Few rows, however many activities there are. */
const lasting = raw('where start is not null and (recurrence is not null or "end" - start > interval \'1 day\')')
const indexes = [
  sql`create index if not exists calendar_lasting on activity (owner, start) ${lasting}`,
  sql`create index if not exists calendar_lasting_with on activity using gin (participants) ${lasting}`,
]

/** At each start, when the tables are made: at the first one they are empty. */
export async function prepare(db: Db): Promise<void> {
  for (const index of indexes) await db.rows(index)
}
