/** What the process is worth, from what was counted: pure figures. */
import { Exact } from '../../../expression/value.ts'
import type { Figures, FunnelStep } from '../contract.ts'
import type { ByStage, Counted, Stays } from './queries.ts'
import { allOf, oneOf } from '../behind/rules.ts'

type OfState = Counted & { state: string }

export const share = (part: number, of: number): number | null => (of === 0 ? null : part / of)
const total = (all: readonly Counted[], field: 'amount' | 'margin'): Exact => all.reduce((sum, one) => sum.plus(one[field] ?? 0), new Exact(0))
const count = (all: readonly Counted[], field: 'count' | 'valued' | 'days' = 'count'): number => all.reduce((sum, one) => sum + one[field], 0)
const money = (value: Exact): string => value.toFixed(2)

export interface Shown {
  /** The caller may see amounts, margins. */
  amounts: boolean
  margins: boolean
}

/** `activities`: done on won deals; null where nobody counted them. */
export function figuresOf(all: readonly OfState[], where: string, { amounts, margins, activities = null }: Shown & { activities?: number | null }): Figures {
  const [open, won, lost] = ['open', 'won', 'lost'].map((state) => all.filter((one) => one.state === state)) as [OfState[], OfState[], OfState[]]
  const [wonCount, lostCount] = [count(won), count(lost)]
  const [wonAmount, lostAmount] = [total(won, 'amount'), total(lost, 'amount')]
  const winRate = share(wonCount, wonCount + lostCount)
  const average = count(won, 'valued') === 0 ? null : wonAmount.div(count(won, 'valued'))
  const daysToWin = share(count(won, 'days'), wonCount)
  const shown = (value: Exact) => (amounts ? money(value) : null)
  return {
    count: count(all), open: count(open), won: wonCount, lost: lostCount,
    openAmount: shown(total(open, 'amount')), wonAmount: shown(wonAmount), lostAmount: shown(lostAmount), wonMargin: margins && amounts ? money(total(won, 'margin')) : null,
    winRate, winRateByAmount: amounts ? share(wonAmount.toNumber(), wonAmount.plus(lostAmount).toNumber()) : null,
    averageWon: amounts && average !== null ? money(average) : null, daysToWin, daysToLose: share(count(lost, 'days'), lostCount),
    speed: amounts && average !== null && winRate !== null && daysToWin !== null && daysToWin > 0 ? money(average.times(count(open)).times(winRate).div(daysToWin)) : null,
    activitiesPerWon: activities === null ? null : share(activities, wonCount),
    where: { all: where, open: allOf(where, "state = 'open'"), won: allOf(where, "state = 'won'"), lost: allOf(where, "state = 'lost'") },
  }
}

interface FunnelStage {
  id: string
  name: string
  color: string | null
  position: number
  days: number | null
}

interface Funnelled {
  stages: readonly FunnelStage[]
  counts: readonly ByStage[]
  stays: readonly Stays[]
  where: string
}

/** Whoever came further passed the stage too, even where it jumped over it; what was won passed them all. */
export function stepsOf({ stages, counts, stays, where }: Funnelled, { amounts }: Pick<Shown, 'amounts'>): FunnelStep[] {
  const place = new Map(stages.map(({ id }, at) => [id, at]))
  const passed = (at: number) => counts.filter(({ furthest, state }) => state === 'won' || (furthest !== null && (place.get(furthest) ?? -1) >= at))
  const first = count(passed(0))
  return stages.map((stage, at) => {
    const reached = passed(at)
    const standing = counts.filter((one) => one.state === 'open' && one.stage === stage.id)
    const lost = counts.filter((one) => one.state === 'lost' && one.furthest === stage.id)
    const wentOn = at + 1 < stages.length ? passed(at + 1) : counts.filter(({ state }) => state === 'won')
    const later = stages.slice(at).map(({ id }) => id)
    return {
      stage: { id: stage.id, name: stage.name, color: stage.color, position: stage.position },
      reached: count(reached), standing: count(standing), wentOn: count(wentOn), lost: count(lost),
      reachedAmount: amounts ? money(total(reached, 'amount')) : null, standingAmount: amounts ? money(total(standing, 'amount')) : null,
      conversion: share(count(wentOn), count(reached)), ofAll: share(count(reached), first),
      ...timesOf(stays.filter((one) => one.stage === stage.id)), normalDays: stage.days,
      where: {
        reached: allOf(where, cameTo(later)), standing: allOf(where, "state = 'open'", oneOf('stage', [stage.id])),
        wentOn: allOf(where, cameTo(later.slice(1))), lost: allOf(where, "state = 'lost'", oneOf('furthest', [stage.id])),
      },
    }
  })
}

const cameTo = (stages: readonly string[]): string => (stages.length === 0 ? "state = 'won'" : `(${oneOf('furthest', stages)} or state = 'won')`)

function timesOf(stays: readonly Stays[]): { averageDays: number | null; medianDays: number | null } {
  const sorted = stays.toSorted((a, b) => a.hours - b.hours)
  const all = sorted.reduce((sum, one) => sum + one.count, 0)
  if (all === 0) return { averageDays: null, medianDays: null }
  const average = sorted.reduce((sum, one) => sum + one.count * one.hours, 0) / all / 24
  let before = 0
  const middle = sorted.find((one) => (before += one.count) * 2 >= all)!
  return { averageDays: average, medianDays: middle.hours / 24 }
}
