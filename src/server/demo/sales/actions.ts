/** Two pipelines and two years of deals in them, with all that became of them. */
import type { Values } from '../../../contract/definition.ts'
import type { Ctx } from '../../kernel/context.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { copyRecords } from '../../kernel/records/copy.ts'
import { createMany } from '../../kernel/records/create.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { diceFor } from '../rules.ts'
import { ownersOf, peopleAt, pricedProducts } from './queries.ts'
import { between, dealAt, dealCount, later, stageId, type Told } from './rules.ts'
import { talksOf } from './talks/rules.ts'
import { entry, methods, nextSteps, pipelines, stageActivities } from './texts.ts'

const succeeded = (outcomes: readonly Outcome[]): void => {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

interface Selling {
  sellers: readonly string[]
  companies: number
  id(kind: string, index: number): string
}

export async function loadSales(ctx: Ctx, selling: Selling): Promise<void> {
  await loadPipelines(ctx, selling)
  const deals = await toldDeals(ctx, selling)
  succeeded(await createMany(ctx, 'opportunity', deals.map(({ values }) => values), { asProgram: true }))
  succeeded(await createMany(ctx, 'stageStay', deals.flatMap(({ stays }) => stays), { asProgram: true }))
  await loadAround(ctx, selling, deals)
  await copyRecords(ctx, 'activity', deals.flatMap((deal, index) => talksOf(index, deal, selling.id)))
  // What stages ask for holds from now on: deals of two years ago are asked for nothing.
  succeeded(await createMany(ctx, 'stageActivity', stageActivities.map(({ pipeline, stage, ...rest }) => ({ ...rest, stage: stageId(selling.id, pipeline, stage) }))))
  const { pipeline, stage, ...condition } = entry
  succeeded(await changeMany(ctx, 'stage', [{ id: stageId(selling.id, pipeline, stage), values: condition }]))
}

async function loadPipelines(ctx: Ctx, { id }: Selling): Promise<void> {
  succeeded(await createMany(ctx, 'salesMethod', methods.map((method, at) => ({ id: id('salesMethod', at), ...method }))))
  succeeded(await createMany(ctx, 'pipeline', pipelines.map(({ name, method, nextStepRequired, position }, at) => ({ id: id('pipeline', at), name, method: id('salesMethod', method), nextStepRequired, position }))))
  const stages = pipelines.flatMap((pipeline, of) => pipeline.stages.map(({ stays: _, ...stage }, at) => ({ id: stageId(id, of, at), pipeline: id('pipeline', of), position: `${at + 1}`, ...stage })))
  succeeded(await createMany(ctx, 'stage', stages))
}

async function toldDeals(ctx: Ctx, { sellers, companies, id }: Selling): Promise<Told[]> {
  const many = Math.min(companies, 300)
  const ids = Array.from({ length: many }, (_, at) => id('company', at))
  const [people, owners] = await Promise.all([peopleAt(ctx, ids), ownersOf(ctx, ids)])
  const today = ctx.now.toISOString().slice(0, 10)
  return Array.from({ length: dealCount }, (_, index) => {
    const company = ids[(index * 7) % many]!
    return dealAt(index, { today, id, sellers, company: { id: company, contact: people.get(company)?.[0] ?? null, owner: owners.get(company) ?? null }, rival: ids[(index * 11 + 5) % many]! })
  })
}

/** People in their roles, rivals, products, and what is planned for most of the open ones. */
async function loadAround(ctx: Ctx, { id, companies }: Selling, deals: readonly Told[]): Promise<void> {
  const [roles, rivals, lines, planned]: [Values[], Values[], Values[], Values[]] = [[], [], [], []]
  const products = await pricedProducts(ctx)
  const today = ctx.now.toISOString().slice(0, 10)
  for (const [index, { values }] of deals.entries()) {
    const dice = diceFor(45, index)
    const opportunity = values['id']
    if (values['contact'] !== null) roles.push({ opportunity, person: values['contact'], role: dice.pick(['decides', 'influences', 'buys', 'sponsors']), attitude: dice.pick(['for', 'neutral', 'for', 'against']) })
    if (dice.chance(0.3)) rivals.push({ opportunity, company: id('company', (index * 13 + 3) % Math.min(companies, 300)), threat: dice.pick(['low', 'medium', 'high']) })
    if (dice.chance(0.45) && products.length > 0) lines.push(...linesOf(index, products).map((line) => ({ opportunity, ...line })))
    if (values['state'] === 'open' && dice.chance(0.75)) planned.push({ title: dice.pick(nextSteps), type: 'call', opportunity, company: values['company'], owner: values['owner'], due: `${later(today, between(dice, 0, 14))}T13:00:00.000Z` })
  }
  for (const [object, rows] of [['opportunityRole', roles], ['competitor', rivals], ['opportunityLine', lines], ['activity', planned]] as const) succeeded(await createMany(ctx, object, rows))
}

function linesOf(index: number, products: readonly string[]): Values[] {
  const dice = diceFor(46, index)
  const first = between(dice, 0, products.length - 1)
  return Array.from({ length: Math.min(products.length, between(dice, 1, 4)) }, (_, at) => ({ product: products[(first + at * 17) % products.length]!, quantity: `${between(dice, 1, 8)}`, position: `${at + 1}`, ...(dice.chance(0.3) ? { discount: `${between(dice, 1, 3) * 5}` } : {}) }))
}
