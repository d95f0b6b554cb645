import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

export interface LinkRow {
  id: string
  quote: string
  madeBy: string | null
  isGone: boolean
  tries: number
  waitSeconds: number
}

const counted = (now: Date, seconds: number) => {
  const isOpen = sql`t.tries_since > ${now}::timestamptz - make_interval(secs => ${seconds})`
  return sql`tries = case when ${isOpen} then t.tries + 1 else 1 end, tries_since = case when ${isOpen} then t.tries_since else ${now}::timestamptz end`
}
const waiting = (now: Date, seconds: number) => sql`greatest(1, ceil(extract(epoch from t.tries_since + make_interval(secs => ${seconds}) - ${now}::timestamptz)))::int as "waitSeconds"`

/** Finds it by its secret and counts the opening, in one statement, so that many servers count as one. */
export async function openLink(db: Db, { hash, now, seconds }: { hash: string; now: Date; seconds: number }): Promise<LinkRow | null> {
  const [row] = await db.rows<LinkRow>(sql`
    update quote_link t set seen_at = coalesce(t.seen_at, ${now}), ${counted(now, seconds)} where t.hash = ${hash}
    returning t.id, t.quote, t.made_by as "madeBy", (t.withdrawn_at is not null or t.expires_at <= ${now}) as "isGone", t.tries, ${waiting(now, seconds)}`)
  return row ?? null
}

/** Somebody at this address tried a link that is none. */
export async function countGuess(db: Db, { address, now, seconds }: { address: string; now: Date; seconds: number }): Promise<{ tries: number; waitSeconds: number }> {
  const [row] = await db.rows<{ tries: number; waitSeconds: number }>(sql`
    insert into quote_guess as t (address, tries, tries_since) values (${address}, 1, ${now}) on conflict (address) do update set ${counted(now, seconds)} returning t.tries, ${waiting(now, seconds)}`)
  return row!
}

export const keepLink = (db: Db, link: { id: string; quote: string; hash: string; madeBy: string | null; now: Date; expiresAt: Date }) =>
  db.rows(sql`insert into quote_link (id, quote, hash, made_by, made_at, expires_at) values (${link.id}, ${link.quote}, ${link.hash}, ${link.madeBy}, ${link.now}, ${link.expiresAt})`)

export const withdrawAll = (db: Db, quote: string, now: Date): Promise<unknown[]> => db.rows(sql`update quote_link set withdrawn_at = ${now} where quote = ${quote} and withdrawn_at is null returning id`)

export const linksOf = (db: Db, quote: string): Promise<{ id: string; madeAt: string; expiresAt: string; seenAt: string | null; withdrawnAt: string | null }[]> =>
  db.rows(sql`select id, made_at as "madeAt", expires_at as "expiresAt", seen_at as "seenAt", withdrawn_at as "withdrawnAt" from quote_link where quote = ${quote} order by made_at, id`)

export const forgetGuesses = (db: Db, before: Date): Promise<unknown[]> => db.rows(sql`delete from quote_guess where tries_since < ${before}`)

export interface PageRow {
  id: string
  number: string
  edition: number
  title: string | null
  company: string
  contact: string | null
  owner: string | null
  seller: string | null
  language: 'pl' | 'en'
  currency: string
  prices: 'net' | 'gross'
  detail: 'detailed' | 'summary'
  issuedOn: string
  validUntil: string | null
  introduction: string | null
  terms: string | null
  payment: string | null
  delivery: string | null
  state: string
  answeredAt: string | null
  answeredBy: string | null
}

/** What of a quote its customer is shown: neither cost nor margin is read. */
export async function pageOf(db: Db, id: string): Promise<PageRow | null> {
  const [row] = await db.rows<PageRow>(sql`
    select q.id, q.number, q.edition::int as edition, q.title, c.name as company, p.name as contact, q.owner, u.name as seller, q.language, q.currency, q.prices, q.detail, q.issued_on::text as "issuedOn",
           q.valid_until::text as "validUntil", q.introduction, q.terms, q.payment, q.delivery, q.state, q.answered_at as "answeredAt", q.answered_by as "answeredBy"
      from quote q join company c on c.id = q.company left join person p on p.id = q.contact left join "user" u on u.id = q.owner where q.id = ${id} and q.deleted_at is null`)
  return row ?? null
}

/** What was said between the firm and this customer; notes of colleagues to one another are not his. */
export const commentsOf = (db: Db, quote: string): Promise<{ author: string; text: string; byCustomer: boolean; at: string }[]> =>
  db.rows(sql`select coalesce(c.author, '') as author, c.text, coalesce(c.by_customer, false) as "byCustomer", c.created_at as at from quote_comment c where c.quote = ${quote} and c.deleted_at is null and (c.by_customer or c.for_customer) order by c.created_at, c.id`)
