/** A worker for the tests, to be killed: `node sample-worker.ts URL MODE`. What it hands over is a row of `handed`. */
import { sql } from '../../../expression/sql.ts'
import { program } from '../access/who.ts'
import type { Ctx } from '../context.ts'
import { openDatabase } from '../db/open.ts'
import { buildRegistry } from '../metadata/build.ts'
import { deliverDue } from './deliver.ts'
import type { Way } from './way.ts'

const [url = '', mode = ''] = process.argv.slice(2)
const db = await openDatabase({ url, max: 6 })
const ctx: Ctx = {
  db, registry: buildRegistry([]), now: new Date(), who: program, trace: 'test', language: 'pl', timeZone: 'Europe/Warsaw', currency: 'PLN', origin: { via: 'job', ip: null, agent: null, session: null },
}

const way: Way<{ n: number }> = {
  name: 'test', limitMs: 60_000,
  open: async () => ({
    together: 4, paceMs: 0, close: () => undefined,
    async deliver(_ctx, { id, payload, attempt }) {
      await db.rows(sql`insert into handed (id, n, attempt, pid) values (${id}, ${payload.n}, ${attempt}, ${process.pid})`)
      if (mode === 'hang' && payload.n === 3) {
        process.stdout.write('hanging\n')
        await new Promise(() => setInterval(() => undefined, 1_000))
      }
      return { kind: 'sent' }
    },
  }),
}

process.stdout.write('ready\n')
await deliverDue(ctx, way)
await db.close()
process.stdout.write('done\n')
