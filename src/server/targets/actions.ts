import { refuse } from '../../contract/refusal.ts'
import type { Text } from '../../contract/text.ts'
import { mayVerb } from '../kernel/access/row-rule.ts'
import type { Ctx } from '../kernel/context.ts'
import type { Dimension, Plan, Place, ShownPlace } from './contract.ts'
import { namedOf, peopleOf, plansOf, readsMeasure, treeOf, type KeptPlan, type Person } from './queries.ts'
import { dimensionNames } from './rules.ts'
import { refusals } from './texts.ts'

/** Of margins nothing is shown to whoever may not read them: not even that they are planned. */
export async function shownPlans(ctx: Ctx): Promise<Plan[]> {
  return (await plansOf(ctx)).filter((plan) => readsMeasure(ctx, plan)).map((plan) => shown(ctx, plan))
}

export async function planOf(ctx: Ctx, id: string): Promise<Plan> {
  const [plan] = (await plansOf(ctx, id)).filter((one) => readsMeasure(ctx, one))
  return plan === undefined ? refuse('target_plan.gone', refusals.gone, { status: 404 }) : shown(ctx, plan)
}

function shown(ctx: Ctx, plan: KeptPlan): Plan {
  const isMoney = plan.measure === 'value' || plan.measure === 'margin'
  return { ...plan, activityType: plan.activityType === '' ? null : plan.activityType, currency: isMoney ? ctx.currency : null, mayChange: mayVerb(ctx, 'target', 'create') && mayVerb(ctx, 'target', 'change') && ctx.acting === undefined }
}

interface Named {
  id: string
  name: string
}

/** Everybody and everything that a row may be of, with the trees they stand in. */
export interface Around {
  people: readonly Person[]
  teams: readonly Named[]
  values: Record<Dimension, readonly (Named & { parent?: string | null })[]>
  /** A place with its names; what the person may not see any more has none. */
  show(place: Place): ShownPlace
}

export async function aroundOf(ctx: Ctx, { dimensions }: Pick<Plan, 'dimensions'>): Promise<Around> {
  const has = (dimension: Dimension) => dimensions.includes(dimension)
  const [people, teams, productGroup, customerGroup, territory] = await Promise.all([
    peopleOf(ctx), namedOf(ctx, 'team'), has('productGroup') ? treeOf(ctx, 'productGroup') : [], has('customerGroup') ? namedOf(ctx, 'customerGroup') : [], has('territory') ? treeOf(ctx, 'territory') : [],
  ])
  const values = { productGroup, customerGroup, territory, region: has('region') ? choicesOf(ctx, 'company', 'region') : [], market: has('market') ? choicesOf(ctx, 'opportunity', 'market') : [] }
  const names = { owner: byId(people), team: byId(teams), ...Object.fromEntries(dimensionNames.map((name) => [name, byId(values[name])])) } as Record<keyof ShownPlace, Map<string, string>>
  const named = (name: keyof ShownPlace, id: string | null | undefined) => (id ? { id, name: names[name].get(id) ?? '' } : null)
  const show = (place: Place) => Object.fromEntries((['owner', 'team', ...dimensionNames] as const).map((name) => [name, named(name, place[name])])) as unknown as ShownPlace
  return { people, teams, values, show }
}

const byId = (all: readonly Named[]) => new Map(all.map(({ id, name }) => [id, name]))

/** As the field of the object has them, the administrator's own values too. */
function choicesOf({ registry, language }: Ctx, object: string, field: string): Named[] {
  const definition = registry.field(object, field)
  const choices = definition !== null && 'choices' in definition ? (definition.choices as readonly { value: string; label: Text }[]) : []
  return choices.map(({ value, label }) => ({ id: value, name: label[language] }))
}
