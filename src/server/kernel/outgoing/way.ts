/** What a room says of a way out: how one parcel is handed over, and what came of it. */
import type { Text } from '../../../contract/text.ts'
import type { Ctx } from '../context.ts'

/** A sentence for people, its facts filled in, and the other side's own words. */
export interface Reason {
  why: Text
  said?: string
}

export type Outcome<P> =
  | { kind: 'sent'; said?: string; facts?: Readonly<Record<string, unknown>> }
  /** This one did not go now; it is tried again, with ever longer pauses, for a day. `left` is what of it has not gone. */
  | ({ kind: 'later'; left?: P } & Reason)
  /** It will never go like this. */
  | ({ kind: 'never'; facts?: Readonly<Record<string, unknown>> } & Reason)
  /** Nothing goes on this lane: the server is away, the password is wrong. All of it waits, however long that lasts. */
  | ({ kind: 'down' } & Reason)

export interface Taken<P> {
  id: string
  payload: P
  /** 1 the first time. Above it, nobody may know whether the other side has it already: a worker was killed, an answer never came. */
  attempt: number
  /** Fires at the time limit. */
  signal: AbortSignal
}

/** What hands over on one lane for a while: connections that are kept open, settings that were read once. */
export interface Carrier<P> {
  /** How many are handed over at once. */
  together: number
  /** Least time between two, in milliseconds; 0: none. Such a lane is worked by one worker at a time. */
  paceMs: number
  deliver(ctx: Ctx, parcel: Taken<P>): Promise<Outcome<P>>
  close(): void
}

export interface Way<P> {
  name: string
  /** After so long an attempt is over. */
  limitMs: number
  open(ctx: Ctx, lane: string): Promise<Carrier<P>>
  /** In the transaction that keeps what became of it: sent, or never; never also when the day is over. */
  settled?(ctx: Ctx, parcel: Pick<Taken<P>, 'id' | 'payload'>, outcome: Outcome<P>): Promise<void>
}
