import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

export const acceptedQuotes = (db: Db, limit: number): Promise<{ id: string; owner: string; at: string }[]> =>
  db.rows(sql`select id, owner, coalesce(answered_at, sent_at, created_at) as at from quote where state = 'accepted' and deleted_at is null and owner is not null order by id limit ${limit}`)

export interface Buyer {
  company: string
  contact: string
  owner: string
}
export const buyers = (db: Db, limit: number): Promise<Buyer[]> =>
  db.rows(sql`
    select c.id as company, p.id as contact, c.owner from company c
      join lateral (select id from person where company = c.id and deleted_at is null order by id limit 1) p on true
     where c.deleted_at is null and c.archived_at is null and c.owner is not null and 'customer' = any(c.roles) order by md5(c.id::text || 'order') limit ${limit}`)

/** The top group under which most products are. */
export const largestGroup = (db: Db): Promise<{ id: string }[]> =>
  db.rows(sql`
    with recursive above (product, "group") as (
      select id, "group" from product where deleted_at is null and "group" is not null
      union select a.product, g.parent from above a join product_group g on g.id = a."group" where g.parent is not null)
    select a."group" as id from above a join product_group g on g.id = a."group" where g.parent is null group by 1 order by count(*) desc, 1 limit 1`)

export const checksOf = (db: Db, orders: readonly string[]): Promise<{ id: string; order: string; kind: string; choices: string | null; title: string; required: boolean | null }[]> =>
  db.rows(sql`select id, sales_order as "order", kind, choices, title, required from order_check where sales_order = any(${orders}::uuid[]) and deleted_at is null order by sales_order, position`)
