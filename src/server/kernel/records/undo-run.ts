/** Taking back a great operation in the background: an import of a hundred thousand rows, a mass change. */
import type { RunView, UndoAnswer } from '../../../contract/records.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { defineJob } from '../jobs/define.ts'
import { isId } from '../db/uuid7.ts'
import { runOf, startRun } from '../jobs/runs.ts'
import { texts } from './texts.ts'
import { undo, undoOperation, type UndoTarget } from './undo.ts'

const mostTold = 100

/** `conflicts`: the first hundred; `conflictCount` tells how many there are. The run's id is the undo's own operation. */
export type UndoResult = UndoAnswer & { conflictCount: number }

export const undoJob = defineJob<{ operation: string }>({
  name: 'records.undo',
  async run(ctx, { operation }, tools): Promise<UndoResult> {
    const answer = await undoOperation(ctx, operation, tools)
    return { ...answer, conflicts: answer.conflicts.slice(0, mostTold), conflictCount: answer.conflicts.length }
  },
})

/** More records than this nobody waits for: a request that is cut off would leave him without an answer. */
const mostWaitedFor = 500

/** Takes back at once what is small; of a greater operation gives the run that does it. Refuses as `undo` does. */
export async function undoOrBegin(ctx: Ctx, target: UndoTarget): Promise<UndoAnswer | RunView> {
  if ('history' in target) return undo(ctx, target)
  const total = await recordsTouched(ctx, target.operation)
  return total <= mostWaitedFor ? undo(ctx, target) : (await runOf(ctx, await undoInBackground(ctx, target.operation, total)))!
}

async function recordsTouched(ctx: Ctx, operation: string): Promise<number> {
  if (!isId(operation)) return 0
  const [touched] = await ctx.db.rows<{ n: number }>(sql`select count(distinct record)::int as n from history where operation = ${operation}::uuid`)
  return touched!.n
}

/** Begins the run and gives its id. */
export const undoInBackground = (ctx: Ctx, operation: string, total?: number): Promise<string> =>
  startRun(ctx, { kind: undoJob.name, title: texts.undoing, payload: { operation }, ...(total === undefined ? {} : { total }) })
