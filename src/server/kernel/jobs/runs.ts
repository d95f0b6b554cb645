/** Long works a person waits for: begun with the job that does them, seen while they go, stopped when he likes. */
import type { RunView } from '../../../contract/records.ts'
import { refuse, RefusalError } from '../../../contract/refusal.ts'
import { say, type Text } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { isId, newId } from '../db/uuid7.ts'
import { tellLater } from '../events/notify.ts'
import { namesOf } from '../history/names.ts'
import { HandedBack, RunCancelled, type RunTools } from './define.ts'
import { enqueue } from './enqueue.ts'
import { texts } from './texts.ts'

export interface NewRun {
  /** Name of the job that does it. */
  kind: string
  title: Text
  payload: object
  total?: number
  /** The run's id, where something else must know it before. */
  id?: string
}

/** Begins it with the rights of the caller, in his transaction. Gives the run's id. */
export async function startRun(ctx: Ctx, { kind, title, payload, total, id = newId() }: NewRun): Promise<string> {
  await ctx.db.rows(sql`insert into run (id, kind, title, state, total, payload, by, at)
    values (${id}::uuid, ${kind}, ${JSON.stringify(title)}::jsonb, 'queued', ${total ?? null}, ${JSON.stringify(payload)}::jsonb, ${ctx.who.userId}, ${ctx.now.toISOString()})`)
  await enqueue(ctx.db, kind, { run: id }, { by: ctx.who.userId, trace: ctx.trace, key: id })
  tellRun(ctx.db, id, ctx.who.userId)
  return id
}

interface RunRow {
  id: string
  kind: string
  title: Text
  state: RunView['state']
  total: number | null
  done: number
  payload: unknown
  memo: unknown
  result: unknown
  error: Text | null
  by: string | null
  at: string
  started_at: string | null
  finished_at: string | null
}

/** One's own run; administrators see all. Null: not there or another's. */
export async function runOf(ctx: Ctx, id: string): Promise<RunView | null> {
  if (!isId(id)) return null
  const [row] = await ctx.db.rows<RunRow>(sql`select * from run where id = ${id}::uuid and (${ctx.who.all} or by = ${ctx.who.userId}::uuid)`)
  return row === undefined ? null : (await views(ctx, [row]))[0]!
}

/** One's own runs, the newest first. */
export async function runs(ctx: Ctx, { limit = 50 }: { limit?: number } = {}): Promise<RunView[]> {
  return views(ctx, await ctx.db.rows<RunRow>(sql`select * from run where by is not distinct from ${ctx.who.userId}::uuid order by at desc, id desc limit ${limit}`))
}

async function views(ctx: Ctx, rows: readonly RunRow[]): Promise<RunView[]> {
  const people = await namesOf(ctx, 'user', rows.flatMap(({ by }) => by ?? []))
  return rows.map((row) => ({
    id: row.id, kind: row.kind, title: row.title[ctx.language], state: row.state, total: row.total, done: row.done, result: row.result,
    error: row.error?.[ctx.language] ?? null,
    by: row.by === null ? null : (people.get(row.by) ?? null), at: row.at, startedAt: row.started_at, finishedAt: row.finished_at,
  }))
}

/** Stops it at its next step; what is not begun yet is stopped at once. Refuses 404 for what is not there, not his, or over. */
export async function cancelRun(ctx: Ctx, id: string): Promise<void> {
  const [row] = isId(id)
    ? await ctx.db.rows<{ by: string | null }>(sql`
        update run set cancel_at = ${ctx.now.toISOString()}, state = case when state = 'queued' then 'cancelled' else state end,
          finished_at = case when state = 'queued' then ${ctx.now.toISOString()}::timestamptz else finished_at end
        where id = ${id}::uuid and (${ctx.who.all} or by = ${ctx.who.userId}::uuid) and state in ('queued', 'running') returning by`)
    : []
  if (row === undefined) refuse('not_found', texts.noSuchRun, { status: 404 })
  tellRun(ctx.db, id, row!.by)
}

export interface TakenRun {
  id: string
  payload: unknown
  memo: unknown
  by: string | null
  /** Whoever has the newest may write. */
  claim: string
}

/** Takes a run up. Null: it is over, there is nothing to do. */
export async function takeUp(db: Db, id: string): Promise<TakenRun | null> {
  const [row] = await db.rows<TakenRun>(sql`
    update run set state = 'running', started_at = coalesce(started_at, now()), claim = ${newId()}::uuid
    where id = ${id}::uuid and state in ('queued', 'running') returning id, payload, memo, by, claim`)
  if (row === undefined) return null
  tellRun(db, id, row.by)
  return row
}

export function runTools(run: TakenRun, signal: AbortSignal): RunTools {
  return {
    id: run.id,
    memo: run.memo,
    async save(db, { done, total, memo }) {
      if (signal.aborted) throw new HandedBack()
      const [row] = await db.rows<{ cancelled: boolean }>(sql`
        update run set done = ${done}, total = coalesce(${total ?? null}::bigint, total), memo = coalesce(${memo === undefined ? null : JSON.stringify(memo)}::jsonb, memo)
        where id = ${run.id}::uuid and claim = ${run.claim}::uuid returning cancel_at is not null as cancelled`)
      // Another has taken it up in the belief that this process was dead.
      if (row === undefined) throw new HandedBack()
      if (row.cancelled) throw new RunCancelled()
      tellRun(db, run.id, run.by)
    },
  }
}

export async function isCancelled(db: Db, id: string): Promise<boolean> {
  const [row] = await db.rows<{ cancelled: boolean }>(sql`select cancel_at is not null as cancelled from run where id = ${id}::uuid`)
  return row?.cancelled === true
}

export async function finishRun(db: Db, id: string, end: { state: 'done' | 'cancelled'; result?: unknown } | { state: 'failed'; error: Text }): Promise<void> {
  const result = 'result' in end && end.result !== undefined ? JSON.stringify(end.result) : null
  const error = 'error' in end ? JSON.stringify(end.error) : null
  const [row] = await db.rows<{ by: string | null }>(sql`
    update run set state = ${end.state}, result = coalesce(${result}::jsonb, result), error = ${error}::jsonb, finished_at = now() where id = ${id}::uuid returning by`)
  tellRun(db, id, row?.by ?? null)
}

const mostFailures = 3

/** A refusal is the answer to the person. Anything else is tried again, a few times. Gives whether it is over. */
export async function failRun(db: Db, id: string, error: unknown, trace: string): Promise<boolean> {
  if (error instanceof RefusalError) {
    const { text, values } = error.refusals[0]!
    await finishRun(db, id, { state: 'failed', error: { pl: say(text, 'pl', values), en: say(text, 'en', values) } })
    return true
  }
  const [row] = await db.rows<{ failures: number }>(sql`update run set failures = failures + 1 where id = ${id}::uuid returning failures`)
  if (row === undefined || row.failures < mostFailures) return false
  await finishRun(db, id, { state: 'failed', error: { pl: say(texts.runFailed, 'pl', { trace }), en: say(texts.runFailed, 'en', { trace }) } })
  return true
}

function tellRun(db: Db, id: string, by: string | null): void {
  tellLater(db, { kind: 'run', to: by === null ? null : [by], id })
}
