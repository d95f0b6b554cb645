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
  let closing = false
  const worker = await startJobs({
    db, jobs, registry,
    personOf: (userId) => personOf(db, registry(), userId),
    defaults: { language: made?.language ?? settings.language, timeZone: made?.timeZone ?? 'Europe/Warsaw', currency: made?.currency ?? settings.currency ?? 'PLN' },
    failed(job, error) {
      // Its pool says goodbye without waiting: the database that is stopped next cuts off what is still open.
      if (closing && (error as { code?: unknown }).code === '57P01') return
      log(error, { job: job.name, id: job.id, attempt: job.attempt })
    },
  })
  return {
    close() {
      closing = true
      return worker.stop()
    },
  }
}
