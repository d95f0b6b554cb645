/** Events a reaction could not cope with: set aside so that the others go on, tried again, and seen until somebody cares. */
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import type { OutboxEvent } from './outbox.ts'
import type { Reaction, ReactionOptions } from './reactions.ts'

export interface ReactionFailure {
  reaction: string
  position: number
  event: OutboxEvent
  attempts: number
  error: string
  firstAt: string
  /** null: given up. */
  nextAt: string | null
}

const mostAttempts = 12
const pause = (attempt: number): number => Math.min(3_600_000, 1_000 * 2 ** (attempt - 1))

export async function setAside(tx: Db, { pauseMs = pause }: ReactionOptions, reaction: string, event: OutboxEvent, error: unknown): Promise<void> {
  await tx.rows(sql`
    insert into reaction_failure (reaction, position, event, attempts, error, next_at)
    values (${reaction}, ${event.position}, ${JSON.stringify(event)}::jsonb, 1, ${reasonOf(error)}, now() + make_interval(secs => ${pauseMs(1) / 1000}))
    on conflict (reaction, position) do nothing`)
}

interface Due {
  reaction: string
  position: number
  event: OutboxEvent
  attempts: number
}

/** Those whose time has come, each once, each reaction's in order. */
export async function retryDue(options: ReactionOptions, reactions: readonly Reaction[], ctx: Ctx): Promise<void> {
  const byName = new Map(reactions.map((reaction) => [reaction.name, reaction]))
  const due = await options.db.rows<Due>(
    sql`select reaction, position, event, attempts from reaction_failure where reaction = any(${[...byName.keys()]}::text[]) and next_at <= now() order by position limit 100`,
  )
  for (const one of due) await retry(options, byName.get(one.reaction)!, { ctx, due: one })
}

async function retry(options: ReactionOptions, reaction: Reaction, { ctx, due: { position, event, attempts } }: { ctx: Ctx; due: Due }): Promise<void> {
  const { db, pauseMs = pause } = options
  const mine = sql`reaction = ${reaction.name} and position = ${position}`
  try {
    await db.transaction(async (tx) => {
      await reaction.run({ ...ctx, db: tx }, { ...event, key: `${reaction.name}:${position}` })
      await tx.rows(sql`delete from reaction_failure where ${mine}`)
    })
  } catch (error) {
    options.failed?.({ reaction: reaction.name, position, attempt: attempts + 1 }, error)
    const next = attempts + 1 >= mostAttempts ? sql`null` : sql`now() + make_interval(secs => ${pauseMs(attempts + 1) / 1000})`
    await db.rows(sql`update reaction_failure set attempts = attempts + 1, error = ${reasonOf(error)}, next_at = ${next} where ${mine}`)
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 4_000)

/** For the administrator, the newest first. */
export const reactionFailures = (db: Db, limit = 100): Promise<ReactionFailure[]> =>
  db.rows<ReactionFailure>(sql`
    select reaction, position, event, attempts, error, first_at as "firstAt", next_at as "nextAt" from reaction_failure order by first_at desc limit ${limit}`)

/** Tried again at once, also one that was given up. False: it is not there (any more). */
export async function retryFailure(db: Db, { reaction, position }: { reaction: string; position: number }): Promise<boolean> {
  const due = await db.rows(sql`update reaction_failure set next_at = now() where reaction = ${reaction} and position = ${position}::bigint returning position`)
  return due.length > 0
}
