/** A request that was under way while the type of a field changed asks the database for what the table no longer is. */
import { liveRegistryOf } from '../configuration/live.ts'
import type { Ctx } from '../context.ts'
import type { Registry } from '../metadata/registry.ts'

/** The newest registry, when the request failed because it held an older one; null: it failed for another reason. */
export async function reshapedSince(ctx: Ctx, error: unknown): Promise<Registry | null> {
  const { code } = error as { code?: unknown }
  // Class 42: the statement does not fit its tables; 22P02: a value is not written as its new type wants it.
  if (typeof code !== 'string' || !(code.startsWith('42') || code === '22P02')) return null
  const live = liveRegistryOf(ctx.db)
  await live?.refresh()
  return live === null || live.now().version === ctx.registry.version ? null : live.now()
}
