/** What the coming months or quarters bring: added up, weighted, and played through. */
import type { z } from 'zod'
import { addMonths, dateOfDay, dayNumber } from '../../../expression/calendar.ts'
import { Exact } from '../../../expression/value.ts'
import type { Ctx } from '../../kernel/context.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { Forecast, forecast, ForecastSums, Spread } from '../contract.ts'
import { allOf, monthOf, oneOf, quarterOf, spanOf } from '../behind/rules.ts'
import { needsFields, shownTo } from '../measures/actions.ts'
import { pipelinesShown } from '../stages/queries.ts'
import { share } from '../measures/rules.ts'
import { factsOf, sumsOf, type Facts, type Sum } from './queries.ts'
import { chancesOf, simulate, spreadOfSums, type Outcome } from './rules.ts'

type Asked = z.output<NonNullable<typeof forecast.query>>

const [usualRuns, mostPlayed, fewestRuns, trustedHistory, seed] = [10_000, 240_000_000, 400, 30, 20_260_101]
const needed = ['state', 'stage', 'pipeline', 'closedOn', 'expectedOn', 'owner', 'category', 'probability'].map((field) => ['opportunity', field] as const)

interface Period {
  key: string
  from: string
  until: string
}

export async function forecastOf(ctx: Ctx, { pipeline, where, unit = 'month', periods: count = unit === 'month' ? 6 : 4 }: Asked): Promise<Forecast> {
  needsFields(ctx, needed)
  const { amounts } = shownTo(ctx)
  const today = todayIn(ctx)
  const periods = periodsFrom(today, unit, count)
  const ofPipeline = pipeline === undefined ? undefined : oneOf('pipeline', [pipeline])
  const open = allOf(ofPipeline, "state = 'open'", where)
  const last = periods.at(-1)!.until
  const won = allOf(ofPipeline, "state = 'won'", `closedOn >= ${periods[0]!.from}`, `closedOn <= ${last}`, where)
  const starts = [...periods.map(({ from }) => from), dateOfDay(dayNumber(last) + 1)!]
  const [sums, played] = await Promise.all([
    sumsOf(ctx, { deals: `(${open}) or (${won})`, starts, today }),
    amounts ? playOf(ctx, { open, closed: allOf(ofPipeline, "state in ('won', 'lost')", 'closedOn is not empty'), today, periods }) : null,
  ])
  const told = teller({ amounts, open, won })
  return {
    currency: ctx.currency, unit, today,
    periods: periods.map((period, n) => ({ ...period, ...told(sums.filter((sum) => sum.period === n), played?.outcome.periods[n], dayOf(period, n)) })),
    total: told(inPeriods(sums, count), played?.outcome.total, { closing: `expectedOn <= ${last}` }),
    people: peopleOf(ctx, inPeriods(sums, count), (owner, own) => told(own, played?.outcome.owners.get(owner) ?? (played ? new Float64Array(1) : undefined), { closing: allOf(`expectedOn <= ${last}`, owner === null ? 'owner is empty' : oneOf('owner', [owner])), closed: owner === null ? 'owner is empty' : oneOf('owner', [owner]) })),
    ...besides(sums, open, amounts),
    basis: basisOf(played),
  }
}

function periodsFrom(today: string, unit: 'month' | 'quarter', count: number): Period[] {
  const first = spanOf(unit === 'month' ? monthOf(today) : quarterOf(today)).from
  return Array.from({ length: count }, (_, n) => {
    const from = addMonths(first, n * (unit === 'month' ? 1 : 3))!
    const key = unit === 'month' ? monthOf(from) : quarterOf(from)
    return { key, ...spanOf(key) }
  })
}

/** What was expected earlier and is open still is expected now. */
const dayOf = ({ from, until }: Period, n: number): Days => ({ closing: allOf(n === 0 ? undefined : `expectedOn >= ${from}`, `expectedOn <= ${until}`), closed: allOf(`closedOn >= ${from}`, `closedOn <= ${until}`) })
const inPeriods = (sums: readonly Sum[], count: number): Sum[] => sums.filter(({ period }) => period !== null && period < count)

interface Played {
  outcome: Outcome
  ended: Facts['ended']
  runs: number
  open: number
}

async function playOf(ctx: Ctx, { open, closed, today, periods }: { open: string; closed: string; today: string; periods: readonly Period[] }): Promise<Played> {
  const [facts, pipelines] = await Promise.all([factsOf(ctx, { open, closed, today }), pipelinesShown(ctx)])
  const chances = chancesOf(facts.past, new Map(pipelines.flatMap(({ stages }) => stages.map(({ id, probability }) => [id, Number(probability) / 100]))))
  const runs = Math.max(fewestRuns, Math.min(usualRuns, Math.floor(mostPlayed / Math.max(1, facts.open.length))))
  const ends = periods.map(({ until }) => dayNumber(until) - dayNumber(today))
  return { outcome: simulate(facts.open, chances, { ends, runs, seed }), ended: facts.ended, runs, open: facts.open.length }
}

const basisOf = (played: Played | null): Forecast['basis'] =>
  played === null ? { runs: 0, open: 0, history: 0, winRate: null, trusted: false } : { runs: played.runs, open: played.open, history: played.ended.won + played.ended.lost, winRate: share(played.ended.won, played.ended.won + played.ended.lost), trusted: played.ended.won + played.ended.lost >= trustedHistory }

interface Days {
  closing: string
  closed?: string
}

const kinds = ['won', 'commit', 'bestCase', 'pipeline', 'omitted'] as const
const added = (sums: readonly Sum[], field: 'amount' | 'weighted' | 'overdueAmount'): Exact => sums.reduce((total, one) => total.plus(one[field] ?? 0), new Exact(0))
const counted = (sums: readonly Sum[], field: 'count' | 'overdue' | 'withoutAmount'): number => sums.reduce((total, one) => total + one[field], 0)

function teller({ amounts, open, won }: { amounts: boolean; open: string; won: string }) {
  return (sums: readonly Sum[], runs: Float64Array | undefined, { closing, closed }: Days): ForecastSums => {
    const of = (kind: Sum['kind']) => sums.filter((one) => one.kind === kind)
    const [wonSum, commit, bestCase, pipeline, omitted] = kinds.map((kind) => (amounts ? added(of(kind), 'amount').toFixed(2) : null)) as [string, string, string, string, string]
    const ofKind = (kind: string) => allOf(open, closing, oneOf('category', [kind]))
    return {
      won: wonSum, commit, bestCase, pipeline, omitted, weighted: amounts ? added(sums, 'weighted').toFixed(2) : null,
      simulated: runs === undefined || !amounts ? null : spreadAbove(Number(wonSum), runs),
      where: { won: allOf(won, closed), open: allOf(open, closing), commit: ofKind('commit'), bestCase: ofKind('bestCase'), pipeline: ofKind('pipeline'), omitted: ofKind('omitted') },
    }
  }
}

function spreadAbove(won: number, runs: Float64Array): Spread {
  const { median, low, high, mean } = spreadOfSums(runs)
  const [at, least, most, middle] = [median, low, high, mean].map((sum) => (won + sum).toFixed(2)) as [string, string, string, string]
  return { median: at, low: least, high: most, mean: middle }
}

function peopleOf(ctx: Ctx, sums: readonly Sum[], tell: (owner: string | null, own: readonly Sum[]) => ForecastSums): Forecast['people'] {
  if (!canRead(ctx, 'user', 'name')) return []
  return [...Map.groupBy(sums, ({ owner }) => owner)].map(([id, own]) => ({ id, name: own[0]!.ownerName ?? '', ...tell(id, own) })).toSorted((a, b) => a.name.localeCompare(b.name, ctx.language))
}

function besides(sums: readonly Sum[], open: string, amounts: boolean): Pick<Forecast, 'overdue' | 'withoutDate' | 'withoutAmount'> {
  const dateless = sums.filter(({ period, kind }) => period === null && kind !== 'won')
  const shown = (value: Exact) => (amounts ? value.toFixed(2) : null)
  return {
    overdue: { count: counted(sums, 'overdue'), amount: shown(added(sums, 'overdueAmount')), where: allOf(open, 'expectedOn < today') },
    withoutDate: { count: counted(dateless, 'count'), amount: shown(added(dateless, 'amount')), where: allOf(open, 'expectedOn is empty') },
    withoutAmount: { count: amounts ? counted(sums, 'withoutAmount') : 0, where: allOf(open, amounts ? 'amountBase is empty' : undefined) },
  }
}
