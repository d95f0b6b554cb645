import { refuse } from '../../../contract/refusal.ts'
import { dateOfDay, dayNumber, localDate } from '../../../expression/calendar.ts'
import { schedulesOf, workingStretches, type Stretch } from '../../hours/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import { bookedTimes } from '../../resources/index.ts'
import type { BusyTime } from '../occurrences/contract.ts'
import { busyTimes, without } from '../occurrences/actions.ts'
import { foundIn, peopleOf } from '../occurrences/queries.ts'
import { offsetAt } from '../zones/rules.ts'
import type { Slot, Wish } from './contract.ts'
import { bestTimes, common, merged } from './rules.ts'
import { refusals } from './texts.ts'

const mostDays = 92
const minuteMs = 60_000

/** Times at which all are free, what is private counted like everything else; times that are over are not offered. Refuses spans that are reversed or longer than 92 days, and people who are not there. */
export async function findFreeTime(ctx: Ctx, wish: Wish): Promise<Slot[]> {
  const { minutes, step = 15, limit = 10, resources = [] } = wish
  const people = [...new Set(wish.people)]
  const within = spanOf(ctx, wish)
  const asked = { people, from: new Date(within.from).toISOString(), until: new Date(within.until).toISOString() }
  const [there, open, busy, booked] = await Promise.all([
    peopleOf(ctx, { people, teams: [], mine: false }), openTimes(ctx, { ...wish, people }, within),
    foundIn(ctx, asked).then((found) => busyTimes(ctx, asked, without(found, wish.except === undefined ? [] : [wish.except]))), bookedTimes(ctx, resources, { from: asked.from, until: asked.until }),
  ])
  if (there.length < people.length) refuse('calendar.no_person', refusals.noPerson, { field: 'people', status: 404 })
  const found = bestTimes({
    open, busy: byPerson(busy, ({ showAs }) => showAs !== 'tentative'), tentative: byPerson(busy, ({ showAs }) => showAs === 'tentative'),
    taken: merged(booked.map(({ start, end }) => stretchOf({ start, end }))), lengthMs: minutes * minuteMs, stepMs: step * minuteMs, offsetMs: (moment) => offsetAt(ctx.timeZone, moment) * minuteMs, limit,
  })
  return found.map(({ from, until, conflicts, tentative }) => ({ start: new Date(from).toISOString(), end: new Date(until).toISOString(), conflicts, tentative }))
}

function spanOf(ctx: Ctx, { from, until }: Wish): Stretch {
  const span = { from: Math.max(Date.parse(from), ctx.now.getTime()), until: Date.parse(until) }
  if (Date.parse(until) <= Date.parse(from)) refuse('calendar.reversed', refusals.reversed, { field: 'until' })
  if (span.until - span.from > mostDays * 24 * 60 * minuteMs) refuse('calendar.too_long', refusals.tooLong, { field: 'until', values: { days: mostDays } })
  return span
}

const stretchOf = ({ start, end }: { start: string; end: string }): Stretch => ({ from: Date.parse(start), until: Date.parse(end) })

function byPerson(times: readonly BusyTime[], wanted: (time: BusyTime) => boolean): Map<string, Stretch[]> {
  const gathered = Map.groupBy(times.filter(wanted), ({ person }) => person)
  return new Map([...gathered].map(([person, own]) => [person, merged(own.map(stretchOf))]))
}

/** When everybody works; all of the span when that does not matter. */
async function openTimes(ctx: Ctx, { people, withinWorkingHours = true }: Wish, within: Stretch): Promise<Stretch[]> {
  if (within.from >= within.until) return []
  if (!withinWorkingHours) return [within]
  const day = (moment: number, more: number) => dateOfDay(dayNumber(localDate(new Date(moment).toISOString(), 'UTC')!) + more)!
  const schedules = await schedulesOf(ctx, people, { from: day(within.from, -1), until: day(within.until, 1) })
  return [...schedules.values()].reduce<Stretch[]>((open, schedule) => common(open, merged([...workingStretches(schedule, within)])), [within])
}
