import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

export interface LimitRow {
  /** null: none of his roles has a limit. */
  percent: string | null
  approver: string | null
  superior: string | null
}

/** The highest limit that any of the person's roles gives him. */
export async function limitOf(db: Db, person: string): Promise<LimitRow> {
  const [row] = await db.rows<LimitRow>(sql`
    select d.percent::text as percent, d.approver, u.superior from "user" u left join discount_limit d on d.role = any(u.roles) and d.deleted_at is null
     where u.id = ${person} order by d.percent desc nulls last limit 1`)
  return row ?? { percent: null, approver: null, superior: null }
}

export async function nameOf(db: Db, person: string): Promise<string> {
  const [row] = await db.rows<{ name: string }>(sql`select name from "user" where id = ${person}`)
  return row?.name ?? ''
}
