/** A worker process that stops breathing in the middle of an import, to be killed: `node worker.ts URL FOLDER USER ROWS`. */
import { buildRegistry } from '../../kernel/metadata/build.ts'
import { program } from '../../kernel/access/who.ts'
import { openDatabase } from '../../kernel/db/open.ts'
import { useFiles } from '../../kernel/files/current.ts'
import { openDiskStore } from '../../kernel/files/disk.ts'
import type { AnyJob, JobDefinition, RunTools } from '../../kernel/jobs/define.ts'
import { startWorker } from '../../kernel/jobs/worker.ts'
import { objects } from '../../app/rooms.ts'
import { jobs } from '../background.ts'

const [url = '', folder = '', userId = '', rows = ''] = process.argv.slice(2)
const db = await openDatabase({ url, max: 4 })
const registry = buildRegistry(objects)
useFiles(openDiskStore(folder))

/** The lot that reaches so many rows is written but never committed. */
function breathless(job: AnyJob): AnyJob {
  const { run } = job as JobDefinition<object>
  return {
    ...job,
    run(ctx: never, payload: object, tools: { run: RunTools | null }) {
      const save: RunTools['save'] = async (tx, progress) => {
        await tools.run!.save(tx, progress)
        if (progress.done < Number(rows)) return
        process.stdout.write('hanging\n')
        await new Promise(() => setInterval(() => undefined, 1_000))
      }
      return run(ctx, payload, { ...tools, run: { ...tools.run!, save } } as never)
    },
  } as AnyJob
}

await startWorker({
  db, jobs: jobs.map((job) => breathless(job as AnyJob)), registry: () => registry,
  personOf: async () => ({ who: { ...program, userId, name: 'Anna', fingerprint: 'Anna' }, language: 'pl', timeZone: 'Europe/Warsaw' }),
  defaults: { language: 'pl', timeZone: 'Europe/Warsaw', currency: 'PLN' },
})
process.stdout.write('ready\n')
