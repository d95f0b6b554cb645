import { numberJob } from '../configuration/fill.ts'
import { forgetJob, indexJob } from '../configuration/indexing.ts'
import { newDayJob, recalculateJob } from '../formulas/recalculate.ts'
import { forgetOutbox } from '../events/outbox.ts'
import { ensureMonths, monthsAround } from '../history/months.ts'
import { forgetAnswers } from '../records/once.ts'
import { purgeExpired } from '../records/purge.ts'
import { forgetSettled } from '../outgoing/state.ts'
import { massJob } from '../records/mass.ts'
import { undoJob } from '../records/undo-run.ts'
import { sql } from '../../../expression/sql.ts'
import { defineJob, type AnyJob } from './define.ts'

/** The house's own chores: months made ahead, the trash emptied, what nobody needs any more forgotten. */
export const dailyJob = defineJob<object>({
  name: 'kernel.daily',
  every: '17 2 * * *',
  async run(ctx) {
    const { from, until } = monthsAround(ctx.now)
    await ensureMonths(ctx.db, 'history', from, until)
    await ensureMonths(ctx.db, 'operation_log', from, until)
    const purged = await purgeExpired(ctx)
    await forgetAnswers(ctx)
    await forgetOutbox(ctx.db, ctx.now)
    await forgetSettled(ctx.db)
    await ctx.db.rows(sql`delete from run where finished_at < ${ctx.now.toISOString()}::timestamptz - interval '90 days'`)
    return { purged }
  },
})

/** Jobs of the kernel itself; put together with those of the rooms. */
export const kernelJobs: readonly AnyJob[] = [dailyJob, massJob, undoJob, indexJob, forgetJob, numberJob, newDayJob, recalculateJob]
