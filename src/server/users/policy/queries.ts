import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'
import { newPolicy, type SignInPolicy } from './rules.ts'

export const policyKey = 'signInPolicy'

export async function signInPolicy(db: Db): Promise<SignInPolicy> {
  const [row] = await db.rows<{ value: Partial<SignInPolicy> }>(sql`select value from sedno_state where key = ${policyKey}`)
  return { ...newPolicy, ...row?.value }
}
