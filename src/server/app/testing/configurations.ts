/** Configurations that come with the program, brought into a house the way `config apply` brings them in. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { RefusalError } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { applyFiles, compareFiles, exportFiles } from '../../configuration/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { House } from './house.ts'

type Files = ReadonlyMap<string, string>

/** The files of a folder below the checkout's root, by their path within it. */
export function filesOf(folder: string): Files {
  const root = join(import.meta.dirname, '../../../..', folder)
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
  return new Map(files.map((entry): [string, string] => [relative(root, join(entry.parentPath, entry.name)), readFileSync(join(entry.parentPath, entry.name), 'utf8')]).sort(([a], [b]) => (a < b ? -1 : 1)))
}

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
  const out = await exportFiles(ctxOf(house), 'test')
  for (const [file, text] of files) if (file !== 'configuration.json' && (whole || !file.startsWith('views/'))) assert.equal(out.get(file), text, file)
  if (whole) assert.deepEqual([...out.keys()], [...files.keys()])
}

/** A refusal with all its sentences: which file is wrong, and how. */
async function named<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof RefusalError)) throw error
    throw new Error(error.refusals.map(({ field, text, values }) => `${field ?? ''}: ${say(text, 'en', values)}`).join('\n'), { cause: error })
  })
}
