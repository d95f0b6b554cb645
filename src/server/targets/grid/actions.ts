import { refusal, refuse, RefusalError, type Refusal } from '../../../contract/refusal.ts'
import type { Values } from '../../../contract/definition.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { createMany } from '../../kernel/records/create.ts'
import { removeMany } from '../../kernel/records/trash.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { aroundOf, planOf, type Around } from '../actions.ts'
import type { Grid, Plan, Place, Proposed, Row, SavedCell } from '../contract.ts'
import { factsOf, plansOf, targetsOf, type TargetRow } from '../queries.ts'
import { dimensionNames, monthsOf, raised, rowKey, spanOf, spreadOver } from '../rules.ts'
import { refusals, target as targetTexts } from '../texts.ts'
import { factsByRow } from '../overview/rules.ts'
import { Exact } from '../../../expression/value.ts'
import { acceptDecimal } from '../../../fields/decimals.ts'

export async function gridOf(ctx: Ctx, id: string): Promise<Grid> {
  const plan = await planOf(ctx, id)
  const [targets, around] = [await targetsOf(ctx, id), await aroundOf(ctx, plan)]
  const plain = (all: readonly { id: string; name: string }[]) => all.map(({ id: one, name }) => ({ id: one, name }))
  const { productGroup, region, market, customerGroup, territory } = around.values
  return {
    plan, months: monthsOf(plan.year), rows: rowsOf(targets, around),
    offered: {
      owner: plain(around.people.filter(({ active }) => active)), team: plain(around.teams),
      productGroup: plain(productGroup), region: plain(region), market: plain(market), customerGroup: plain(customerGroup), territory: plain(territory),
    },
  }
}

function rowsOf(targets: readonly TargetRow[], around: Around): Row[] {
  const rows = [...Map.groupBy(targets, rowKey)].map(([key, of]): Row => ({ key, place: around.show(placeOf(of[0]!)), cells: of.map(({ month, id, version, value }) => ({ month, id, version, value })) }))
  const words = ({ place }: Row) => [place.team?.name ?? '', place.owner?.name ?? '', ...dimensionNames.map((name) => place[name]?.name ?? '')].join(' ')
  return rows.sort((a, b) => words(a).localeCompare(words(b), 'pl'))
}

const placeOf = ({ owner, team, productGroup, region, market, customerGroup, territory }: TargetRow): Place => ({ owner, team, productGroup, region, market, customerGroup, territory })

/** All cells or none, in one operation that is undone as one. What is wrong with a cell is said at it: `cells.3.value`. */
export async function saveCells(ctx: Ctx, id: string, cells: readonly SavedCell[]): Promise<Grid> {
  const plan = await planOf(ctx, id)
  const wrong = whyNotCells(plan, cells, await aroundOf(ctx, plan), ctx)
  if (wrong.length > 0) throw new RefusalError(wrong)
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx }
    const options = { operation: newId() }
    const numbered = cells.map((cell, n) => ({ ...cell, n }))
    const [gone, changed, made] = [numbered.filter(({ id: one, value }) => one && value === null), numbered.filter(({ id: one, value }) => one && value !== null), numbered.filter(({ id: one, value }) => !one && value !== null)]
    const version = (cell: SavedCell) => (cell.version === undefined ? {} : { version: cell.version })
    // Taken away first: a row that became another's leaves its place to it.
    settle(gone, await removeMany(inside, 'target', gone.map((cell) => ({ id: cell.id!, ...version(cell) })), options))
    settle(changed, await changeMany(inside, 'target', changed.map((cell) => ({ id: cell.id!, ...version(cell), values: { value: cell.value } })), options))
    settle(made, await createMany(inside, 'target', made.map(({ place, month, value }) => valuesOf(id, place, { month, value: value! })), options))
  })
  return gridOf(ctx, id)
}

const valuesOf = (plan: string, place: Place, { month, value }: { month: string; value: string }): Values =>
  ({ plan, month, value, owner: place.owner ?? null, team: place.team ?? null, ...Object.fromEntries(dimensionNames.map((name) => [name, place[name] ?? null])) })

function settle(cells: readonly { n: number }[], outcomes: readonly Outcome[]): void {
  const refused = outcomes.flatMap((outcome, at) => (isRefused(outcome) ? [{ n: cells[at]!.n, error: outcome.refused }] : []))
  if (refused.length === 0) return
  const stale = refused.find(({ error }) => error.status !== 422) ?? refused[0]!
  const said = refused.flatMap(({ n, error }) => error.refusals.map((one): Refusal => (one.field === 'cell' ? refusal('target.taken', refusals.taken, { field: `cells.${n}` }) : { ...one, field: `cells.${n}${one.field === undefined ? '' : `.${one.field}`}` })))
  throw new RefusalError(said, stale.error.status, stale.error.facts)
}

function whyNotCells(plan: Plan, cells: readonly SavedCell[], around: Around, { language }: Ctx): Refusal[] {
  const seen = new Set<string>()
  return cells.flatMap(({ place, month }, n) => {
    const field = `cells.${n}`
    const key = `${month} ${rowKey(place)}`
    const isTwice = seen.has(key)
    seen.add(key)
    const wrong = dimensionNames.flatMap((name): Refusal[] => {
      const value = place[name]
      const dimension = targetTexts.fields[name][language]
      if (!value) return []
      if (!plan.dimensions.includes(name)) return [refusal('target.not_of_plan', refusals.notOfPlan, { field, values: { dimension } })]
      const isKnown = around.values[name].some(({ id }) => id === value)
      return isKnown ? [] : [refusal('target.unknown_value', refusals.unknownValue, { field, values: { dimension, value } })]
    })
    const otherYear = Number(month.slice(0, 4)) !== plan.year || spanOf(month.slice(0, 7)) === null
    return [...wrong, ...(isTwice ? [refusal('target.twice', refusals.twice, { field })] : []), ...(otherYear ? [refusal('target.other_year', refusals.otherYear, { field: `${field}.month` })] : [])]
  })
}

export interface Asked {
  way: 'even' | 'season' | 'lastYear' | 'copyTargets' | 'copyRealised'
  weights?: readonly number[] | undefined
  percent?: string | undefined
  rows: readonly { place: Place; total?: string | undefined }[]
}

/** What the months would be; nothing is saved. */
export async function proposeMonths(ctx: Ctx, id: string, asked: Asked): Promise<Proposed> {
  const plan = await planOf(ctx, id)
  const [months, percent] = [monthsOf(plan.year), number(asked.percent ?? '0')]
  const last = asked.way === 'even' || asked.way === 'season' ? new Map<string, string[]>() : await lastYear(ctx, plan, asked)
  const rows = asked.rows.map(({ place, total = '0' }) => {
    const before = last.get(rowKey(place)) ?? months.map(() => '0')
    const isCopy = asked.way === 'copyTargets' || asked.way === 'copyRealised'
    const values = isCopy ? before.map((value) => raised(value, percent)) : spreadOver(raised(number(total), percent), asked.way === 'season' ? (asked.weights ?? []).map(String) : asked.way === 'lastYear' ? before : months.map(() => '1'))
    return { place, cells: months.map((month, at) => ({ month, value: values[at]! })) }
  })
  return { rows }
}

function number(text: string): string {
  const value = acceptDecimal(text.replace(/^\+/, ''), {})
  return typeof value === 'string' ? value : refuse('target.not_number', refusals.notNumber, { values: { value: text } })
}

/** Twelve figures for each row: the targets of the plan of the year before with the same measure and dimensions, or what was then realised. */
async function lastYear(ctx: Ctx, plan: Plan, { way, rows }: Asked): Promise<Map<string, string[]>> {
  const months = monthsOf(plan.year - 1)
  if (way === 'copyTargets') {
    const former = (await plansOf(ctx)).find((one) => one.year === plan.year - 1 && one.measure === plan.measure && one.dimensions.slice().sort().join() === plan.dimensions.slice().sort().join())
    const targets = former === undefined ? [] : await targetsOf(ctx, former.id)
    return new Map([...Map.groupBy(targets, rowKey)].map(([key, of]) => [key, months.map((month) => of.find((one) => one.month === month)?.value ?? '0')]))
  }
  const around = await aroundOf(ctx, plan)
  const facts = await factsOf(ctx, plan, { from: months[0]!, until: `${plan.year - 1}-12-31` })
  const byRow = factsByRow(rows.map(({ place }) => place), facts, around)
  return new Map(rows.map(({ place }) => {
    const of = byRow.get(rowKey(place)) ?? []
    return [rowKey(place), months.map((month) => of.filter((fact) => fact.month === month).reduce((sum, { realised }) => sum.plus(realised), new Exact(0)).toFixed())]
  }))
}
