/** A world whose configuration an administrator changes while the test runs: what the tests of the configuration have in common. */
import type { ItemChange, ItemKind } from '../../../contract/configuration.ts'
import { openLiveRegistry, type LiveRegistry } from '../configuration/live.ts'
import type { Ctx } from '../context.ts'
import { book, shelf } from './objects.ts'
import { startWorld, type World } from './world.ts'

export interface ShapedWorld extends World {
  /** As at run time; a test that plays another process puts that one's here. */
  live: LiveRegistry
  /** The program, with the newest registry. */
  newest(rest?: Partial<Ctx>): Ctx
}

export async function shapedWorld(): Promise<ShapedWorld> {
  const world = await startWorld([book, shelf])
  const shaped: ShapedWorld = {
    ...world,
    live: await openLiveRegistry(world.db, [book, shelf]),
    newest: (rest = {}) => world.ctxOf('program', { registry: shaped.live.now(), ...rest }),
    async end() {
      await shaped.live.close()
      await world.end()
    },
  }
  return shaped
}

export const item = (kind: ItemKind, body: unknown, id = '', version: number | null = null): ItemChange => ({ kind, id, version, body })
export const both = (text: string) => ({ pl: text, en: text })
