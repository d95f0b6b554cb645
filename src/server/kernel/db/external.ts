/** A PostgreSQL given by DATABASE_URL: is it there, and is it one we can work with? */
import { sql } from '../../../expression/sql.ts'
import type { Text } from '../../../contract/text.ts'
import type { Db } from './database.ts'
import { StartError } from './start-error.ts'

const texts = {
  badUrl: {
    pl: 'DATABASE_URL nie jest adresem bazy PostgreSQL; powinien wyglądać tak: postgresql://użytkownik:hasło@serwer:5432/baza.',
    en: 'DATABASE_URL is not the address of a PostgreSQL database; it should look like this: postgresql://user:password@server:5432/database.',
  },
  noAnswer: {
    pl: 'Nie można połączyć się z bazą danych z DATABASE_URL ({place}): {reason}.',
    en: 'The database in DATABASE_URL ({place}) cannot be reached: {reason}.',
  },
  tooOld: {
    pl: 'Baza danych z DATABASE_URL to PostgreSQL {found}; potrzebny jest 16 lub nowszy.',
    en: 'The database in DATABASE_URL is PostgreSQL {found}; 16 or newer is needed.',
  },
  lacks: {
    pl: 'W bazie danych z DATABASE_URL brakuje: {what}.',
    en: 'The database in DATABASE_URL lacks: {what}.',
  },
} as const satisfies Record<string, Text>

/** Server, port and database, without the password. */
function placeOf(url: string): string {
  let place: URL
  try {
    place = new URL(url)
  } catch {
    throw new StartError(texts.badUrl)
  }
  if (!/^postgres(ql)?:$/.test(place.protocol)) throw new StartError(texts.badUrl)
  return `${decodeURIComponent(place.hostname) || 'localhost'}:${place.port || '5432'}${place.pathname}`
}

interface Facts {
  number: number
  version: string
  encoding: string
  polish: boolean
  trigrams: boolean
  ranges: boolean
}

/** Throws StartError with the sentence. `db` is opened on `url`. */
export async function checkExternal(db: Db, url: string): Promise<void> {
  const place = placeOf(url)
  let facts: Facts
  try {
    const rows = await db.rows<Facts>(sql`
      select current_setting('server_version_num')::int as number, current_setting('server_version') as version, current_setting('server_encoding') as encoding,
             exists (select from pg_collation where collname = 'pl-x-icu') as polish,
             exists (select from pg_available_extensions where name = 'pg_trgm') as trigrams,
             exists (select from pg_available_extensions where name = 'btree_gist') as ranges`)
    facts = rows[0]!
  } catch (error) {
    throw new StartError(texts.noAnswer, { place, reason: reasonOf(error as Error) })
  }
  if (facts.number < 160_000) throw new StartError(texts.tooOld, { found: facts.version })
  const lacks = [...(facts.encoding === 'UTF8' ? [] : ['UTF8']), ...(facts.polish ? [] : ['ICU (pl-x-icu)']), ...(facts.trigrams ? [] : ['pg_trgm']), ...(facts.ranges ? [] : ['btree_gist'])]
  if (lacks.length > 0) throw new StartError(texts.lacks, { what: lacks.join(', ') })
}

function reasonOf(error: Error): string {
  const inner = (error as AggregateError).errors?.[0] as Error | undefined // several addresses were tried
  return (inner ?? error).message.replace(/\.$/, '')
}

export const checkUrl = (url: string): void => void placeOf(url)
