import { raw } from '../../expression/sql.ts'
import { workdayFunctions } from '../../expression/workdays.ts'
import type { Db } from '../kernel/db/database.ts'

/** Working days and holidays in the database, for installations made before formulas could count them. */
export async function up(db: Db): Promise<void> {
  // raw is safe: constants of the program.
  for (const statement of workdayFunctions) await db.rows(raw(statement))
}
