/** Indexes and foreign keys of new columns, made after the change without stopping anybody; removed columns, dropped when their time is over. */
import { sql } from '../../../expression/sql.ts'
import { defineJob } from '../jobs/define.ts'
import { addIndexes } from './columns.ts'
import { forgetRemoved } from './forget.ts'
import { liveRegistryOf } from './live.ts'

export const indexJobName = 'configuration.indexes'

export const indexJob = defineJob<object>({
  name: indexJobName,
  async run(ctx) {
    await liveRegistryOf(ctx.db)?.refresh()
    await addIndexes(ctx.db, liveRegistryOf(ctx.db)?.now() ?? ctx.registry)
    // What is new is planned for as it is, not as the planner guesses.
    await ctx.db.rows(sql`analyze configuration_item`)
  },
})

export const forgetJob = defineJob<object>({ name: 'configuration.forget', every: '47 2 * * *', run: (ctx) => forgetRemoved(ctx) })
