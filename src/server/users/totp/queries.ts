import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

export interface TotpFacts {
  confirmed: boolean
  /** Sealed. */
  pending: string | null
  pendingAt: string | null
  recoveryCodes: number
}

export async function totpOf(db: Db, userId: string): Promise<TotpFacts> {
  const [row] = await db.rows<TotpFacts>(sql`
    select coalesce(t.confirmed_at is not null, false) as confirmed, t.pending, t.pending_at as "pendingAt",
           (select count(*) from recovery_code c where c.user_id = ${userId} and c.used_at is null) as "recoveryCodes"
      from (values (1)) as one left join user_totp t on t.user_id = ${userId}`)
  return row!
}
