import { refuse } from '../../contract/refusal.ts'
import { implement } from '../kernel/http/implement.ts'
import { findProducts } from './actions.ts'
import * as contract from './contract.ts'
import { pricesFor, settled } from './prices/actions.ts'
import { structureOf } from './structures/actions.ts'
import { refusals } from './texts.ts'

export const routes = [
  implement(contract.productPrices, async (ctx, { body }) => ({ ...settled(ctx, body), prices: await pricesFor(ctx, body) })),
  implement(contract.productSearch, async (ctx, { query }) => ({ products: await findProducts(ctx, query) })),
  implement(contract.productStructure, async (ctx, { params, query }) => (await structureOf(ctx, params.id, query)) ?? refuse('not_found', refusals.notThere, { status: 404 })),
]
