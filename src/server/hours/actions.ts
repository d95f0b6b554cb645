import { refuse, RefusalError } from '../../contract/refusal.ts'
import { dateOfDay, dayNumber, localDate } from '../../expression/calendar.ts'
import { sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import { changeHolidays } from '../kernel/formulas/change-holidays.ts'
import type { FirmHours } from './contract.ts'
import { everyHoliday, holidaysOf, isCountry } from './holidays/queries.ts'
import { firmHours, firmKey, hoursOf } from './queries.ts'
import { afterWorkingMinutes, evenlyWritten, isEmptyWeek, isFree, weekOf, whyNotHours, workingMinutes, type Schedule } from './rules.ts'
import { refusals } from './texts.ts'

/**
 * When these people work between two days, both included; of the firm itself under the key null. Whoever has hours of his own has those,
 * others the firm's. The longest span is some years: holidays are looked up by year.
 */
export async function schedulesOf(ctx: Ctx, people: readonly (string | null)[], { from, until }: { from: string; until: string }): Promise<Map<string | null, Schedule>> {
  const ids = people.filter((id) => id !== null)
  const { firm, people: rows, days } = await hoursOf(ctx, ids, { from, until })
  const own = { off: new Map<string, string>(), worked: new Set<string>() }
  for (const { on, until: last, name, kind } of days) {
    for (let day = dayNumber(on); day <= Math.min(dayNumber(last ?? on), dayNumber(until)); day++) {
      if (kind === 'working') own.worked.add(dateOfDay(day)!)
      else own.off.set(dateOfDay(day)!, name)
    }
  }
  const schedules = new Map<string | null, Schedule>()
  const add = async (id: string | null, timeZone: string, values: Record<string, unknown>) => {
    const free = new Map([...(await freeIn(ctx, (values['country'] as string | null) ?? firm.country, { from, until })), ...own.off])
    schedules.set(id, { timeZone, week: weekOf(values), free, worked: own.worked })
  }
  if (people.includes(null)) await add(null, ctx.timeZone, firm)
  for (const { id, timeZone, own: hours } of rows) {
    const week = hours === null || isEmptyWeek(weekOf(hours)) ? firm : hours
    await add(id, timeZone, { ...week, country: hours?.['country'] ?? null })
  }
  return schedules
}

async function freeIn(ctx: Ctx, country: string | null, { from, until }: { from: string; until: string }): Promise<[string, string][]> {
  if (country === null) return []
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  const days: [string, string][] = []
  for (let year = first; year <= last; year++) for (const { date, name } of await holidaysOf(country, year, ctx.language)) if (date >= from && date <= until) days.push([date, name])
  return days
}

async function scheduleOf(ctx: Ctx, person: string | null, { from, until }: { from: Date; until: Date }): Promise<Schedule> {
  const day = (moment: Date, more: number) => dateOfDay(dayNumber(localDate(moment.toISOString(), 'UTC')!) + more)!
  const schedules = await schedulesOf(ctx, [person, null], { from: day(from, -1), until: day(until, 1) })
  return schedules.get(person) ?? schedules.get(null)!
}

/** Minutes of this person's working time between two moments, holidays and the firm's own days off left out; null: as the firm works. */
export async function workingMinutesBetween(ctx: Ctx, person: string | null, { from, until }: { from: Date; until: Date }): Promise<number> {
  if (until <= from) return 0
  return workingMinutes(await scheduleOf(ctx, person, { from, until }), { from: from.getTime(), until: until.getTime() })
}

const yearMs = 366 * 24 * 3_600_000

/** The moment when so many minutes of this person's work have passed. Refuses `hours.no_work` where nobody works. */
export async function addWorkingMinutes(ctx: Ctx, person: string | null, { from, minutes }: { from: Date; minutes: number }): Promise<Date> {
  // Eight hours a day would be a third of the time; a tenth is little enough for those who work little.
  const until = new Date(from.getTime() + yearMs + minutes * 60_000 * 20)
  const moment = afterWorkingMinutes(await scheduleOf(ctx, person, { from, until }), from.getTime(), minutes)
  return moment === null ? refuse('hours.no_work', refusals.noWork) : new Date(moment)
}

/** Does this person not work on that day ('YYYY-MM-DD' of his own calendar)? */
export async function isFreeDay(ctx: Ctx, person: string | null, date: string): Promise<boolean> {
  const schedules = await schedulesOf(ctx, [person, null], { from: date, until: date })
  return isFree(schedules.get(person) ?? schedules.get(null)!, date)
}

/** Whose hours the web shades: given as the routes tell them. */
export async function hoursOfPeople(ctx: Ctx, people: readonly string[], { from, until }: { from: string; until: string }) {
  const schedules = await schedulesOf(ctx, people, { from, until })
  return people.flatMap((person) => {
    const schedule = schedules.get(person)
    if (schedule === undefined) return []
    const { timeZone, week, free, worked } = schedule
    return [{ person, timeZone, week: week.map((periods) => periods.map(([first, last]): [number, number] => [first, last])), free: [...free].map(([date, name]) => ({ date, name })).toSorted((a, b) => (a.date < b.date ? -1 : 1)), worked: [...worked] }]
  })
}

/** Refuses: 403 without the right to the settings; 422 for what cannot be read as hours, and for a country we do not know. */
export async function changeFirmHours(ctx: Ctx, given: FirmHours): Promise<FirmHours> {
  if (!ctx.who.all && !ctx.who.functions.has('settings')) refuse('not_allowed', refusals.needsSettings, { status: 403 })
  const firm = { ...given, ...evenlyWritten(given) } as FirmHours
  const why = whyNotHours(firm)
  if (why.length > 0) throw new RefusalError(why)
  if (firm.country !== null && !(await isCountry(firm.country))) refuse('hours.unknown_country', refusals.unknownCountry, { field: 'country', values: { country: firm.country } })
  const before = await firmHours(ctx.db)
  await ctx.db.rows(sql`insert into sedno_state (key, value, changed_at) values (${firmKey}, ${firm}, ${ctx.now})
    on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`)
  if (before.country !== firm.country) await changeHolidays(ctx, await everyHoliday(firm.country))
  return firmHours(ctx.db)
}
