import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

export interface Product {
  id: string
  name: string
  foreignName: string | null
  code: string
  kind: string
  unit: string
  vatRate: string
  price: string
  cost: string | null
}
/** Those with a price in the firm's own currency. */
export const productsOnSale = (db: Db, currency: string): Promise<Product[]> =>
  db.rows(sql`select p.id, p.name, p.foreign_name as "foreignName", p.code, p.kind, p.unit, p.vat_rate as "vatRate", p.price_amount::text as price, case when p.cost_currency = ${currency} then p.cost_amount::text end as cost
    from product p where p.deleted_at is null and p.active and p.price_amount > 0 and p.price_currency = ${currency} order by p.code`)

export const componentsOf = (db: Db): Promise<{ whole: string; part: string; quantity: string }[]> =>
  db.rows(sql`select c.whole, c.part, c.quantity::text as quantity from component c where c.deleted_at is null and (c.kind = 'required' or c.chosen) order by c.whole, c.position nulls last, c.created_at, c.id`)

export interface Deal {
  opportunity: string | null
  company: string
  contact: string | null
  owner: string
  superior: string | null
  isAbroad: boolean
}
/** Opportunities of all times; without any, customers that have a contact. */
export async function dealsFor(db: Db, limit: number): Promise<Deal[]> {
  const abroad = sql`coalesce(c.vat_number !~ '^PL', false) as "isAbroad"`
  const deals = await db.rows<Deal>(sql`select o.id as opportunity, o.company, o.contact, o.owner, u.superior, ${abroad} from opportunity o join company c on c.id = o.company join "user" u on u.id = o.owner
    where o.deleted_at is null and c.deleted_at is null order by md5(o.id::text) limit ${limit}`)
  if (deals.length > 0) return deals
  return db.rows(sql`select null as opportunity, c.id as company, p.id as contact, c.owner, u.superior, ${abroad} from company c join "user" u on u.id = c.owner
    join lateral (select id from person where company = c.id and deleted_at is null order by id limit 1) p on true where c.deleted_at is null and c.archived_at is null order by md5(c.id::text) limit ${limit}`)
}

export const euroRates = (db: Db): Promise<{ on: string; rate: string }[]> => db.rows(sql`select "on"::text as "on", rate::text as rate from currency_rate where currency = 'EUR' and deleted_at is null order by "on"`)

/** Roles of those who sell. */
export const sellersRoles = (db: Db, sellers: readonly string[]): Promise<{ role: string }[]> => db.rows(sql`select r as role from "user" u, unnest(u.roles) r where u.id = any(${sellers}::uuid[]) group by r order by count(*) desc, r limit 1`)
