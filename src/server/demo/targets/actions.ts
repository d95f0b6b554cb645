import type { Values } from '../../../contract/definition.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { createMany } from '../../kernel/records/create.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { diceFor } from '../rules.ts'
import { plans } from './texts.ts'

const succeeded = (outcomes: readonly Outcome[]): void => {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

/** Of a hundred: little is bought in winter, most in spring and late autumn. */
const seasons = [5, 6, 9, 10, 10, 8, 6, 5, 10, 12, 11, 8] as const
const groupsPlanned = 4

/** What each seller is to sell this year and the last, and this year also by product groups, and how many customers he visits. */
export async function loadTargets(ctx: Ctx, { sellers, id }: { sellers: readonly string[]; id(kind: string, index: number): string }): Promise<void> {
  const year = Number(ctx.now.toISOString().slice(0, 4))
  const groups = (await ctx.db.rows<{ id: string }>(sql`select id from product_group where parent is null and deleted_at is null order by name limit ${groupsPlanned}`)).map((group) => group.id)
  const [last, value, byGroup, visits] = [0, 1, 2, 3].map((at) => id('targetPlan', at)) as [string, string, string, string]
  succeeded(await createMany(ctx, 'targetPlan', [
    { id: last, name: plans.value(year - 1), year: String(year - 1), measure: 'value', period: 'month', active: false },
    { id: value, name: plans.value(year), year: String(year), measure: 'value', period: 'month' },
    ...(groups.length === 0 ? [] : [{ id: byGroup, name: plans.groups(year), year: String(year), measure: 'value', period: 'month', dimensions: ['productGroup'] }]),
    { id: visits, name: plans.visits(year), year: String(year), measure: 'activities', period: 'month', activityType: 'meeting' },
  ]))
  const rows = sellers.flatMap((owner, at): Values[] => {
    // As much as the invented deals let some reach, and most nearly.
    const yearly = 120_000 + diceFor(61, at).whole(13) * 10_000
    return [
      ...spread({ plan: last, owner }, { year: year - 1, total: yearly * 0.9, step: 500 }), ...spread({ plan: value, owner }, { year, total: yearly, step: 500 }),
      ...groups.flatMap((productGroup, group) => spread({ plan: byGroup, owner, productGroup }, { year, total: yearly * ([0.4, 0.3, 0.2, 0.1][group] ?? 0), step: 500 })),
      ...spread({ plan: visits, owner }, { year, total: 60 + diceFor(62, at).whole(6) * 10, step: 1 }),
    ]
  })
  succeeded(await createMany(ctx, 'target', rows))
}

function spread(of: Values, { year, total, step }: { year: number; total: number; step: number }): Values[] {
  return seasons.map((share, at) => ({ ...of, month: `${year}-${String(at + 1).padStart(2, '0')}-01`, value: String(Math.round((total * share) / 100 / step) * step) }))
}
