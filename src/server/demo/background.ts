import { defineJob } from '../kernel/jobs/define.ts'
import { sql } from '../../expression/sql.ts'
import { demoJob } from '../users/index.ts'
import { loadDemo, shapeDemo } from './actions.ts'

/**
 * Loaded once: a worker that was killed in the middle leaves no record, since all of them go in one transaction. The configuration goes before,
 * so that nobody who looks around meanwhile waits for tables being changed; a second time it changes nothing.
 */
const load = defineJob<object>({
  name: demoJob,
  async run(ctx) {
    const there = await ctx.db.rows(sql`select key from sedno_state where key = 'demo'`)
    if (there.length > 0) return
    const shaped = await shapeDemo(ctx)
    await ctx.db.transaction(async (db) => {
      const claimed = await db.rows(sql`insert into sedno_state (key, value) values ('demo', '{}') on conflict (key) do nothing returning key`)
      if (claimed.length > 0) await loadDemo({ ...shaped, db })
    })
  },
})

export const jobs = [load]
