import type { NoticeWay } from '../../../contract/notices.ts'
import { nothing, sql } from '../../../expression/sql.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import { whenOpen } from '../../kernel/access/personal.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import type { Told } from '../settings/rules.ts'
import type { Sentences } from '../handing/rules.ts'

export interface NoticeRow extends Sentences, Told {
  person: string
  object: string | null
  record: string | null
  read: boolean
}

const columns = sql`n.id, n.person, n.kind, n.object, n.record, n.title, n.body, n.why, n.priority, n.ways, n.punctual as "isPunctual", n.read_at is not null as read`

/** Not yet told, person by person; what another worker has is his. `but`: people left for later. */
export const takeUntold = (tx: Db, limit: number, but: readonly string[]): Promise<NoticeRow[]> =>
  tx.rows<NoticeRow>(sql`
    select ${columns} from notice n where n.told_at is null ${but.length === 0 ? nothing : sql`and n.person <> all(${but}::uuid[])`}
    order by n.person, n.id limit ${limit} for update skip locked`)

export interface Delivery {
  id: string
  way: Exclude<NoticeWay, 'application'>
  isDelayed: boolean
  isDigest: boolean
  notice: NoticeRow
}

/** Deliveries whose time has come. A digest is taken whole: one mail, however many notices. */
export async function takeDue(tx: Db, now: Date, { limit, but }: { limit: number; but: readonly string[] }): Promise<Delivery[]> {
  const rows = await tx.rows<Omit<Delivery, 'notice'> & { notice: string; person: string }>(sql`
    with first as (select person from notice_delivery where state = 'waiting' and due_at <= ${now} ${but.length === 0 ? nothing : sql`and person <> all(${but}::uuid[])`}
      order by due_at, person limit 1 for update skip locked)
    select d.id, d.way, d.is_delayed as "isDelayed", d.is_digest as "isDigest", d.notice, d.person from notice_delivery d, first
    where d.person = first.person and d.state = 'waiting' and d.due_at <= ${now} order by d.id limit ${limit} for update of d skip locked`)
  const notices = await tx.rows<NoticeRow>(sql`select ${columns} from notice n where n.id = any(${rows.map(({ notice }) => notice)}::uuid[])`)
  const byId = new Map(notices.map((notice) => [notice.id, notice]))
  return rows.map((row) => ({ ...row, notice: byId.get(row.notice)! }))
}

interface About {
  object: string | null
  record: string | null
}

export interface Seen {
  isSeen(about: About): boolean
  /** Narrowed to a few people: no word of it may stand where administrators look after what is sent. */
  isPrivate(about: About): boolean
}

const keyOf = ({ object, record }: About): string => `${object} ${record}`

/**
 * Of what these are about, that which the caller may see by the gate: its row, and the field that it is called by. A notice about nothing
 * in particular is his.
 */
export async function seenAmong(ctx: Ctx, abouts: readonly About[]): Promise<Seen> {
  const seen = new Map<string, { isOpen: boolean }>()
  const records = abouts.filter((about): about is { object: string; record: string } => about.object !== null && about.record !== null)
  for (const [object, some] of Map.groupBy(records, (about) => about.object)) {
    const definition = ctx.registry.objects.get(object)
    if (definition === undefined || !canRead(ctx, object, definition.nameField)) continue
    const rows = await ctx.db.rows<{ id: string; isOpen: boolean }>(sql`
      select v.id, ${whenOpen(definition, 'v')} as "isOpen" from ${visible(ctx, object)} v where v.id = any(${[...new Set(some.map(({ record }) => record))]}::uuid[])`)
    for (const { id, isOpen } of rows) seen.set(keyOf({ object, record: id }), { isOpen })
  }
  return { isSeen: (about) => about.object === null || seen.has(keyOf(about)), isPrivate: (about) => seen.get(keyOf(about))?.isOpen === false }
}

export const nothingSeen: Seen = { isSeen: () => false, isPrivate: () => false }
