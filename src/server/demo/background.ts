import { defineJob } from '../kernel/jobs/define.ts'
import { sql } from '../../expression/sql.ts'
import { demoJob } from '../users/index.ts'
import { loadDemo } from './actions.ts'

/** Loaded once: a worker that was killed in the middle leaves nothing, since all goes in one transaction. */
const load = defineJob<object>({
  name: demoJob,
  run: (ctx) =>
    ctx.db.transaction(async (db) => {
      const claimed = await db.rows(sql`insert into sedno_state (key, value) values ('demo', '{}') on conflict (key) do nothing returning key`)
      if (claimed.length > 0) await loadDemo({ ...ctx, db })
    }),
})

export const jobs = [load]
