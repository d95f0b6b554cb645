import { startWorker as startJobs } from '../kernel/jobs/worker.ts'
import { installation, personOf } from '../users/index.ts'
import type { Installation } from './installation.ts'
import type { report } from './report.ts'
import { jobs } from './rooms.ts'

export interface RunningWorker {
  /** Hands back what it was doing. */
  close(): Promise<void>
}

/** Jobs, reactions and timers. Any number of workers share one database. */
export async function startWorker({ db, registry, settings }: Installation, log: typeof report): Promise<RunningWorker> {
  const made = await installation(db)
  const worker = await startJobs({
    db, jobs, registry,
    personOf: (userId) => personOf(db, registry(), userId),
    defaults: { language: made?.language ?? settings.language, timeZone: made?.timeZone ?? 'Europe/Warsaw', currency: made?.currency ?? settings.currency ?? 'PLN' },
    failed: (job, error) => log(error, { job: job.name, id: job.id, attempt: job.attempt }),
  })
  return { close: () => worker.stop() }
}
