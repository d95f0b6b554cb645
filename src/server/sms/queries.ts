import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** Whose number it is, as far as is known. */
export interface Parties {
  person: string | null
  company: string | null
  user: string | null
}

const nobody: Parties = { person: null, company: null, user: null }

/**
 * The one who was written to last at this number; else a colleague, a person, a company that has it. Of several people the one changed last.
 * The program looks: a message is tied to whom it concerns, whoever may see him.
 */
export async function partiesOf(db: Db, numbers: readonly string[]): Promise<Map<string, Parties>> {
  const rows = await db.rows<Parties & { number: string }>(sql`
    select n.number, coalesce(w.person, p.id) as person, coalesce(w.company, p.company, c.id) as company, coalesce(w."user", u.id) as "user"
    from unnest(${numbers}::text[]) as n(number)
    left join lateral (select person, company, "user" from sms_message m where m."to" = n.number and m.direction = 'out' and m.deleted_at is null and (m.person is not null or m.company is not null or m."user" is not null) order by m.id desc limit 1) w on true
    left join lateral (select id from "user" u where w is null and u.phone = n.number and u.deleted_at is null order by u.active desc, u.id limit 1) u on true
    left join lateral (select id, company from person p where w is null and u.id is null and p.phones_values @> array[n.number] and p.deleted_at is null order by p.archived_at nulls first, p.updated_at desc, p.id limit 1) p on true
    left join lateral (select id from company c where w is null and u.id is null and p.id is null and c.phones_values @> array[n.number] and c.deleted_at is null order by c.archived_at nulls first, c.updated_at desc, c.id limit 1) c on true`)
  return new Map(rows.map(({ number, ...parties }) => [number, parties]))
}

export const partiesIn = (found: ReadonlyMap<string, Parties>, number: string): Parties => found.get(number) ?? nobody

export interface MessageRow {
  id: string
  to: string
  text: string
  state: string
  parts: number | null
}

export async function messageById(db: Db, id: string): Promise<MessageRow | null> {
  const [row] = await db.rows<MessageRow>(sql`select id, "to", text, state, parts::int as parts from sms_message where id = ${id} and deleted_at is null`)
  return row ?? null
}

/** Messages of this gateway that a report may mean: by our id, or by the gateway's. */
export async function messageOfReport(db: Db, gateway: string, { messageId, providerId }: { messageId: string | null; providerId: string | null }): Promise<{ id: string; state: string } | null> {
  const [row] = await db.rows<{ id: string; state: string }>(sql`
    select id, state from sms_message where direction = 'out' and (id = ${messageId}::uuid or (${messageId}::uuid is null and gateway = ${gateway} and provider_id = ${providerId})) limit 1`)
  return row ?? null
}

export async function isKnownAt(db: Db, gateway: string): Promise<(providerId: string) => boolean> {
  const rows = await db.rows<{ id: string }>(sql`select provider_id as id from sms_message where gateway = ${gateway} and provider_id is not null and created_at > now() - interval '3 days'`)
  const known = new Set(rows.map(({ id }) => id))
  return (providerId) => known.has(providerId)
}
