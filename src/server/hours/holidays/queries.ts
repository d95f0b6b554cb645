/** Public holidays by country, from date-holidays (its data: CC BY 3.0, see NOTICE). The library is read when it is first asked. */
import type { Language } from '../../../contract/text.ts'
import { dayNumber } from '../../../expression/calendar.ts'
import { firstYear, holidaysFrom, lastYear, polishHolidays, type Holidays } from '../../../expression/workdays.ts'

export interface Holiday {
  date: string
  name: string
}

/** 'PL', or with a state: 'DE-BY'. */
export type Country = string

const known = new Map<string, readonly Holiday[]>()
let library: Promise<typeof import('date-holidays').default> | null = null
const load = () => (library ??= import('date-holidays').then((module) => module.default))

/** null: neither the country nor, where one is named, the part of it is known. */
async function calendarOf(country: Country, language: Language) {
  const Holidays = await load()
  const [land, state] = country.split('-') as [string, string?]
  const all = new Holidays()
  if (!(land in all.getCountries()) || (state !== undefined && !(state in (all.getStates(land) ?? {})))) return null
  const options = { types: ['public' as const], languages: [language] }
  return state === undefined ? new Holidays(land, options) : new Holidays(land, state, options)
}

/** Days off by law in that year, in order; a name in the language asked for where the library has it, else in the country's own. */
export async function holidaysOf(country: Country, year: number, language: Language): Promise<readonly Holiday[]> {
  const key = `${country} ${year} ${language}`
  const cached = known.get(key)
  if (cached !== undefined) return cached
  const calendar = await calendarOf(country, language)
  const days = (calendar?.getHolidays(year) ?? []).filter(({ type }) => type === 'public').flatMap(({ date, start, end, name }) => daysOf(date.slice(0, 10), end.getTime() - start.getTime()).map((day) => ({ date: day, name })))
  known.set(key, days)
  return days
}

/** Some last several days: Ramadan ends with three. */
function daysOf(first: string, lastsMs: number): string[] {
  const count = Math.max(1, Math.round(lastsMs / 86_400_000))
  return Array.from({ length: count }, (_, at) => new Date(Date.parse(first) + at * 86_400_000).toISOString().slice(0, 10))
}

/** For formulas: of all the years they count in. Of Poland by its own act, as formulas always did; null: a firm that has none. */
export async function everyHoliday(country: Country | null): Promise<Holidays> {
  if (country === null) return []
  if (country === 'PL') return polishHolidays
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at)
  const days: number[] = []
  for (const year of years) for (const { date } of await holidaysOf(country, year, 'en')) days.push(dayNumber(date))
  return holidaysFrom(days)
}

export const isCountry = async (country: Country): Promise<boolean> => /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(country) && (await calendarOf(country, 'en')) !== null

/** Codes and names of the countries whose holidays are known. */
export async function countries(language: Language): Promise<{ code: Country; name: string }[]> {
  const Holidays = await load()
  const names = new Intl.DisplayNames([language], { type: 'region' })
  return Object.keys(new Holidays().getCountries()).map((code) => ({ code, name: names.of(code) ?? code })).toSorted((a, b) => a.name.localeCompare(b.name, language))
}
