/** What the firm sells: groups, products and their structures, price lists, documents at hand. */
export { findProducts } from './actions.ts'
export type { Circumstances, ProductPrice } from './contract.ts'
export { followers } from './keeping/actions.ts'
export { objects } from './objects.ts'
export { pricesFor } from './prices/actions.ts'
export { routes } from './routes.ts'
export { structureOf, type PricedStructure } from './structures/actions.ts'
