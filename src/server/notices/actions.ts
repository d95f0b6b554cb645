import type { NoticePriority, NoticeWay } from '../../contract/notices.ts'
import type { Text } from '../../contract/text.ts'
import { refuse } from '../../contract/refusal.ts'
import { sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import { newId } from '../kernel/db/uuid7.ts'
import { tellLater } from '../kernel/events/notify.ts'
import { wake } from '../kernel/outgoing/queue.ts'
import type { Notice } from './contract.ts'
import { seenAmong } from './delivery/queries.ts'
import { kindsOf, noticeOf, noticesOf, unreadOf, type Asked, type ToldRow } from './queries.ts'
import { noticeKinds } from './rules.ts'
import { refusals, texts } from './texts.ts'

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
  /** Somebody chose this moment himself: quiet hours and digests are not asked. */
  isPunctual?: boolean
}

/**
 * Tells people, once this transaction is committed; rolled back, nobody hears. Inactive people are left out, and so is whoever may not
 * see the record when the worker comes to tell him.
 */
export const announce = (ctx: Ctx, announcement: Announcement): Promise<void> => announceAll(ctx, [announcement])

/** Many at once, in one statement. */
export async function announceAll(ctx: Ctx, announcements: readonly Announcement[]): Promise<void> {
  const rows = announcements.flatMap(({ to, about, priority = 'normal', ways = null, body = null, isPunctual = false, ...one }) =>
    [...new Set(to)].map((person) => ({ ...one, id: newId(), person, object: about?.object ?? null, record: about?.id ?? null, priority, ways, body, punctual: isPunctual || ways !== null })))
  if (rows.length === 0) return
  await ctx.db.rows(sql`
    insert into notice (id, person, kind, key, object, record, title, body, why, priority, ways, punctual, created_at)
    select n.id, n.person, n.kind, n.key, n.object, n.record, n.title, n.body, n.why, n.priority, n.ways, n.punctual, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(id uuid, person uuid, kind text, key text, object text, record uuid, title jsonb, body jsonb, why jsonb, priority text, ways text[], punctual boolean)
    join "user" u on u.id = n.person and u.active and u.deleted_at is null
    on conflict (person, key) do nothing`)
  wake(ctx.db, 'notices')
}

/** What one was told. Of what one may not see any more, no word. */
export async function shownNotices(ctx: Ctx, { limit = 30, ...asked }: Omit<Asked, 'limit'> & { limit?: number | undefined }) {
  const rows = await noticesOf(ctx, { ...asked, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const { isSeen } = await seenAmong(ctx, page)
  const [unread, kinds] = [await unreadOf(ctx), await kindsOf(ctx)]
  return {
    notices: page.map((row) => shown(ctx, row, isSeen(row))), next: rows.length > limit ? page.at(-1)!.id : null, unread,
    kinds: kinds.map((name) => ({ name, label: labelOf(ctx, name) })).sort((a, b) => a.label.localeCompare(b.label, ctx.language)),
  }
}

export async function shownNotice(ctx: Ctx, id: string): Promise<Notice> {
  const row = await noticeOf(ctx, id)
  if (row === null) return refuse('notice.gone', refusals.gone, { status: 404 })
  return shown(ctx, row, (await seenAmong(ctx, [row])).isSeen(row))
}

const labelOf = ({ language }: Ctx, kind: string): string => (noticeKinds().find(({ name }) => name === kind)?.label ?? texts.otherKind)[language]

function shown(ctx: Ctx, { id, kind, title, body, why, priority, object, record, at, readAt }: ToldRow, isSeen: boolean): Notice {
  const { language } = ctx
  const rest = { id, kind, kindLabel: labelOf(ctx, kind), priority, at, readAt }
  if (!isSeen) return { ...rest, title: texts.hidden[language], body: null, why: null, about: null, hidden: true }
  return { ...rest, title: title[language], body: body?.[language] ?? null, why: why[language], about: object === null ? null : { object, id: record! }, hidden: false }
}

export async function markTheseRead(ctx: Ctx, ids: readonly string[]): Promise<{ unread: number }> {
  await ctx.db.rows(sql`update notice set read_at = ${ctx.now} where person = ${ctx.who.userId} and id = any(${ids}::uuid[]) and read_at is null and told_at is not null`)
  return counted(ctx)
}

/** By the key it was announced with. */
export async function readNotices(ctx: Ctx, key: string): Promise<void> {
  await ctx.db.rows(sql`update notice set read_at = ${ctx.now} where person = ${ctx.who.userId} and key = ${key} and read_at is null`)
  tellLater(ctx.db, { kind: 'notice', to: [ctx.who.userId!] })
}

export async function markAllRead(ctx: Ctx): Promise<{ unread: number }> {
  await ctx.db.rows(sql`update notice set read_at = ${ctx.now} where person = ${ctx.who.userId} and read_at is null and told_at is not null`)
  return counted(ctx)
}

export async function markTheseUnread(ctx: Ctx, ids: readonly string[]): Promise<{ unread: number }> {
  await ctx.db.rows(sql`update notice set read_at = null where person = ${ctx.who.userId} and id = any(${ids}::uuid[]) and told_at is not null`)
  return counted(ctx)
}

/** His other tabs and devices count anew. */
async function counted(ctx: Ctx): Promise<{ unread: number }> {
  tellLater(ctx.db, { kind: 'notice', to: [ctx.who.userId!] })
  return { unread: await unreadOf(ctx) }
}
