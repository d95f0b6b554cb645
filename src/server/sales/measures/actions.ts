/** The sales process in figures: of what the caller may see, and nothing of fields that are hidden from him. */
import type { z } from 'zod'
import { refuse } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Dimension, Funnel, funnel } from '../contract.ts'
import { pipelinesShown } from '../stages/queries.ts'
import { refusals } from '../texts.ts'
import { allOf, begunWithin, closedWithin, oneOf, quoted, spanOf } from '../behind/rules.ts'
import { activitiesOn, byDimension, countsOf, staysOf, type ByDimension, type ByMonth } from './queries.ts'
import { figuresOf, share, stepsOf, type Shown } from './rules.ts'

type Asked = z.output<NonNullable<typeof funnel.query>>

/** What its deals are compared by is asked of these fields; a month or a quarter of the day that the period is of. */
const fieldsOf: Record<Dimension, readonly [object: string, field: string][]> = {
  owner: [['opportunity', 'owner']], team: [['opportunity', 'owner'], ['user', 'teams']], productGroup: [['opportunityLine', 'product'], ['product', 'group']],
  source: [['opportunity', 'source']], method: [['opportunity', 'method']], market: [['opportunity', 'market']], month: [], quarter: [],
}

export const shownTo = (ctx: Ctx): Shown => ({ amounts: canRead(ctx, 'opportunity', 'amountBase') && canRead(ctx, 'opportunity', 'amount'), margins: canRead(ctx, 'opportunity', 'margin') })

/** Whoever may not see what became of deals is told nothing of it. */
export function needsFields(ctx: Ctx, fields: readonly (readonly [string, string])[]): void {
  for (const [object, field] of fields) if (!canRead(ctx, object, field)) refuse('unknown_field', refusals.hiddenField, { status: 400, values: { name: field } })
}

const needed = ['state', 'stage', 'pipeline', 'furthest', 'closedOn', 'createdAt'].map((field) => ['opportunity', field] as const)

export async function funnelOf(ctx: Ctx, { pipeline: id, where: asked, from, until, basis = 'created', by }: Asked): Promise<Funnel> {
  if (from !== undefined && until !== undefined && until < from) refuse('malformed', refusals.reversed, { field: 'until', status: 400 })
  needsFields(ctx, [...needed, ...(by === undefined ? [] : fieldsOf[by])])
  const [pipeline] = id === undefined ? [] : await pipelinesShown(ctx, id)
  if (id !== undefined && pipeline === undefined) return refuse('not_found', refusals.noStages, { status: 404 })
  const where = allOf(id === undefined ? undefined : oneOf('pipeline', [id]), asked, basis === 'created' ? begunWithin({ from, until }) : closedWithin({ from, until }))
  const shown = shownTo(ctx)
  const [counts, stays, activities, dimension] = await Promise.all([
    countsOf(ctx, where),
    pipeline === undefined ? [] : staysOf(ctx, where, pipeline.id),
    canRead(ctx, 'activity', 'opportunity') ? activitiesOn(ctx, allOf(where, "state = 'won'")) : null,
    by === undefined ? [] : byDimension(ctx, where, { by, basis }),
  ])
  return {
    currency: ctx.currency, from: from ?? null, until: until ?? null, basis,
    steps: pipeline === undefined ? [] : stepsOf({ stages: pipeline.stages, counts: counts.stages, stays, where }, shown),
    figures: figuresOf(counts.stages, where, { ...shown, activities }),
    groups: by === undefined ? [] : groupsOf(ctx, dimension, { by, basis, where, shown }),
    cohorts: cohortsOf(counts.months, where, shown),
    lostReasons: canRead(ctx, 'opportunity', 'lostReason') ? counts.reasons.map(({ reason, count, amount }) => ({ reason, count, amount: shown.amounts ? (amount ?? '0.00') : null, where: allOf(where, "state = 'lost'", reason === null ? 'lostReason is empty' : oneOf('lostReason', [reason])) })).toSorted((a, b) => b.count - a.count) : [],
    withoutRate: { count: shown.amounts ? counts.stages.reduce((sum, one) => sum + one.withoutRate, 0) : 0, where: allOf(where, shown.amounts ? 'amount is not empty and amountBase is empty' : undefined) },
  }
}

function cohortsOf(months: readonly ByMonth[], where: string, shown: Shown): Funnel['cohorts'] {
  return [...Map.groupBy(months, ({ month }) => month)].map(([month, ofMonth]) => {
    const { count, open, won, lost, wonAmount } = figuresOf(ofMonth, where, shown)
    return { month, count, open, won, lost, wonAmount, winRate: share(won, won + lost), where: allOf(where, begunWithin(spanOf(month))) }
  })
}

interface Grouping {
  by: Dimension
  basis: 'created' | 'closed'
  where: string
  shown: Shown
}

function groupsOf(ctx: Ctx, rows: readonly ByDimension[], { by, basis, where, shown }: Grouping): Funnel['groups'] {
  const groups = [...Map.groupBy(rows, ({ key }) => key)].map(([key, all]) => ({
    key: key ?? '', name: nameOf(ctx, by, all[0]!), figures: figuresOf(all, allOf(where, behind(by, basis, key)), shown),
  }))
  return by === 'month' || by === 'quarter' ? groups.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : groups.toSorted((a, b) => Number(b.figures.wonAmount ?? b.figures.won) - Number(a.figures.wonAmount ?? a.figures.won))
}

/** A choice is called by its label; what is in none, or led to what he may not see, has no name. */
function nameOf(ctx: Ctx, by: Dimension, { key, name }: ByDimension): string {
  const field = ctx.registry.field('opportunity', by)
  const choice = field?.type === 'choice' ? field.choices.find(({ value }) => value === key) : undefined
  return choice === undefined ? (name ?? '') : say(choice.label, ctx.language)
}

function behind(by: Dimension, basis: 'created' | 'closed', key: string | null): string {
  if (by === 'month' || by === 'quarter') return key === null ? 'closedOn is empty' : basis === 'closed' ? closedWithin(spanOf(key)) : begunWithin(spanOf(key))
  const path = { owner: 'owner', method: 'method', source: 'source', market: 'market', team: '', productGroup: '' }[by]
  if (by === 'team') return key === null ? 'owner.teams is empty' : `owner.teams has ${quoted(key)}`
  if (by === 'productGroup') return key === null ? 'not EXISTS(products where product.group is not empty)' : `EXISTS(products where product.group = ${quoted(key)})`
  return key === null ? `${path} is empty` : oneOf(path, [key])
}
