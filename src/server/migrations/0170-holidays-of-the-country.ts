import { raw } from '../../expression/sql.ts'
import { workdayFunctions } from '../../expression/workdays.ts'
import type { Db } from '../kernel/db/database.ts'

/** Working days ask one function for the holidays, which is another one where the firm is not in Poland. */
export async function up(db: Db): Promise<void> {
  // raw is safe: constants of the program.
  for (const statement of workdayFunctions) await db.rows(raw(statement))
}
