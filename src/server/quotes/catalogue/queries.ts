import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

export interface ProductRow {
  id: string
  name: string
  foreignName: string | null
  code: string | null
  unit: string | null
  vatRate: string | null
  cost: string | null
  costCurrency: string | null
}

/** Read for the program: whoever makes a line need not see what the product costs. */
export const productsOf = (db: Db, ids: readonly string[]): Promise<ProductRow[]> =>
  db.rows(sql`
    select p.id, p.name, p.foreign_name as "foreignName", p.code, p.unit, p.vat_rate as "vatRate",  p.cost_amount::text as cost, p.cost_currency as "costCurrency"
      from product p where p.id = any(${ids}::uuid[]) and p.deleted_at is null`)
