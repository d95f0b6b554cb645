import type { NoticePriority, NoticeWay } from '../../contract/notices.ts'
import type { Text } from '../../contract/text.ts'
import { sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import { newId } from '../kernel/db/uuid7.ts'
import { wake } from '../kernel/outgoing/queue.ts'

export interface Announcement {
  /** Of those that rooms name in `noticeKinds`. */
  kind: string
  /** Ids of people. */
  to: readonly string[]
  /** What it leads to; whoever may not see it is not told. */
  about: { object: string; id: string } | null
  /** One key, one notice to a person, whatever crashes and is done again. */
  key: string
  /** Sentences in both languages, their facts filled in (`filled` of kernel/outgoing/texts.ts). */
  title: Text
  body?: Text
  /** Why this person is told: "You are responsible for the task". */
  why: Text
  priority?: NoticePriority
  /** Somebody chose these ways and this moment himself: settings, quiet hours and digests are not asked. */
  ways?: readonly NoticeWay[]
}

/**
 * Tells people, once this transaction is committed; rolled back, nobody hears. Inactive people are left out, and so is whoever may not
 * see the record when the worker comes to tell him.
 */
export const announce = (ctx: Ctx, announcement: Announcement): Promise<void> => announceAll(ctx, [announcement])

/** Many at once, in one statement. */
export async function announceAll(ctx: Ctx, announcements: readonly Announcement[]): Promise<void> {
  const rows = announcements.flatMap(({ to, about, priority = 'normal', ways = null, body = null, ...one }) =>
    [...new Set(to)].map((person) => ({ ...one, id: newId(), person, object: about?.object ?? null, record: about?.id ?? null, priority, ways, body })))
  if (rows.length === 0) return
  await ctx.db.rows(sql`
    insert into notice (id, person, kind, key, object, record, title, body, why, priority, ways, created_at)
    select n.id, n.person, n.kind, n.key, n.object, n.record, n.title, n.body, n.why, n.priority, n.ways, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(id uuid, person uuid, kind text, key text, object text, record uuid, title jsonb, body jsonb, why jsonb, priority text, ways text[])
    join "user" u on u.id = n.person and u.active and u.deleted_at is null
    on conflict (person, key) do nothing`)
  wake(ctx.db, 'notices')
}
