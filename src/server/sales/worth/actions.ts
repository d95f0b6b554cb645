/** What deals are worth in the firm's own currency: the closed at the rate of their day, the open at today's. */
import type { Values } from '../../../contract/definition.ts'
import { Exact } from '../../../expression/value.ts'
import { minorUnitsOf } from '../../../fields/decimals.ts'
import { ratesOn } from '../../currencies/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import { closed } from '../deals/rules.ts'

type Money = { amount: string; currency: string }

/** In the order given; null: no amount, or no rate. */
export async function worthOf(ctx: Ctx, all: readonly Values[], today: string): Promise<(string | null)[]> {
  const asked = all.map((values) => ({ money: (values['amount'] ?? null) as Money | null, day: closed(values['state']) ? ((values['closedOn'] as string | null) ?? today) : today }))
  const rates = await ratesOn(ctx, asked.map(({ money, day }) => ({ currency: money?.currency ?? ctx.currency, day })))
  return asked.map(({ money }, n) => (money === null || rates[n] === null ? null : new Exact(money.amount).times(rates[n]!.rate).toFixed(minorUnitsOf(ctx.currency))))
}
