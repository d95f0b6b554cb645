/** Indexes and foreign keys of new columns, made after the change without stopping anybody; removed columns, dropped when their time is over. */
import { defineJob } from '../jobs/define.ts'
import { addIndexes } from './columns.ts'
import { forgetRemoved } from './forget.ts'

export const indexJobName = 'configuration.indexes'

export const indexJob = defineJob<object>({
  name: indexJobName,
  async run(ctx) {
    await addIndexes(ctx.db, ctx.registry)
  },
})

export const forgetJob = defineJob<object>({ name: 'configuration.forget', every: '47 2 * * *', run: (ctx) => forgetRemoved(ctx) })
