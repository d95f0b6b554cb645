/** Taking back a great operation in the background: an import of a hundred thousand rows, a mass change. */
import type { UndoAnswer } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'
import { defineJob } from '../jobs/define.ts'
import { startRun } from '../jobs/runs.ts'
import { texts } from './texts.ts'
import { undoOperation } from './undo.ts'

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

/** Begins the run and gives its id. */
export const undoInBackground = (ctx: Ctx, operation: string): Promise<string> => startRun(ctx, { kind: undoJob.name, title: texts.undoing, payload: { operation } })
