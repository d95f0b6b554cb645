import type { Values } from '../../../contract/definition.ts'
import type { Ctx } from '../../kernel/context.ts'
import { readCurrent } from '../../kernel/records/current.ts'
import { layoutOf } from '../../kernel/records/layout.ts'

/** What the records hold now, to see which fields are empty. Not for showing. */
export async function currentValues(ctx: Ctx, object: string, ids: readonly string[]): Promise<Map<string, Values>> {
  if (ids.length === 0) return new Map()
  const current = await readCurrent(ctx, layoutOf(ctx.registry, object), ids)
  return new Map([...current].map(([id, { values }]) => [id, values]))
}
