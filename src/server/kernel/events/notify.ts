/**
 * Tells other processes what was committed. Only ids go, gathered for a few milliseconds: NOTIFY inside the writing transaction
 * would make all commits queue behind one lock (a third of the writes per second where it was measured), and its payload
 * ends at 8,000 bytes. What a killed process did not get to tell is in the outbox; listeners look there now and then.
 */
import { sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'

export const channel = 'sedno_changes'

export interface ChangeNews {
  object: string
  verb: string
  /** Last position in the outbox. */
  position: number
  records: readonly { id: string; version: number }[]
  by: string | null
}

/** What people are told besides records: notices, progress of a run, new metadata. `to` null: everybody signed in. */
export interface OtherNews {
  kind: string
  to: readonly string[] | null
  id?: string
}

/** As it travels. `r` is left out when there are too many: then the object as a whole has changed. */
export type Message = { o: string; v: string; p: number; r?: [string, number][]; b: string | null } | { k: string; to: readonly string[] | null; id?: string }

const mostIds = 100
const pauseMs = 10
const longest = 7_600

interface Waiting {
  changes: ChangeNews[]
  others: OtherNews[]
}

const waiting = new WeakMap<Db, Waiting>()

/** Once the transaction is committed; a rolled back one tells nothing. */
export function tellLater(db: Db, news: ChangeNews | OtherNews): void {
  db.afterCommit(() => {
    const mine = waiting.get(db.root) ?? open(db.root)
    if ('verb' in news) mine.changes.push(news)
    else mine.others.push(news)
  })
}

function open(root: Db): Waiting {
  const mine: Waiting = { changes: [], others: [] }
  waiting.set(root, mine)
  setTimeout(() => {
    waiting.delete(root)
    const payloads = packed([...gathered(mine.changes), ...mine.others.map(otherMessage)])
    // A database that is gone hears nothing; whoever listens looks into the outbox when it is back.
    root.rows(sql`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) as payload`).catch(() => undefined)
  }, pauseMs)
  return mine
}

/** More people than fit into a message: everybody is told to look. */
const mostPeople = 150
const otherMessage = ({ kind, to, id }: OtherNews): Message => ({ k: kind, to: to !== null && to.length > mostPeople ? null : to, ...(id === undefined ? {} : { id }) })

/** One message per object, verb and author. */
function gathered(changes: readonly ChangeNews[]): Message[] {
  const groups = new Map<string, { news: ChangeNews; records: { id: string; version: number }[]; position: number }>()
  for (const news of changes) {
    const key = `${news.object} ${news.verb} ${news.by}`
    const group = groups.get(key) ?? { news, records: [], position: 0 }
    if (group.records.length <= mostIds) group.records.push(...news.records.slice(0, mostIds + 1))
    group.position = Math.max(group.position, news.position)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ news, records, position }) => ({
    o: news.object, v: news.verb, p: position, b: news.by,
    ...(records.length > mostIds ? {} : { r: records.map(({ id, version }): [string, number] => [id, version]) }),
  }))
}

/** As many messages as fit into one NOTIFY. */
function packed(messages: readonly Message[]): string[] {
  const payloads: string[] = []
  let lot: string[] = []
  let size = 0
  for (const message of messages) {
    const text = JSON.stringify(message)
    if (lot.length > 0 && size + text.length > longest) {
      payloads.push(`[${lot.join(',')}]`)
      lot = []
      size = 0
    }
    lot.push(text)
    size += text.length + 1
  }
  return lot.length === 0 ? payloads : [...payloads, `[${lot.join(',')}]`]
}
