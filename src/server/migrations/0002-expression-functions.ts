import { databaseFunctions } from '../../expression/databaseFunctions.ts'
import { raw } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** The database's half of the expression language: letter case, money, days, as JavaScript reckons them. */
export async function up(db: Db): Promise<void> {
  // raw is safe: constants of the program.
  for (const statement of databaseFunctions) await db.rows(raw(statement))
}
