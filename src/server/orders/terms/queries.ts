import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Term } from './rules.ts'

export interface PassedTerm extends Term {
  id: string
  number: string
  company: string
  owner: string | null
  noticeMonths: number | null
  renewals: number
}

const termColumns = sql`
  c.id, c.number, k.name as company, c.owner, c.state, c.until::text as until, c.notice_by::text as "noticeBy", c.notice_given_on::text as "noticeGivenOn",
  c.renewal, c.renewal_months::int as "renewalMonths", c.notice_months::int as "noticeMonths", coalesce(c.renewals, 0)::int as renewals`

/** Contracts in force whose last day is over; held, so that two workers do not renew one twice. */
export const passedTerms = (ctx: Ctx, today: string, limit: number): Promise<PassedTerm[]> =>
  ctx.db.rows<PassedTerm>(sql`
    select ${termColumns} from contract c join company k on k.id = c.company
     where c.deleted_at is null and c.state in ('active', 'notice') and c.until < ${today}::date
     order by c.id limit ${limit} for no key update of c skip locked`)

export interface NearDay {
  id: string
  number: string
  company: string
  owner: string
  what: 'noticeBy' | 'until'
  day: string
}

/** Days that come within the days before which the contract's owner wants to know. Of a contract that renews by itself the end is no news but the notice. */
export const nearDays = (ctx: Ctx, today: string): Promise<NearDay[]> =>
  ctx.db.rows<NearDay>(sql`
    select c.id, c.number, k.name as company, c.owner, d.what, d.day::text as day
      from contract c join company k on k.id = c.company
      cross join lateral (values ('noticeBy', case when c.state = 'active' then c.notice_by end), ('until', case when c.renewal <> 'automatic' or c.state = 'notice' then c.until end)) d(what, day)
     where c.deleted_at is null and c.state in ('active', 'notice') and c.owner is not null
       and d.day >= ${today}::date and d.day <= ${today}::date + coalesce(c.remind_days, 30)::int
     order by d.day, c.id`)

/** What stands in the way of being an amendment: it is to itself, to another amendment, or has amendments of its own. */
export const wrongAmendments = (ctx: Ctx, ids: readonly string[]): Promise<{ id: string; isItself: boolean }[]> =>
  ctx.db.rows(sql`
    select c.id, c.amends = c.id as "isItself" from contract c join contract a on a.id = c.amends
     where c.id = any(${ids}::uuid[]) and c.deleted_at is null
       and (a.amends is not null or exists (select from contract o where o.amends = c.id and o.deleted_at is null))`)
