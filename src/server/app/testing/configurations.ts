/** Configurations that come with the program, brought into a house the way `config apply` brings them in. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { RefusalError } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { applyFiles, compareFiles, exportFiles, filesIn } from '../../configuration/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { House } from './house.ts'

/** The files of a folder below the checkout's root. */
export const filesOf = (folder: string) => filesIn(join(import.meta.dirname, '../../../..', folder))
type Files = Awaited<ReturnType<typeof filesOf>>

/** As it is now: after an apply the registry is another one. */
const ctxOf = (house: House): Ctx => house.world.ctxOf('program', { registry: house.live.now() })

/** Rehearsed, then made so; the same files a second time find nothing to do. `whole`: and what comes out again is what went in. */
export async function bringIn(house: House, files: Files, { whole }: { whole: boolean }): Promise<void> {
  const rehearsal = await named(applyFiles(ctxOf(house), files, { whole, rehearse: true }))
  assert.ok(rehearsal.differences.length > 0)
  const { differences } = await named(applyFiles(ctxOf(house), files, { whole }))
  assert.deepEqual(differences, rehearsal.differences)
  assert.deepEqual((await applyFiles(ctxOf(house), files, { whole })).differences, [])
  assert.deepEqual(await compareFiles(ctxOf(house), files, { whole }), [])
  if (!whole) return
  const out = await exportFiles(ctxOf(house), 'test')
  for (const [file, text] of files) if (file !== 'configuration.json') assert.equal(out.get(file), text, file)
  assert.deepEqual([...out.keys()], [...files.keys()])
}

/** A refusal with all its sentences: which file is wrong, and how. */
async function named<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof RefusalError)) throw error
    throw new Error(error.refusals.map(({ field, text, values }) => `${field ?? ''}: ${say(text, 'en', values)}`).join('\n'), { cause: error })
  })
}
