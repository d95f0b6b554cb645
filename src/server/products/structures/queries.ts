import { raw, sql, type Sql } from '../../../expression/sql.ts'
import type { Money } from '../../../fields/field.ts'
import type { Structure, StructureComponent, StructureProduct, StructureRule } from '../../../contract/selling/structure.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'

export interface KeptStructure extends Structure {
  /** By component: the price a part has in its whole. */
  prices: Record<string, Money>
}

interface Row {
  products: StructureProduct[]
  components: (StructureComponent & { price: Money | null })[]
  rules: StructureRule[]
}

/** Everything a product consists of, to any depth, in one statement; each whole in it once. null: there is no such product, or not for the caller. */
export async function structureWithin(ctx: Ctx, product: string): Promise<KeptStructure | null> {
  const field = (object: string, named: string, value: Sql, otherwise: Sql = raw('null')) => (canRead(ctx, object, named) ? value : otherwise)
  const [row] = await ctx.db.rows<Row>(sql`
    with recursive within(id) as (
      select p.id from ${visible(ctx, 'product')} p where p.id = ${product}::uuid
      union
      select c.part from within w join ${visible(ctx, 'component')} c on c.whole = w.id
    )
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'code', coalesce(${field('product', 'code', sql`p.code`)}, ''), 'name', coalesce(${field('product', 'name', sql`p.name`)}, ''),
          'unit', coalesce(${field('product', 'unit', sql`p.unit`)}, ''), 'vatRate', coalesce(${field('product', 'vatRate', sql`p.vat_rate`)}, ''), 'priceOf', coalesce(p.price_of, 'own'))), '[]')
        from ${visible(ctx, 'product')} p where p.id in (select id from within)) as products,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'whole', c.whole, 'part', c.part, 'kind', c.kind, 'choiceGroup', c.choice_group, 'quantity', c.quantity::text,
          'minQuantity', c.min_quantity::text, 'maxQuantity', c.max_quantity::text, 'chosen', coalesce(c.chosen, false), 'included', coalesce(c.included, false),
          'price', ${field('component', 'price', sql`case when c.price_amount is not null then jsonb_build_object('amount', c.price_amount::text, 'currency', c.price_currency) end`)})
          order by c.whole, c.position, c.created_at, c.id), '[]')
        from ${visible(ctx, 'component')} c where c.whole in (select id from within)) as components,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'whole', r.whole, 'part', r.part, 'kind', r.kind, 'other', r.other, 'message', ${field('componentRule', 'message', sql`r.message`)}) order by r.created_at, r.id), '[]')
        from ${visible(ctx, 'componentRule')} r where r.whole in (select id from within)) as rules`)
  const { products, components, rules } = row!
  if (products.length === 0) return null
  return {
    product, rules,
    products: Object.fromEntries(products.map((one) => [one.id, one])),
    components: components.map(({ price: _, ...one }) => one),
    prices: Object.fromEntries(components.flatMap(({ id, price }) => (price === null ? [] : [[id, price]]))),
  }
}
