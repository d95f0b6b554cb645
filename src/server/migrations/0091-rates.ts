import { rateFunctions } from '../../expression/rateFunctions.ts'
import { raw } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** Amounts in other currencies in the database, for installations made before formulas could convert them. */
export async function up(db: Db): Promise<void> {
  // raw is safe: constants of the program.
  for (const statement of rateFunctions) await db.rows(raw(statement))
}
