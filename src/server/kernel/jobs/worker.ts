/** The process that does the jobs: takes them up, tells how far they are, and hands them back when it is asked to end. */
import { PgBoss, type Job } from 'pg-boss'
import { refuse } from '../../../contract/refusal.ts'
import type { Language } from '../../../contract/text.ts'
import { program, type Who } from '../access/who.ts'
import { liveRegistryOf } from '../configuration/live.ts'
import type { Ctx } from '../context.ts'
import type { Database } from '../db/database.ts'
import type { Registry } from '../metadata/registry.ts'
import { HandedBack, RunCancelled, type AnyJob, type JobTools } from './define.ts'
import { queueOptions, schema, type Envelope } from './enqueue.ts'
import { failRun, finishRun, isCancelled, runTools, takeUp, type TakenRun } from './runs.ts'
import { texts } from './texts.ts'

export interface WorkerOptions {
  db: Database
  jobs: readonly AnyJob[]
  /** As it is when a job begins. */
  registry(): Registry
  /** The person a job works for, with the rights he has now; null: he may not sign in any more. */
  personOf(userId: string): Promise<{ who: Who; language: Language; timeZone: string } | null>
  defaults: { language: Language; timeZone: string; currency: string }
  /** A job failed; it is tried again or given up. For the log. */
  failed?(job: { name: string; id: string; attempt: number }, error: unknown): void
}

export interface Worker {
  /** Takes no more jobs, asks those under way to save, and gives back what is not done after the grace. */
  stop(graceMs?: number): Promise<void>
}

export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const stopping = new AbortController()
  const boss = new PgBoss({
    connectionString: options.db.url, application_name: 'sedno jobs', max: 4, schema, useListenNotify: true,
    superviseIntervalSeconds: 5, monitorIntervalSeconds: 5, queueCacheIntervalSeconds: 10,
  })
  boss.on('error', (error) => options.failed?.({ name: 'queue', id: '', attempt: 0 }, error))
  await boss.start()
  await Promise.all(options.jobs.map((job) => take(boss, job, options, stopping.signal)))
  await Promise.all(options.jobs.map((job) => (job.every === undefined ? undefined : boss.schedule(job.name, job.every, { payload: {}, by: null, trace: job.name }, { singletonKey: 'clock', missed: 'once' }))))
  return {
    async stop(graceMs = 10_000) {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: graceMs })
    },
  }
}

async function take(boss: PgBoss, job: AnyJob, options: WorkerOptions, signal: AbortSignal): Promise<void> {
  await boss.createQueue(job.name, queueOptions)
  // A new job is told of at once; one that is tried again is only found by looking.
  const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 3, heartbeatRefreshSeconds: 3, localConcurrency: job.together ?? 1 }
  // One at a time: a lot is settled as a whole, and a kill would then do again what was done. The next is fetched at once.
  const worker: string = await boss.work<Envelope>(job.name, { ...polling, batchSize: 1 }, async ([taken]) => {
    try {
      return await perform(job, taken!, options, signal)
    } catch (error) {
      if (!(error instanceof HandedBack)) options.failed?.({ name: job.name, id: taken!.id, attempt: taken!.retryCount + 1 }, error)
      throw error
    } finally {
      boss.notifyWorker(worker)
    }
  })
}

async function perform(job: AnyJob, taken: Job<Envelope>, options: WorkerOptions, stopping: AbortSignal): Promise<unknown> {
  const { payload, by, trace } = taken.data
  const signal = AbortSignal.any([stopping, taken.signal])
  const attempt = taken.retryCount + 1
  const context = () => contextFor(options, by, trace || taken.id)
  const runId = (payload as { run?: string } | null)?.run
  if (runId === undefined) return job.run(await context(), payload as never, { signal, attempt, run: null, progress: async () => undefined, cancelled: async () => false })
  const run = await takeUp(options.db, runId)
  if (run === null) return
  const tools: JobTools = {
    signal,
    attempt,
    run: runTools(run, signal),
    progress: (done, total) => tools.run!.save(options.db, { done, ...(total === undefined ? {} : { total }) }),
    cancelled: () => isCancelled(options.db, runId),
  }
  return whole(options, run, trace || taken.id, async () => job.run(await context(), run.payload as never, tools))
}

/** A run ends with its result, as cancelled, or with a reason; only a hand-back and an early failure leave it going. */
async function whole({ db }: WorkerOptions, { id }: TakenRun, trace: string, work: () => Promise<unknown>): Promise<void> {
  try {
    const result = await work()
    await finishRun(db, id, { state: 'done', result: result ?? null })
  } catch (error) {
    if (error instanceof RunCancelled) await finishRun(db, id, { state: 'cancelled' })
    else if (error instanceof HandedBack || !(await failRun(db, id, error, trace))) throw error
  }
}

async function contextFor({ db, registry, personOf, defaults }: WorkerOptions, by: string | null, trace: string): Promise<Ctx> {
  // The change that asked for this job may have been made by another process a moment ago.
  await liveRegistryOf(db)?.refresh()
  const person = by === null ? null : await personOf(by)
  if (by !== null && person === null) refuse('person_gone', texts.personGone)
  return {
    db, registry: registry(), now: new Date(), trace, ...defaults, who: person?.who ?? program,
    ...(person === null ? {} : { language: person.language, timeZone: person.timeZone }),
    origin: { via: 'job', ip: null, agent: null, session: null },
  }
}
