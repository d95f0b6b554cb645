import type { Structure, StructurePrices } from '../../../contract/selling/structure.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Circumstances, StructurePricesShown } from '../contract.ts'
import { listsOf, pricing, settled } from '../prices/actions.ts'
import { structureWithin } from './queries.ts'

export interface PricedStructure {
  structure: Structure
  prices: StructurePricesShown & StructurePrices
  on: string
}

/** A product with all it consists of and what that costs, ready for configure(). A product without components is a structure of none. null: not visible. */
export async function structureOf(ctx: Ctx, product: string, circumstances: Circumstances = {}): Promise<PricedStructure | null> {
  const lists = listsOf(ctx, circumstances)
  const [kept] = await Promise.all([structureWithin(ctx, product), lists])
  if (kept === null) return null
  const { prices: within, ...structure } = kept
  const { currency, on } = settled(ctx, circumstances)
  const { steps, costs, say } = await pricing(ctx, circumstances, { lists, products: Object.keys(structure.products), others: Object.values(within).map((money) => money.currency) })
  const components = Object.fromEntries(Object.entries(within).map(([id, money]) => [id, say(money)]))
  return { structure, prices: { currency, products: steps, components, ...(costs === undefined ? {} : { costs }) }, on }
}
