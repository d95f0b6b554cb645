import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

interface Customer {
  id: string
  country: string | null
  /** Of the price list in force that names him, or his group; null where there is none. */
  currency: string | null
}

export async function customersOf(db: Db, { ids, day }: { ids: readonly string[]; day: string }): Promise<ReadonlyMap<string, Customer>> {
  const rows = await db.rows<Customer>(sql`
    select c.id, c.addresses_country as country, l.currency
      from company c left join lateral (
        select p.currency from price_list p
         where p.deleted_at is null and p.active and (p.valid_from is null or p.valid_from <= ${day}::date) and (p.valid_until is null or p.valid_until >= ${day}::date)
           and (c.id = any(p.companies) or (coalesce(cardinality(p.companies), 0) = 0 and p."group" = c."group"))
         order by c.id = any(p.companies) desc, p.priority desc nulls last, p.id limit 1) l on true
     where c.id = any(${ids}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}
