import { startWorker as startJobs } from '../kernel/jobs/worker.ts'
import { startReactions } from '../kernel/events/reactions.ts'
import { installation, personOf } from '../users/index.ts'
import type { Installation } from './installation.ts'
import type { report } from './report.ts'
import { jobs, reactions } from './rooms.ts'

export interface RunningWorker {
  /** Hands back what it was doing. */
  close(): Promise<void>
}

/** Jobs, reactions and timers. Any number of workers share one database. */
export async function startWorker({ db, registry, settings }: Installation, log: typeof report): Promise<RunningWorker> {
  const made = await installation(db)
  let closing = false
  const defaults = { language: made?.language ?? settings.language, timeZone: made?.timeZone ?? 'Europe/Warsaw', currency: made?.currency ?? settings.currency ?? 'PLN' }
  const failed = (about: Record<string, unknown>, error: unknown) => {
    // Its pool says goodbye without waiting: the database that is stopped next cuts off what is still open.
    if (!closing || (error as { code?: unknown }).code !== '57P01') log(error, about)
  }
  const worker = await startJobs({
    db, jobs, registry, defaults,
    personOf: (userId) => personOf(db, registry(), userId),
    failed: ({ name, ...about }, error) => failed({ job: name, ...about }, error),
  })
  const reacting = await startReactions({ db, reactions, registry, defaults, failed: (about, error) => failed({ ...about }, error) })
  return {
    async close() {
      closing = true
      await Promise.all([worker.stop(), reacting.stop()])
    },
  }
}
