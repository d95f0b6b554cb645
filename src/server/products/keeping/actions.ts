/** What must hold of the catalogue whatever way it is written: form, batch, import, undo, two people at once. */
import type { Values } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import type { Followed, Follower } from '../../kernel/records/followers.ts'
import { refusals } from '../texts.ts'
import { loopAmong, oneByOne, overlapping, pricesInOtherCurrencies, stepsBelow } from './queries.ts'
import { wayBack } from './rules.ts'

const isChanged = (fields: readonly string[], after: Values | null, before: Values | null): boolean =>
  after !== null && (before === null || fields.some((field) => JSON.stringify(after[field] ?? null) !== JSON.stringify(before[field] ?? null)))
const idsOf = (all: readonly Followed[]): string[] => all.map(({ id }) => id)

/** No structure contains itself. All structures wait for one another: two halves of a loop may be written at once. */
const noLoops: Follower = {
  object: 'component',
  concerns: (after, before) => isChanged(['whole', 'part'], after, before),
  async follow(ctx, all) {
    await oneByOne(ctx, ['structures'])
    const loop = await loopAmong(ctx, idsOf(all))
    if (loop === null) return
    const path = wayBack(await stepsBelow(ctx, loop.whole), loop.whole)
    refuse('component.contains_itself', refusals.containsItself, { field: 'part', values: { path: [loop.name, ...path].join(' → ') } })
  },
}

const pricesOfLists: Follower = {
  object: 'price',
  concerns: (after, before) => isChanged(['priceList', 'product', 'amount', 'fromQuantity', 'validFrom', 'validUntil'], after, before),
  async follow(ctx, all) {
    await oneByOne(ctx, all.map(({ after }) => `prices ${idOfLink(after!['priceList'])}`))
    const prices = idsOf(all)
    const [other] = await pricesInOtherCurrencies(ctx, { prices, lists: [] })
    if (other !== undefined) refuse('price.other_currency', refusals.otherCurrency, { field: 'amount', values: { list: other.list, currency: other.currency } })
    const [overlap] = await overlapping(ctx, prices)
    if (overlap !== undefined) refuse('price.overlaps', refusals.overlaps, { field: 'validFrom', values: { other: `${overlap.from ?? '…'} – ${overlap.until ?? '…'}` } })
  },
}

/** A list that has prices keeps its currency. */
const currencyOfList: Follower = {
  object: 'priceList',
  concerns: (after, before) => before !== null && isChanged(['currency'], after, before),
  async follow(ctx, all) {
    await oneByOne(ctx, idsOf(all).map((id) => `prices ${id}`))
    const [price] = await pricesInOtherCurrencies(ctx, { prices: [], lists: idsOf(all) })
    if (price !== undefined) refuse('price_list.has_prices', refusals.hasPrices, { field: 'currency', values: { currency: price.kept } })
  },
}

export const followers = [noLoops, pricesOfLists, currencyOfList]
