/** A quote begins as its customer needs it: one abroad is written to in English, one with a price list of his own is offered its currency, until somebody says otherwise. */
import type { Values } from '../../../contract/definition.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import type { Completion } from '../../kernel/records/completions.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import { customersOf } from './queries.ts'

const asCustomerNeeds: Completion = {
  object: 'quote',
  concerns: ({ before, given, after, byProgram }) => before === null && !byProgram && !('language' in given && ('currency' in given || 'priceList' in given)) && idOfLink(after['company']) !== null,
  async complete(ctx, all) {
    const customers = await customersOf(ctx.db, { ids: all.map(({ after }) => idOfLink(after['company'])!), day: todayIn(ctx) })
    return all.map(({ given, after }) => {
      const { country = null, currency = null } = customers.get(idOfLink(after['company'])!) ?? {}
      const values: Values = {
        ...('language' in given || country === null || country === 'PL' ? {} : { language: 'en' }),
        ...('currency' in given || 'priceList' in given || currency === null ? {} : { currency }),
      }
      return Object.keys(values).length === 0 ? {} : { values }
    })
  },
}

export const completions = [asCustomerNeeds]
