import { name, raw, sql } from '../../expression/sql.ts'
import { canRead } from '../kernel/access/field-access.ts'
import { visible } from '../kernel/access/visible.ts'
import type { Ctx } from '../kernel/context.ts'
import type { FoundProduct } from './contract.ts'

/** Of these those on sale, in the order given. */
export async function onSale(ctx: Ctx, ids: readonly string[]): Promise<FoundProduct[]> {
  const shown = (field: string) => (canRead(ctx, 'product', field) ? name('p', field) : raw('null'))
  const group = canRead(ctx, 'product', 'group') ? sql`(select g.name from ${visible(ctx, 'productGroup')} g where g.id = p."group")` : raw('null')
  return ctx.db.rows<FoundProduct>(sql`
    select p.id, coalesce(${shown('name')}, '') as name, ${shown('code')} as code, ${shown('ean')} as ean, ${shown('kind')} as kind, ${shown('unit')} as unit, ${group} as group
      from unnest(${ids}::uuid[]) with ordinality as found(id, at) join ${visible(ctx, 'product')} p on p.id = found.id where p.active order by found.at`)
}
