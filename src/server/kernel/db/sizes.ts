/** Which tables are small enough to be read whole, as it was a few minutes ago. Only the way of asking depends on it, never the answer. */
import { sql } from '../../../expression/sql.ts'
import type { Db } from './database.ts'

/** Some thousand rows, read in a fraction of a millisecond. */
const mostBytes = 1_000_000
const knownMs = 5 * 60_000

interface Sizes {
  small: ReadonlySet<string>
  /** The same as one text: what depends on sizes is made anew when it is another. */
  key: string
  until: number
}

const sizes = new WeakMap<Db, Sizes>()
const unknown: Sizes = { small: new Set(), key: '', until: 0 }

/** At once: nothing is taken to be small until it has been looked at, which this sets going. */
export function smallTables(db: Db): Pick<Sizes, 'small' | 'key'> {
  const known = sizes.get(db.root) ?? unknown
  if (Date.now() < known.until) return known
  sizes.set(db.root, { ...known, until: Date.now() + knownMs })
  // A database that does not answer says so to those who wait for it.
  measureTables(db.root).catch(() => undefined)
  return known
}

export async function measureTables(db: Db): Promise<void> {
  const rows = await db.rows<{ name: string }>(sql`
    select relname as name from pg_class
    where relkind = 'r' and pg_table_is_visible(oid) and relnamespace <> 'pg_catalog'::regnamespace and pg_relation_size(oid) <= ${mostBytes} order by relname`)
  const names = rows.map(({ name }) => name)
  sizes.set(db.root, { small: new Set(names), key: names.join(), until: Date.now() + knownMs })
}
