/** Activities of a customer, each made from its number alone, on days around today. */
import type { Values } from '../../../contract/definition.ts'
import { diceFor, historyDays, type Dice } from '../rules.ts'
import { checklists, outcomeNotes, places, titles } from './texts.ts'

export interface Customer {
  id: string
  /** A person of his; null where there is none. */
  person: string | null
  owner: string | null
  /** Days since the customer is there. */
  age: number
}

export interface Colleagues {
  /** Who leads whom. */
  superiorOf: ReadonlyMap<string, string | null>
  sellers: readonly string[]
}

export interface PlannedWork {
  values: Values
  /** Days before today when it was written down; below zero never. */
  writtenAge: number
  checklist: readonly string[]
}

/** Days from now: most of it lies behind, a little ahead. */
function dayFor(dice: Dice, age: number): number {
  if (dice.chance(0.1)) return 1 + dice.whole(45)
  const back = Math.min(age, historyDays)
  return -dice.whole(Math.max(1, back))
}

const hour = (dice: Dice): number => 6 * 60 + dice.whole(18) * 30

export function activityAt(index: number, customer: Customer, { today, colleagues }: { today: string; colleagues: Colleagues }): PlannedWork {
  const dice = diceFor(60, index)
  const type = dice.pick(['task', 'task', 'task', 'call', 'call', 'call', 'meeting', 'visit', 'letter'])
  const day = onWorkday(today, dayFor(dice, customer.age))
  const at = (minutes: number): string => new Date(Date.parse(`${today}T00:00:00Z`) + day * 86_400_000 + minutes * 60_000).toISOString()
  const begin = hour(dice)
  const isTimed = type === 'meeting' || type === 'visit' || (type === 'call' && dice.chance(0.4))
  const length = type === 'visit' ? 120 : type === 'meeting' ? 60 : 15
  // A little of what was due lately is late; what is older was done, or came to nothing.
  const isLate = day < 0 && day > -21 && !isTimed && dice.chance(0.12)
  const isDone = day < 0 && !isLate
  const state = isDone ? (dice.chance(0.04) ? 'cancelled' : 'done') : day >= 0 && dice.chance(0.15) ? 'inProgress' : 'open'
  const owner = customer.owner ?? dice.pick(colleagues.sellers)
  const times = isTimed ? { start: at(begin), end: at(begin + length), place: type === 'call' ? null : dice.pick(places) } : { due: at(begin + 120) }
  return {
    writtenAge: Math.max(0, -day) + dice.whole(10),
    checklist: type === 'task' && dice.chance(0.12) ? dice.pick(checklists) : [],
    values: {
      title: dice.pick(titles[type]!), type, state, priority: dice.pick(['normal', 'normal', 'normal', 'normal', 'low', 'high', 'high', 'urgent']), owner, company: customer.id, people: customer.person === null || dice.chance(0.25) ? null : [customer.person],
      ...times, ...given(dice, { type, owner, isDone, colleagues }), ...became(dice, { state, type, at, end: begin + length }), ...(dice.chance(0.3) ? { effort: String(15 * (1 + dice.whole(16))) } : {}),
    },
  }
}

/** By whom it was given, and who else is concerned. */
function given(dice: Dice, { type, owner, isDone, colleagues }: { type: string; owner: string; isDone: boolean; colleagues: Colleagues }): Values {
  const superior = colleagues.superiorOf.get(owner) ?? null
  const other = dice.pick(colleagues.sellers)
  if (type === 'meeting') return other !== owner && dice.chance(0.4) ? { participants: [other] } : {}
  if (superior === null || !dice.chance(0.12)) return {}
  return { delegatedBy: superior, delegation: isDone || dice.chance(0.7) ? 'accepted' : 'asked', ...(other !== owner && dice.chance(0.2) ? { watchers: [other] } : {}) }
}

function became(dice: Dice, { state, type, at, end }: { state: string; type: string; at(minutes: number): string; end: number }): Values {
  if (state === 'cancelled') return { doneAt: at(end) }
  if (state !== 'done') return {}
  const talked = type === 'call' || type === 'visit' || type === 'meeting'
  const told = talked && dice.chance(0.8) ? { outcome: dice.pick(['agreed', 'agreed', 'interested', 'interested', 'later', 'notReached', 'refused']), ...(dice.chance(0.5) ? { outcomeNote: dice.pick(outcomeNotes) } : {}) } : {}
  return { doneAt: at(end + dice.whole(120)), ...told, ...(dice.chance(0.3) ? { spent: String(5 * (1 + dice.whole(24))) } : {}) }
}

/** Nobody works at the weekend: what fell on it is on the Friday before, or the Monday after. */
export function onWorkday(today: string, day: number): number {
  const weekday = new Date(Date.parse(`${today}T00:00:00Z`) + day * 86_400_000).getUTCDay()
  if (weekday === 6) return day < 0 ? day - 1 : day + 2
  if (weekday === 0) return day < 0 ? day - 2 : day + 1
  return day
}
