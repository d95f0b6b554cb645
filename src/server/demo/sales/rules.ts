/** What became of each invented deal: from its first day through the stages, until it was won, lost, or today. */
import type { Values } from '../../../contract/definition.ts'
import { addDays } from '../../../fields/days.ts'
import { diceFor, historyDays, type Dice } from '../rules.ts'
import { lostNotes, pipelines, subjects } from './texts.ts'

export const dealCount = 400
const reasons = ['price', 'competitor', 'silence', 'budget', 'time', 'product', 'other'] as const
const sources = ['customer', 'referral', 'website', 'fair', 'call', 'campaign', 'partner', 'tender'] as const
const topic = 41

export interface Told {
  values: Values
  /** Stays that have ended. */
  stays: Values[]
}
export interface Company {
  id: string
  contact: string | null
  /** Whoever looks after a customer sells to him. */
  owner: string | null
}

interface Telling {
  today: string
  id(kind: string, index: number): string
  sellers: readonly string[]
  company: Company
  rival: string
}

export const later = (day: string, days: number): string => addDays(day, days)!
export const between = (dice: Dice, least: number, most: number): number => least + dice.whole(most - least + 1)
const share = (dice: Dice): number => dice.whole(10_000) / 10_000
const moment = (day: string): string => `${day}T09:00:00.000Z`

export function dealAt(index: number, { today, id, sellers, company, rival }: Telling): Told {
  const dice = diceFor(topic, index)
  const which = dice.chance(0.75) ? 0 : 1
  const { stages } = pipelines[which]!
  const begun = later(today, -Math.floor(historyDays * 0.97 * share(dice) ** 1.3))
  const seller = company.owner ?? sellers[index % sellers.length]!
  // Some sell better than others, and that is what the comparison is for.
  const skill = 0.92 + Math.max(0, sellers.indexOf(seller)) / sellers.length / 6
  const owner = { owner: seller }
  const common = { opportunity: id('opportunity', index), pipeline: id('pipeline', which), seller }
  const planned = later(begun, 40 + between(dice, 0, 60))
  const stays: Values[] = []
  let day = begun
  for (const [at, stage] of stages.entries()) {
    const stalls = dice.chance(0.05)
    const length = Math.max(1, Math.round(Number(stage.days) * (0.4 + 1.2 * share(dice)) * (stalls ? 5 : 1)))
    const until = later(day, length)
    const goesOn = dice.chance(stage.stays * skill)
    const place = { stage: stageId(id, which, at), stageSince: moment(day) }
    if (until > today) return { values: { ...dealValues(index, { begun, which, company, id }), ...owner, ...place, state: 'open', expectedOn: planned > later(today, -20) ? planned : later(today, between(dice, 3, 80)) }, stays }
    const isLast = at === stages.length - 1
    const ended = goesOn ? (isLast ? 'won' : 'open') : 'lost'
    stays.push({ ...common, stage: place.stage, since: moment(day), until: moment(until), expectedOn: planned, leftFor: ended === 'open' ? stageId(id, which, at + 1) : null, state: ended })
    if (ended !== 'open') return { values: { ...dealValues(index, { begun, which, company, id }), ...owner, ...place, state: ended, expectedOn: planned, closedOn: until, ...(ended === 'lost' ? lossAt(index, rival) : {}) }, stays }
    day = until
  }
  throw new Error('a pipeline without stages')
}

export const stageId = (id: Telling['id'], pipeline: number, stage: number): string => id('stage', pipeline * 10 + stage)

function dealValues(index: number, { begun, which, company, id }: { begun: string; which: number; company: Company; id: Telling['id'] }): Values {
  const dice = diceFor(topic + 1, index)
  const isAbroad = dice.chance(0.15)
  const value = Math.round((which === 0 ? 8_000 + 240_000 * share(dice) ** 2.5 : 4_000 + 30_000 * share(dice)) / (isAbroad ? 4.3 : 1) / 100) * 100
  const amount = { amount: `${value}.00`, currency: isAbroad ? 'EUR' : 'PLN' }
  return {
    id: id('opportunity', index), name: dice.pick(subjects[which]!), company: company.id, contact: company.contact, pipeline: id('pipeline', which), amount,
    margin: { amount: (value * (0.16 + 0.2 * share(dice))).toFixed(2), currency: amount.currency },
    source: which === 1 ? 'customer' : dice.pick(sources), market: isAbroad ? 'eu' : 'domestic', createdAt: moment(begun),
  }
}

function lossAt(index: number, rival: string): Values {
  const reason = diceFor(topic + 2, index).pick(reasons)
  const note = reason === 'other' || reason === 'price' ? { lostNote: lostNotes[reason] } : {}
  return { lostReason: reason, ...(reason === 'price' || reason === 'competitor' ? { lostTo: rival } : {}), ...note }
}
