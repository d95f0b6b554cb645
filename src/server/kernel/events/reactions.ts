/** What rooms do after the fact: each reaction goes through the outbox in order, one worker at a time, each event once. */
import { Client } from 'pg'
import type { Language } from '../../../contract/text.ts'
import { program } from '../access/who.ts'
import type { Ctx } from '../context.ts'
import type { Database } from '../db/database.ts'
import type { Registry } from '../metadata/registry.ts'
import { retryDue, setAside } from './failures.ts'
import { channel } from './notify.ts'
import { cursorOf, cursorsOf, isBefore, lastEvent, moveCursor, moveCursors, readOutbox, settleOutbox, type Cursor, type OutboxEvent } from './outbox.ts'

export interface Reaction {
  /** Stable: its place in the outbox is kept under it. */
  name: string
  /** All when left out. */
  objects?: readonly string[]
  verbs?: readonly string[]
  /**
   * Runs as the program, in a transaction that also marks the event as done: what it writes through ctx.db happens once. What it does
   * outside (sends, calls) may happen twice after a crash: give `event.key` along so that the other side can tell.
   */
  run(ctx: Ctx, event: OutboxEvent & { key: string }): Promise<void>
}

export const defineReaction = (reaction: Reaction): Reaction => reaction

/**
 * For what is cheaper done for many events at once. It has transactions of its own and must bear the same events twice: only when it is
 * through are they marked as done. What it throws stops it at these events, and they are tried again with the next turn. Gives true
 * when it wrote anything that may concern itself again.
 */
export interface BatchReaction {
  name: string
  /** All when left out. Asked for after it is known which events will be read. */
  objects?: readonly string[] | ((ctx: Ctx) => Promise<readonly string[]>)
  runMany(ctx: Ctx, events: readonly OutboxEvent[]): Promise<boolean | void>
}

export const defineBatchReaction = (reaction: BatchReaction): BatchReaction => reaction

export interface ReactionOptions {
  db: Database
  reactions: readonly (Reaction | BatchReaction)[]
  registry(): Registry
  defaults: { language: Language; timeZone: string; currency: string }
  failed?(about: { reaction: string; position: number; attempt: number }, error: unknown): void
  /** How long to wait before the n-th new attempt; doubling from a second to an hour when left out. */
  pauseMs?(attempt: number): number
  /** How often to look without being called; 2 s when left out. */
  everyMs?: number
}

export interface Reacting {
  stop(): Promise<void>
  /** Everything committed until now has been gone through; for tests. */
  caughtUp(): Promise<void>
}

const atOnce = 500
const manyAtOnce = 5_000
/** Two turns begin at least so far apart. */
const turnMs = 100

export async function startReactions(options: ReactionOptions): Promise<Reacting> {
  const { db, everyMs = 2_000 } = options
  await settleOutbox(db)
  for (const { name } of options.reactions) await cursorOf(db, name)
  const locks = keeper(db.url)
  let ended = false
  let running: Promise<void> = Promise.resolve()
  let asked = false
  const goThrough = (): Promise<void> => {
    if (asked) return running
    asked = true
    running = running.then(async () => {
      asked = false
      if (!ended) await turn(options, locks, () => ended)
    })
    return running
  }
  const pace = inTurns(() => void goThrough())
  const stopEar = await db.listen(channel, pace.soon, pace.soon)
  const clock = setInterval(() => void goThrough(), everyMs)
  void goThrough()
  return {
    caughtUp: goThrough,
    async stop() {
      ended = true
      clearInterval(clock)
      pace.stop()
      await stopEar()
      await running
      await locks.close()
    },
  }
}

/**
 * At once when nothing was for a while; else what comes close together is one turn. While many write there are a hundred messages a second,
 * and a turn for each took a seventh of what the database can do.
 */
function inTurns(go: () => void): { soon(): void; stop(): void } {
  let next: NodeJS.Timeout | null = null
  let last = 0
  return {
    soon() {
      next ??= setTimeout(() => {
        next = null
        last = performance.now()
        go()
      }, Math.max(0, last + turnMs - performance.now()))
    },
    stop() {
      if (next !== null) clearTimeout(next)
    },
  }
}

/** A database that is gone comes back; the next turn finds out. Each reaction's own errors are set aside before. */
async function turn(options: ReactionOptions, locks: Keeper, ended: () => boolean): Promise<void> {
  try {
    const mine = await held(options.reactions, locks)
    if (mine.length === 0) return
    await retryDue(options, mine.filter((reaction) => 'run' in reaction), contextOf(options))
    let left: readonly AnyReaction[] = mine
    while (!ended() && left.length > 0) left = await goThroughOnce(options, left, ended)
  } catch (error) {
    options.failed?.({ reaction: options.reactions.map(({ name }) => name).join(), position: 0, attempt: 0 }, error)
  }
}

type AnyReaction = Reaction | BatchReaction

async function held(reactions: readonly AnyReaction[], locks: Keeper): Promise<AnyReaction[]> {
  const mine: AnyReaction[] = []
  for (const reaction of reactions) if (await locks.hold(`reaction ${reaction.name}`)) mine.push(reaction)
  return mine
}

/**
 * Each reaction up to the last event there is. Gives those that have more to do at once; what others write meanwhile is for the next
 * turn: while many write there is always some. Those that nothing concerned move on together.
 */
async function goThroughOnce(options: ReactionOptions, reactions: readonly AnyReaction[], ended: () => boolean): Promise<AnyReaction[]> {
  const { db } = options
  const until = await lastEvent(db)
  if (until === null) return []
  const cursors = await cursorsOf(db, reactions.map(({ name }) => name))
  const [more, idle]: [AnyReaction[], string[]] = [[], []]
  for (const reaction of reactions) {
    const from = cursors.get(reaction.name)!
    if (ended() || !isBefore(from, until)) continue
    try {
      const did = await goOn(options, reaction, { from, until })
      if (did === 'nothing') idle.push(reaction.name)
      if (did === 'more') more.push(reaction)
    } catch (error) {
      options.failed?.({ reaction: reaction.name, position: 0, attempt: 0 }, error)
    }
  }
  if (idle.length > 0) await moveCursors(db, idle, until)
  return more
}

type Did = 'nothing' | 'all' | 'more'

async function goOn(options: ReactionOptions, reaction: AnyReaction, { from, until }: { from: Cursor; until: Cursor }): Promise<Did> {
  const limit = 'runMany' in reaction ? manyAtOnce : atOnce
  const objects = typeof reaction.objects === 'function' ? await reaction.objects(contextOf(options)) : reaction.objects
  const events = await readOutbox(options.db, from, { until, limit, ...(objects === undefined ? {} : { objects }) })
  if (events.length === 0) return 'nothing'
  const upTo = events.length === limit ? events.at(-1)! : until
  if ('runMany' in reaction) {
    const wrote = await reaction.runMany(contextOf(options), events)
    await moveCursor(options.db, reaction.name, upTo)
    return wrote === true || upTo !== until ? 'more' : 'all'
  }
  const wanted = events.filter(({ verb }) => reaction.verbs?.includes(verb) ?? true)
  for (const event of wanted) await runOne(options, reaction, event)
  await moveCursor(options.db, reaction.name, upTo)
  return upTo === until ? 'all' : 'more'
}

async function runOne(options: ReactionOptions, reaction: Reaction, event: OutboxEvent): Promise<void> {
  const { db } = options
  try {
    await db.transaction(async (tx) => {
      await reaction.run({ ...contextOf(options), db: tx }, { ...event, key: `${reaction.name}:${event.position}` })
      await moveCursor(tx, reaction.name, event)
    })
  } catch (error) {
    options.failed?.({ reaction: reaction.name, position: event.position, attempt: 1 }, error)
    await db.transaction(async (tx) => {
      await setAside(tx, options, reaction.name, event, error)
      await moveCursor(tx, reaction.name, event)
    })
  }
}

const contextOf = ({ db, registry, defaults }: ReactionOptions): Ctx => ({
  db, registry: registry(), now: new Date(), trace: 'reaction', who: program, ...defaults, origin: { via: 'job', ip: null, agent: null, session: null },
})

interface Keeper {
  /** Mine from now on, or another process has it. */
  hold(name: string): Promise<boolean>
  close(): Promise<void>
}

/** Locks of a session: they fall the moment the process is gone, and hold up no transaction meanwhile. */
function keeper(url: string): Keeper {
  let client: Promise<Client> | null = null
  const held = new Set<string>()
  const connect = async (): Promise<Client> => {
    const fresh = new Client({ connectionString: url, application_name: 'sedno reactions', keepAlive: true })
    const forget = () => {
      client = null
      held.clear()
    }
    fresh.on('error', forget)
    fresh.on('end', forget)
    await fresh.connect()
    return fresh
  }
  return {
    async hold(name) {
      client ??= connect().catch((error: unknown) => {
        client = null
        throw error
      })
      const mine = await client
      if (held.has(name)) return true
      const { rows } = await mine.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [name])
      if (rows[0]!.mine) held.add(name)
      return rows[0]!.mine
    },
    async close() {
      await client?.then((open) => open.end()).catch(() => undefined)
    },
  }
}
