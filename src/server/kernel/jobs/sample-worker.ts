/** A worker process for the tests, to be killed: `node sample-worker.ts URL MODE`. */
import { raw, sql } from '../../../expression/sql.ts'
import { openDatabase } from '../db/open.ts'
import { buildRegistry } from '../metadata/build.ts'
import { massJob } from '../records/mass.ts'
import { samples } from '../records/samples.ts'
import { defineJob } from './define.ts'
import { startWorker } from './worker.ts'

const [url = '', mode = ''] = process.argv.slice(2)
const db = await openDatabase({ url, max: 4 })
const registry = buildRegistry(samples)

/** Ten steps, each kept with how far it came; in mode `hang` it stops breathing in the middle. */
const steps = defineJob<{ name: string }>({
  name: 'test.steps',
  async run(ctx, { name }, { run }) {
    for (let step = ((run!.memo as number | null) ?? 0) + 1; step <= 10; step++) {
      await ctx.db.transaction(async (tx) => {
        await tx.rows(sql`insert into step_done (name, step, pid) values (${name}, ${step}, ${process.pid})`)
        await run!.save(tx, { done: step, total: 10, memo: step })
      })
      if (mode === 'hang' && step === 4) {
        process.stdout.write('hanging\n')
        await new Promise(() => setInterval(() => undefined, 1_000))
      }
      if (mode === 'slow') await new Promise((resume) => setTimeout(resume, 150))
    }
    return { pid: process.pid }
  },
})

await db.rows(raw('create table if not exists step_done (name text, step integer, pid integer, unique (name, step))'))
const worker = await startWorker({
  db, jobs: [steps, massJob], registry: () => registry, personOf: async () => null,
  defaults: { language: 'pl', timeZone: 'Europe/Warsaw', currency: 'PLN' },
})
process.stdout.write('ready\n')
process.on('SIGTERM', () => {
  void worker
    .stop(2_000)
    .then(() => db.close())
    .then(() => process.exit(0))
})
