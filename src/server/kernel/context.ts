/** What every reading and writing function takes first. */
import type { Language } from '../../contract/text.ts'
import type { Db } from './db/database.ts'
import type { Registry } from './metadata/registry.ts'
import type { Acting, Who } from './access/who.ts'

export interface Ctx {
  db: Db
  who: Who
  now: Date
  /** Number of the request or job, in logs, history and the 500 answer. */
  trace: string
  registry: Registry
  language: Language
  timeZone: string
  currency: string
  /** Where from, for the record of operations. */
  /** There only while an administrator looks with other eyes: `who` is then whose they are. */
  acting?: Acting | undefined
  origin: { via: 'web' | 'api' | 'job' | 'command'; ip: string | null; agent: string | null; session: string | null }
}
