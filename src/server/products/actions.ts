import { canRead } from '../kernel/access/field-access.ts'
import type { Ctx } from '../kernel/context.ts'
import { search } from '../kernel/query/search.ts'
import type { FoundProduct } from './contract.ts'
import { onSale } from './queries.ts'

/** Taken from what the search finds, so that those no longer on sale leave room. */
const spare = 3

/** On sale, by whatever is searched in: code, EAN, name in both languages; the closest first. */
export async function findProducts(ctx: Ctx, { text, limit = 10 }: { text: string; limit?: number | undefined }): Promise<FoundProduct[]> {
  if (!canRead(ctx, 'product', 'active')) return []
  const { hits } = await search(ctx, text, { objects: ['product'], limit: Math.min(50, limit * spare) })
  return (await onSale(ctx, hits.map(({ id }) => id))).slice(0, limit)
}
