import type { Database } from '../../kernel/db/database.ts'
import { installation, installationChannel, type Installation } from './queries.ts'

export interface WatchedInstallation {
  /** null until the first run is done. */
  now(): Installation | null
  stop(): Promise<void>
}

/** Language and currency for what is said before anybody signs in; heard of by every server when another one sets them. */
export async function watchInstallation(db: Database): Promise<WatchedInstallation> {
  let known = await installation(db)
  const look = () => void installation(db).then((found) => (known = found), () => undefined) // the database is gone: what was known holds
  const stop = await db.listen(installationChannel, look, look)
  known = await installation(db)
  return { now: () => known, stop }
}
