import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chancesOf, simulate, spreadOfSums, type OpenDeal, type Past } from './rules.ts'

/** Repeatable, and not the generator that is tested. */
function dice(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
const stages = ['a', 'b', 'c']
const set = new Map(stages.map((stage, at) => [stage, 0.2 + at * 0.25]))
const truth = (stage: string, size: number, owner: number): number => 1 / (1 + Math.exp(-(-1.2 + stages.indexOf(stage) * 0.9 - size * 0.4 + (owner - 2) * 0.3)))
const daysTaken = (roll: () => number, won: boolean): number => Math.round(-Math.log(roll() + 1e-9) * (won ? 45 : 60))

/** A firm whose deals end as `truth` has it; half of its deals are the history, and the others come afterwards. */
function firm(seed: number) {
  const roll = dice(seed)
  const one = () => ({ stage: stages[Math.floor(roll() * 3)]!, size: Math.floor(roll() * 3), owner: Math.floor(roll() * 5) })
  const past: Past[] = Array.from({ length: 1_500 }, (_, n) => {
    const deal = one()
    const won = roll() < truth(deal.stage, deal.size, deal.owner)
    const taken = daysTaken(roll, won)
    return { stage: deal.stage, size: deal.size, owner: `${deal.owner}`, won, daysTaken: taken, daysLate: taken - 40, quarter: `20${20 + (n % 5)}-Q${(n % 4) + 1}`, count: 1 }
  })
  const open = Array.from({ length: 150 }, () => {
    const deal = one()
    const worth = Math.round(1_000 * (deal.size + 1) * (0.5 + roll()))
    const won = roll() < truth(deal.stage, deal.size, deal.owner)
    const asked: OpenDeal = { stage: deal.stage, size: deal.size, owner: `${deal.owner}`, worth, daysIn: 0, daysAhead: 40 }
    return { asked, came: won ? daysTaken(roll, true) : null }
  })
  return { past, open }
}

test('of held-back history some four fifths lie in the range that is told, and half on each side of the median', () => {
  const ends = [30, 91]
  const found = Array.from({ length: 120 }, (_, n) => {
    const { past, open } = firm(7_001 + n * 13)
    const told = simulate(open.map(({ asked }) => asked), chancesOf(past, set), { ends, runs: 800, seed: 1 })
    const spread = spreadOfSums(told.total)
    const came = open.reduce((sum, { asked, came: day }) => sum + (day !== null && day <= 91 ? asked.worth : 0), 0)
    return { isWithin: came >= spread.low && came <= spread.high, isAbove: came > spread.median }
  })
  const [within, above] = [found.filter(({ isWithin }) => isWithin).length / found.length, found.filter(({ isAbove }) => isAbove).length / found.length]
  assert.ok(within >= 0.72 && within <= 0.9, `${within} within`)
  assert.ok(above >= 0.36 && above <= 0.64, `${above} above the median`)
})

test('the same facts are told the same, and periods add up to the whole in each run', () => {
  const { past, open } = firm(5)
  const play = () => simulate(open.map(({ asked }) => asked), chancesOf(past, set), { ends: [10, 40, 91], runs: 100, seed: 9 })
  const [first, second] = [play(), play()]
  assert.deepEqual(first.total, second.total)
  for (let run = 0; run < 100; run++) assert.ok(Math.abs(first.periods.reduce((sum, one) => sum + one[run]!, 0) - first.total[run]!) < 1e-6)
})

test('a person with few deals is taken for the average, and one with many for himself', () => {
  const one = (owner: string, won: boolean, count: number): Past => ({ stage: 'a', size: 0, owner, won, daysTaken: 10, daysLate: 0, quarter: '2026-Q1', count })
  const chances = chancesOf([one('old', true, 200), one('old', false, 20), one('new', true, 1), one('mass', true, 100), one('mass', false, 900)], set)
  const of = (owner: string) => chances.of({ stage: 'a', size: 0, owner, worth: 1, daysIn: 0, daysAhead: null }).chance
  assert.ok(of('old') > 0.7 && of('mass') < 0.2)
  assert.ok(of('new') - of('nobody') < 0.1 && of('new') >= of('nobody'))
})

test('without any history a deal has the probability of its stage, and one that waits for long loses some of it', () => {
  const deal: OpenDeal = { stage: 'b', size: 1, owner: null, worth: 100, daysIn: 0, daysAhead: 10 }
  assert.ok(Math.abs(chancesOf([], set).of(deal).chance - 0.45) < 0.01)
  const { past } = firm(3)
  const chances = chancesOf(past, set)
  assert.ok(chances.of({ ...deal, daysIn: 400 }).chance < chances.of(deal).chance)
})
