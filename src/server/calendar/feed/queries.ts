import { raw, sql } from '../../../expression/sql.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import type { CalendarFeed } from './contract.ts'

const shown = raw(`f.id, f.name, jsonb_build_object('id', u.id, 'name', u.name) as person, f.only_busy as "onlyBusy", f.with_private as "withPrivate", f.made_at as "madeAt", f.used_at as "usedAt"`)

export const feedsOf = ({ db, who }: Ctx): Promise<CalendarFeed[]> =>
  db.rows(sql`select ${shown} from calendar_feed f join "user" u on u.id = f.person where f.user_id = ${who.userId} and f.revoked_at is null order by f.made_at, f.id`)

export interface FeedRow {
  userId: string
  person: string
  personName: string
  onlyBusy: boolean
  withPrivate: boolean
  madeAt: string
  /** How often it was read since the window began, this time included. */
  reads: number
  waitSeconds: number
}

/** Finds it by its secret and counts the reading, in one statement, so that many servers count as one. */
export async function feedByHash(db: Db, { hash, now, windowSeconds }: { hash: string; now: Date; windowSeconds: number }): Promise<FeedRow | null> {
  const isOpen = sql`f.reads_since > ${now}::timestamptz - make_interval(secs => ${windowSeconds})`
  const [row] = await db.rows<FeedRow>(sql`
    update calendar_feed f set used_at = ${now}, reads = case when ${isOpen} then f.reads + 1 else 1 end, reads_since = case when ${isOpen} then f.reads_since else ${now}::timestamptz end
      from "user" u where f.hash = ${hash} and f.revoked_at is null and u.id = f.person
    returning f.user_id as "userId", f.person, u.name as "personName", f.only_busy as "onlyBusy", f.with_private as "withPrivate", f.made_at as "madeAt", f.reads,
      greatest(1, ceil(extract(epoch from f.reads_since + make_interval(secs => ${windowSeconds}) - ${now}::timestamptz)))::int as "waitSeconds"`)
  return row ?? null
}

export interface Details {
  id: string
  uid: string | null
  sequence: number | null
  description: string | null
  meetingUrl: string | null
  changedAt: string
}

/** What a calendar outside shows of an entry besides its time. */
export async function detailsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Details>> {
  const rows = ids.length === 0 ? [] : await ctx.db.rows<Details>(sql`
    select a.id, a.uid, a.sequence::int as sequence, a.description, a.meeting_url as "meetingUrl", a.updated_at as "changedAt" from ${visible(ctx, 'activity')} a where a.id = any(${ids}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}
