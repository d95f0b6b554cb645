import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'

/** What a job is given besides its payload. */
export interface JobTools {
  /** How far it came, for the person who waits; nothing when nobody waits. */
  progress(done: number, total?: number): Promise<void>
  /** Did the person stop it? Ask between steps, and leave with what was done kept. */
  cancelled(): Promise<boolean>
  /** The process is asked to end: save, and throw HandedBack; another worker goes on. */
  signal: AbortSignal
  /** The run it works for; null for a job that nobody waits for. */
  run: RunTools | null
  /** 1 the first time. */
  attempt: number
}

export interface RunTools {
  id: string
  /** What `save` kept last: where to go on after a kill or a hand-back. */
  memo: unknown
  /**
   * How far it came, in the same transaction as what was done, so that nothing is done twice. Throws RunCancelled when the person
   * stopped it and HandedBack when the process ends: the transaction is then rolled back and this step was not done.
   */
  save(db: Db, progress: { done: number; total?: number; memo?: unknown }): Promise<void>
}

export interface JobDefinition<P = never> {
  name: string
  run(ctx: Ctx, payload: P, tools: JobTools): Promise<unknown>
  /** Started by the clock: a cron expression in UTC. */
  every?: string
  /** How many at once in one worker process; 1 when left out. */
  together?: number
}

/** The job was not finished because the process ends; it is begun again elsewhere and goes on from what it saved. */
export class HandedBack extends Error {
  constructor() {
    super('handed back')
    this.name = 'HandedBack'
  }
}

/** The person who waited for it stopped it. */
export class RunCancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'RunCancelled'
  }
}

/** A job is declared where it belongs, and put together with the others in rooms.ts. It must bear being run twice. */
export const defineJob = <P>(definition: JobDefinition<P>): JobDefinition<P> => definition

/** Jobs of any payload, as the worker holds them. */
export type AnyJob = JobDefinition<never>
