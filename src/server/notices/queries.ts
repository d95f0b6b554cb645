import { nothing, sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import type { DeliveryShown } from './contract.ts'
import type { NoticeRow } from './delivery/queries.ts'
import { texts } from './texts.ts'
import { seenAmong } from './delivery/queries.ts'

export interface ToldRow extends NoticeRow {
  at: string
  readAt: string | null
}

const columns = sql`n.id, n.person, n.kind, n.object, n.record, n.title, n.body, n.why, n.priority, n.ways, n.punctual as "isPunctual", n.read_at is not null as read, n.created_at as at, n.read_at as "readAt"`

export interface Asked {
  show?: 'unread' | 'all' | undefined
  kind?: string | undefined
  before?: string | undefined
  limit: number
}

/** The caller's own, whatever his rights are: nobody has a right to another's. */
export const noticesOf = ({ db, who }: Ctx, { show, kind, before, limit }: Asked): Promise<ToldRow[]> =>
  db.rows<ToldRow>(sql`
    select ${columns} from notice n where n.person = ${who.userId} and n.told_at is not null
      ${show === 'unread' ? sql`and n.read_at is null` : nothing} ${kind === undefined ? nothing : sql`and n.kind = ${kind}`} ${before === undefined ? nothing : sql`and n.id < ${before}`}
    order by n.id desc limit ${limit}`)

export const noticeOf = async ({ db, who }: Ctx, id: string): Promise<ToldRow | null> =>
  (await db.rows<ToldRow>(sql`select ${columns} from notice n where n.id = ${id} and n.person = ${who.userId} and n.told_at is not null`))[0] ?? null

export const kindsOf = async ({ db, who }: Ctx): Promise<string[]> =>
  (await db.rows<{ kind: string }>(sql`select distinct kind from notice where person = ${who.userId} and told_at is not null`)).map(({ kind }) => kind)

export const mostCounted = 100

export async function unreadOf({ db, who }: Ctx): Promise<number> {
  const [row] = await db.rows<{ unread: number }>(sql`
    select count(*)::int as unread from (select from notice where person = ${who.userId} and told_at is not null and read_at is null limit ${mostCounted}) n`)
  return row!.unread
}

interface DeliveryRow extends Omit<DeliveryShown, 'title' | 'reason'> {
  title: NoticeRow['title']
  reason: NoticeRow['title'] | null
  object: string | null
  record: string | null
}

/** What became of a parcel stands with the parcel; one that is forgotten there went long ago. */
export async function deliveriesOf(ctx: Ctx): Promise<DeliveryShown[]> {
  const rows = await ctx.db.rows<DeliveryRow>(sql`
    select d.id, n.title, n.object, n.record, d.way, d.due_at as "dueAt", o.settled_at as "sentAt", coalesce(d.reason, o.failure) as reason,
      case when d.state <> 'handed' then d.state when o.sent or o.known = 0 then 'sent' when o.open then 'sending' else 'failed' end as state
    from (select * from notice_delivery where person = ${ctx.who.userId} order by id desc limit 50) d
    join notice n on n.id = d.notice
    cross join lateral (
      select coalesce(bool_or(o.state = 'sent'), false) as sent, coalesce(bool_or(o.state in ('waiting', 'sending')), false) as open, count(*) as known, max(o.settled_at) as settled_at,
        (array_agg(o.failure) filter (where o.failure is not null))[1] as failure
      from outgoing o where o.id = any(d.parcels)) o
    order by d.id desc`)
  const { isSeen } = await seenAmong(ctx, rows)
  return rows.map(({ title, reason, object, record, ...row }) => ({ ...row, title: (isSeen({ object, record }) ? title : texts.hidden)[ctx.language], reason: reason?.[ctx.language] ?? null }))
}
