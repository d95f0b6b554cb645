/** Where the quarter will end: chances and delays from the firm's own history (docs/decisions/021), played through many times. Pure, and the same for the same facts. */

/** How closed deals ended that stood in a stage: by days from coming to it until the end, and by days after the expected one. */
export interface Past {
  stage: string
  won: boolean
  owner: string | null
  /** 0, 1, 2: small, middle, great, by what the firm's deals are worth. */
  size: number
  /** Whole days from coming to the stage to the end. */
  daysTaken: number
  /** Whole days from the day expected to the end; null: nothing was expected. */
  daysLate: number | null
  /** Quarter in which it ended: '2026-Q1'. */
  quarter: string
  count: number
}

export interface OpenDeal {
  stage: string
  owner: string | null
  size: number
  worth: number
  /** Whole days that it has been in its stage. */
  daysIn: number
  /** Whole days from today to the expected one, less than nothing when that has passed; null: none. */
  daysAhead: number | null
}

/** Deals that a chance leans on as if they were there already: whoever has few of his own is taken for the firm's average. */
const [leanOfStage, leanOfOthers] = [10, 20]
const levels = 16
const longestDays = 3_650

export interface Chances {
  /** The chance of one deal to be won, and its share of that by day from today: of `daysAfter` as long as it is asked for. */
  of(deal: OpenDeal): { chance: number; days: readonly { day: number; share: number }[] }
  /** How much the odds of all deals together go up and down between quarters, beyond what chance alone makes; on the scale of log odds. */
  shock: number
}

const logit = (p: number): number => Math.log(p / (1 - p))
const odds = (x: number): number => 1 / (1 + Math.exp(-x))
const within = (p: number): number => Math.min(0.995, Math.max(0.005, p))

interface Ended {
  won: number
  lost: number
}
const tally = <K>(past: readonly Past[], key: (one: Past) => K): Map<K, Ended> => {
  const found = new Map<K, Ended>()
  for (const one of past) {
    const at = found.get(key(one)) ?? { won: 0, lost: 0 }
    at[one.won ? 'won' : 'lost'] += one.count
    found.set(key(one), at)
  }
  return found
}
const leaning = ({ won, lost }: Ended, towards: number, weight: number): number => within((won + weight * towards) / (won + lost + weight))

/** `probabilities`: of the stages, as set; what a stage without history is taken for. */
export function chancesOf(past: readonly Past[], probabilities: ReadonlyMap<string, number>): Chances {
  const stages = tally(past, ({ stage }) => stage)
  const all = [...tally(past, () => 'all').values()][0] ?? { won: 0, lost: 0 }
  const overall = leaning(all, 0.3, 1)
  const byStage = new Map([...probabilities].map(([stage, set]) => [stage, leaning(stages.get(stage) ?? { won: 0, lost: 0 }, within(set), leanOfStage)]))
  const effectOf = (found: ReadonlyMap<unknown, Ended>, key: unknown): number => (found.has(key) ? logit(leaning(found.get(key)!, overall, leanOfOthers)) - logit(overall) : 0)
  const [sizes, owners] = [tally(past, ({ size }) => size), tally(past, ({ owner }) => owner)]
  const times = timesOf(past)
  const left = new Map<string, readonly { day: number; share: number }[]>()
  const daysOf = (deal: OpenDeal) => {
    const key = deal.daysAhead === null ? `${deal.stage} after ${deal.daysIn}` : `${deal.stage} in ${deal.daysAhead}`
    const days = left.get(key) ?? daysLeft(times, deal)
    left.set(key, days)
    return days
  }
  return {
    of(deal) {
      const start = logit(byStage.get(deal.stage) ?? overall) + effectOf(sizes, deal.size) + effectOf(owners, deal.owner)
      return { chance: afterWaiting(odds(start), times, deal), days: daysOf(deal) }
    },
    shock: shockOf(past),
  }
}

// ---- Time -------------------------------------------------------------------------------------------------------

/** Sorted by value, with the number of all up to it. */
interface Spread {
  values: number[]
  counts: number[]
}
interface Times {
  taken(stage: string, won: boolean): Spread
  late(stage: string): Spread
}

function timesOf(past: readonly Past[]): Times {
  const kept = new Map<string, Spread>()
  const spread = (key: string, chosen: (one: Past) => boolean, value: (one: Past) => number | null): Spread => {
    let found = kept.get(key)
    if (found === undefined) kept.set(key, (found = spreadOf(past.filter(chosen), value)))
    return found
  }
  const enough = (own: Spread, of: () => Spread): Spread => ((own.counts.at(-1) ?? 0) >= leanOfOthers ? own : of())
  return {
    taken: (stage, won) => enough(spread(`taken ${stage} ${won}`, (one) => one.won === won && one.stage === stage, (one) => one.daysTaken), () => spread(`taken ${won}`, (one) => one.won === won, (one) => one.daysTaken)),
    late: (stage) => enough(spread(`late ${stage}`, (one) => one.won && one.stage === stage, (one) => one.daysLate), () => spread('late', (one) => one.won, (one) => one.daysLate)),
  }
}

function spreadOf(past: readonly Past[], value: (one: Past) => number | null): Spread {
  const counts = new Map<number, number>()
  for (const one of past) {
    const at = value(one)
    if (at !== null) counts.set(at, (counts.get(at) ?? 0) + one.count)
  }
  const sorted = [...counts].sort((a, b) => a[0] - b[0])
  let sum = 0
  return { values: sorted.map(([at]) => at), counts: sorted.map(([, count]) => (sum += count)) }
}

/** How many of them are greater. */
function beyond({ values, counts }: Spread, than: number): number {
  const at = values.findIndex((value) => value > than)
  const all = counts.at(-1) ?? 0
  return at === -1 ? 0 : all - (at === 0 ? 0 : counts[at - 1]!)
}

/** What is won is won soon: whoever waits for longer than the won ones did is likelier among the lost (Bayes, by the shares still open then). */
function afterWaiting(chance: number, times: Times, { stage, daysIn }: OpenDeal): number {
  const left = (won: boolean): number => {
    const spread = times.taken(stage, won)
    const all = spread.counts.at(-1) ?? 0
    return (beyond(spread, daysIn) + 1) / (all + 1)
  }
  const [won, lost] = [left(true) * chance, left(false) * (1 - chance)]
  return within(won / (won + lost))
}

/** Days from today: by how late deals of its stage were beside what was expected, else by how long they took; of that, what can still come. */
function daysLeft(times: Times, { stage, daysIn, daysAhead }: OpenDeal): { day: number; share: number }[] {
  const [spread, from] = daysAhead === null ? [times.taken(stage, true), -daysIn] : [times.late(stage), daysAhead]
  const left = spread.values.flatMap((value, at) => {
    const day = from + value
    return day < 0 || day > longestDays ? [] : [{ day, count: spread.counts[at]! - (at === 0 ? 0 : spread.counts[at - 1]!) }]
  })
  const all = left.reduce((sum, { count }) => sum + count, 0)
  if (all > 0) return left.map(({ day, count }) => ({ day, share: count / all }))
  // It has outwaited all that there was: it may end any day of the next quarter.
  return Array.from({ length: 13 }, (_, week) => ({ day: Math.max(0, daysAhead ?? 0) + week * 7, share: 1 / 13 }))
}

// ---- What moves all deals together ---------------------------------------------------------------------------------

/** Between quarters win rates differ more than single chances alone would make them: what is over, and what is unknown for want of history. */
function shockOf(past: readonly Past[]): number {
  const quarters = [...tally(past, ({ quarter }) => quarter).values()].filter(({ won, lost }) => won + lost >= 10)
  const all = quarters.reduce((sum, one) => ({ won: sum.won + one.won, lost: sum.lost + one.lost }), { won: 0, lost: 0 })
  const n = all.won + all.lost
  if (n === 0) return 0.3
  const rate = within(all.won / n)
  const scale = (rate * (1 - rate)) ** 2
  const over = quarters.map(({ won, lost }) => ((won / (won + lost) - rate) ** 2 - (rate * (1 - rate)) / (won + lost)) / scale)
  const between = quarters.length < 3 ? 0.05 : Math.max(0, over.reduce((sum, one) => sum + one, 0) / (quarters.length - 1))
  return Math.sqrt(between + 1 / (n * rate * (1 - rate)))
}

// ---- Playing it through ---------------------------------------------------------------------------------------------

export interface Outcome {
  /** By period, then all periods together: sums of each run. */
  periods: Float64Array[]
  total: Float64Array
  owners: Map<string | null, Float64Array>
}

/**
 * `ends`: last day from today of each period. What is won later than the last one is in none. Deals of one owner come together.
 * Runs are a Latin hypercube (McKay, Beckman, Conover 1979): of the runs that share their odds a deal is won in just its share of them,
 * and in which, an order of its own says. So only runs in which it is won are gone through, and chance is spread more evenly than by drawing each.
 */
export function simulate(deals: readonly OpenDeal[], chances: Chances, { ends, runs, seed }: { ends: readonly number[]; runs: number; seed: number }): Outcome {
  const random = sfc32(seed)
  const periods = ends.map(() => new Float64Array(runs))
  const owners = new Map<string | null, Float64Array>()
  const sharesOf = sharesBy(ends)
  const perLevel = Math.ceil(runs / levels)
  const strata = Array.from({ length: levels }, (_, level) => ({ level, from: level * perLevel, count: Math.min(perLevel, runs - level * perLevel) })).filter(({ count }) => count > 0)
  const orders = new Map(strata.map(({ count }) => [count, ordersOf(count, random)]))
  for (const deal of deals) {
    const mine = owners.get(deal.owner) ?? new Float64Array(runs)
    owners.set(deal.owner, mine)
    const { chance, days } = chances.of(deal)
    const shares = sharesOf(days)
    for (const { level, from, count } of strata) {
      const shifted = odds(logit(chance) + chances.shock * normalAt[level]!)
      const order = orders.get(count)![random() % ordersKept]!
      let place = random() % count
      let sum = random() / 4_294_967_296
      for (let period = 0; period < shares.length; period++) {
        const before = Math.floor(sum)
        sum += shares[period]! * shifted * count
        const wins = Math.floor(sum) - before
        add(deal.worth, { order, place, wins, from }, periods[period]!, mine)
        place += wins
      }
    }
  }
  return { periods, total: together([...owners.values()], runs), owners }
}

interface Wins {
  order: Uint32Array
  place: number
  wins: number
  from: number
}
function add(worth: number, { order, place, wins, from }: Wins, period: Float64Array, mine: Float64Array): void {
  for (let at = place; at < place + wins; at++) {
    const run = from + order[at]!
    period[run]! += worth
    mine[run]! += worth
  }
}

function together(all: readonly Float64Array[], runs: number): Float64Array {
  const total = new Float64Array(runs)
  for (const one of all) for (let run = 0; run < runs; run++) total[run]! += one[run]!
  return total
}

/** So many, each begun anywhere, are as good as one for each deal. */
const ordersKept = 64

/** Orders of so many runs, each twice in a row: whoever begins in the middle needs not begin again. */
const ordersOf = (count: number, random: () => number): Uint32Array[] => Array.from({ length: ordersKept }, () => {
  const order = new Uint32Array(2 * count)
  for (let at = 0; at < count; at++) {
    const other = random() % (at + 1)
    order[at] = order[other]!
    order[other] = at
  }
  order.copyWithin(count, 0, count)
  return order
})

/** Shares by period; of deals that share their days worked out once. */
function sharesBy(ends: readonly number[]): (days: ReturnType<Chances['of']>['days']) => readonly number[] {
  const known = new Map<ReturnType<Chances['of']>['days'], number[]>()
  return (days) => {
    const found = known.get(days)
    if (found !== undefined) return found
    const shares = ends.map(() => 0)
    for (const { day, share } of days) {
      const period = ends.findIndex((end) => day <= end)
      if (period >= 0) shares[period]! += share
    }
    known.set(days, shares)
    return shares
  }
}

/** Middles of sixteen equal parts of the normal distribution (to four places): no quarter is likelier to be good than bad. */
const half = [0.0784, 0.2372, 0.4023, 0.5791, 0.7764, 1.0100, 1.3180, 1.8627]
const normalAt = [...half.toReversed().map((at) => -at), ...half]

/** Chris Doty-Humphrey's small fast counter, 32 bits: two runs from one seed are the same on every machine. */
function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1]
  const next = (): number => {
    const drawn = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + drawn) | 0
    return drawn >>> 0
  }
  for (let warming = 0; warming < 12; warming++) next()
  return next
}

export interface SpreadOfSums {
  median: number
  low: number
  high: number
  mean: number
}
export function spreadOfSums(sums: Float64Array): SpreadOfSums {
  const sorted = sums.slice().sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { median: at(0.5), low: at(0.1), high: at(0.9), mean: sums.length === 0 ? 0 : sums.reduce((sum, one) => sum + one, 0) / sums.length }
}
