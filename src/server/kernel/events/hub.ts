/**
 * Live changes for the people looking: one ear per process hears what was committed anywhere and passes on to each subscriber
 * what he may see. Nothing is sent unasked for: ids, versions and verbs, never values.
 */
import { compile, name, raw, sql } from '../../../expression/sql.ts'
import { mayVerb, rowRule } from '../access/row-rule.ts'
import type { Ctx } from '../context.ts'
import type { Database } from '../db/database.ts'
import { tableName } from '../metadata/naming.ts'
import { channel, type Message } from './notify.ts'

export interface LiveChange {
  object: string
  /** null: many of this object at once; ask again for what is on the screen. */
  record: string | null
  version: number | null
  verb: string
  by: string | null
}

export type LiveEvent =
  /** `id`: position in the outbox, for Last-Event-ID. */
  | { kind: 'changes'; id: number; changes: LiveChange[] }
  /** Something may have passed unheard. */
  | { kind: 'refresh' }
  /** 'run', 'notice', 'metadata' … with the id it is about. */
  | { kind: 'other'; name: string; id: string | null }

export interface Subscriber {
  /** His rights as they are now; null: he is signed out, and hears no more. */
  ctx(): Promise<Ctx | null>
  userId: string | null
  send(event: LiveEvent): void
  /** Only these objects; all when left out. */
  objects?: readonly string[]
}

export interface Hub {
  /** `after`: the last event he heard; what came since is told first, or `refresh` when that is too much or forgotten. */
  subscribe(subscriber: Subscriber, after?: number): () => void
  readonly size: number
  close(): Promise<void>
}

interface Listening extends Subscriber {
  waiting: (LiveChange & { position: number })[]
}

const gatherMs = 150
/** More than this for one subscriber at once: he is told to look for himself. */
const mostWaiting = 500

export async function openHub(db: Database): Promise<Hub> {
  const listening = new Set<Listening>()
  let timer: NodeJS.Timeout | null = null
  let flushing: Promise<void> = Promise.resolve()
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = null
      flushing = flushing.then(() => deliver(listening))
    }, gatherMs)
  }
  const hear = (payload: string) => {
    for (const message of JSON.parse(payload) as Message[]) {
      for (const one of listening) take(one, message)
    }
    soon()
  }
  const refresh = () => {
    for (const one of listening) one.send({ kind: 'refresh' })
  }
  const stop = await db.listen(channel, hear, refresh)
  return {
    subscribe(subscriber, after) {
      const one: Listening = { ...subscriber, waiting: [] }
      listening.add(one)
      if (after !== undefined) flushing = flushing.then(() => resume(one, after)).then(soon)
      return () => void listening.delete(one)
    },
    get size() {
      return listening.size
    },
    async close() {
      if (timer !== null) clearTimeout(timer)
      listening.clear()
      await stop()
      await flushing
    },
  }
}

function take(one: Listening, message: Message): void {
  if ('k' in message) {
    if (message.to === null || (one.userId !== null && message.to.includes(one.userId))) one.send({ kind: 'other', name: message.k, id: message.id ?? null })
    return
  }
  const { o: object, v: verb, p: position, b: by, r: records } = message
  if (one.objects?.includes(object) === false) return
  if (records === undefined) one.waiting.push({ object, record: null, version: null, verb, by, position })
  else one.waiting.push(...records.map(([record, version]) => ({ object, record, version, verb, by, position })))
}

/** Answers that many subscribers share within one delivery: the same question with the same values. */
type Answers = Map<string, Promise<Set<string>>>

async function deliver(listening: Iterable<Listening>): Promise<void> {
  const answers: Answers = new Map()
  for (const one of [...listening]) {
    if (one.waiting.length === 0) continue
    const waiting = one.waiting
    one.waiting = []
    // A database that is gone for a moment must not end the stream: he is told to look for himself.
    await tell(one, waiting, answers).catch(() => one.send({ kind: 'refresh' }))
  }
}

async function tell(one: Listening, waiting: Listening['waiting'], answers: Answers): Promise<void> {
  if (waiting.length > mostWaiting) return one.send({ kind: 'refresh' })
  const ctx = await one.ctx()
  if (ctx === null) return
  const seen: LiveChange[] = []
  for (const [object, some] of Map.groupBy(waiting, (change) => change.object)) {
    if (!ctx.registry.objects.has(object) || !mayVerb(ctx, object, 'read')) continue
    const visible = await visibleIds(ctx, object, some.flatMap(({ record }) => record ?? []), answers)
    for (const { position: _, ...change } of newest(some)) if (change.record === null || visible.has(change.record)) seen.push(change)
  }
  if (seen.length > 0) one.send({ kind: 'changes', id: Math.max(...waiting.map(({ position }) => position)), changes: seen })
}

/** One record changed several times in the meantime is told of once; what was calculated of it apart, for that comes without a new version and is nobody's change. */
const newest = (some: Listening['waiting']): Listening['waiting'] => [...new Map(some.map((change) => [`${change.record} ${change.verb === 'calculate'}`, change])).values()]

/** Whatever the rule says, also of records in the trash: who saw one must hear that it is gone. */
function visibleIds(ctx: Ctx, object: string, ids: readonly string[], answers: Answers): Promise<Set<string>> {
  const rule = rowRule(ctx, object, 'read', 't')
  if (rule.values.length === 0 && rule.pieces[0] === 'true') return Promise.resolve(new Set(ids))
  const { text, values } = compile(rule)
  const key = JSON.stringify([object, text, values, ids])
  const asked = answers.get(key) ?? ask(ctx, object, rule, ids)
  answers.set(key, asked)
  return asked
}

async function ask(ctx: Ctx, object: string, rule: ReturnType<typeof rowRule>, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await ctx.db.rows<{ id: string }>(sql`select t.id from ${name(tableName(ctx.registry.object(object)))} t where t.id = any(${ids}::uuid[]) and ${rule}`)
  return new Set(rows.map(({ id }) => id))
}

const mostMissed = 1_000
/** Positions are given before the commit, so that one just below the last heard may have come after it. */
const overlap = 50

async function resume(one: Listening, after: number): Promise<void> {
  const ctx = await one.ctx().catch(() => null)
  if (ctx === null) return
  const rows = await ctx.db
    .rows<LiveChange & { position: number }>(sql`
      select object, record, version, verb, by, position from outbox where position > ${Math.max(0, after - overlap)} order by position limit ${mostMissed + 1}`)
    .catch(() => null)
  const [oldest] = rows === null ? [] : await ctx.db.rows<{ position: number | null }>(raw('select min(position) as position from outbox'))
  const forgotten = oldest === undefined || (oldest.position ?? 0) > after + 1
  if (rows === null || forgotten || rows.length > mostMissed) one.send({ kind: 'refresh' })
  else one.waiting.push(...rows.filter(({ object }) => one.objects?.includes(object) ?? true))
}
