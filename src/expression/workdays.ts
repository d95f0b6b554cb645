/** Working days: Monday to Friday, without the public holidays of the firm's country. Counted here and in the database from the same list. */
import { dateOfDay, dayNumber, weekday } from './calendar.ts'

/** Beyond these years nobody plans, and before them the law was another; there is no answer. */
export const firstYear = 1990
export const lastYear = 2199

/** Sunday of Easter, Gregorian, by the anonymous algorithm (Nature, 20 April 1876). */
function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return dayNumber(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/**
 * Ustawa o dniach wolnych od pracy (Act of 18 January 1951 with its changes): Epiphany since 2011, Christmas Eve since 2025.
 * Easter Monday is the day after Easter, Corpus Christi the 60th.
 */
function holidaysOf(year: number): number[] {
  const fixed = ['01-01', ...(year >= 2011 ? ['01-06'] : []), '05-01', '05-03', '08-15', '11-01', '11-11', ...(year >= 2025 ? ['12-24'] : []), '12-25', '12-26']
  const sunday = easter(year)
  return [...fixed.map((day) => dayNumber(`${year}-${day}`)), sunday + 1, sunday + 60]
}

/** Day numbers of holidays that fall on Monday to Friday, in order, each once. */
export type Holidays = readonly number[]

export const holidaysFrom = (days: readonly number[]): Holidays => [...new Set(days)].filter((day) => weekday(dateOfDay(day)!) <= 5).sort((a, b) => a - b)

/** Where nobody has said another country. */
export const polishHolidays: Holidays = holidaysFrom(Array.from({ length: lastYear - firstYear + 1 }, (_, index) => holidaysOf(firstYear + index)).flat())

const [firstDay, lastDay] = [dayNumber(`${firstYear}-01-01`), dayNumber(`${lastYear}-12-31`)]
const isWithin = (day: number): boolean => day >= firstDay && day <= lastDay

/** How many holidays there are up to and with the day. */
function holidaysUpTo(day: number, holidays: Holidays): number {
  let [low, high] = [0, holidays.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holidays[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** Days are counted from Monday, 29 December 1969. */
const monday = 3
const weekdaysUpTo = (day: number): number => Math.floor((day + monday) / 7) * 5 + Math.min(((day + monday) % 7) + 1, 5)
const weekdayNumber = (count: number): number => Math.floor((count - 1) / 5) * 7 + ((count - 1) % 5) - monday
const workdaysUpTo = (day: number, holidays: Holidays): number => weekdaysUpTo(day) - holidaysUpTo(day, holidays)

/** Working days after the one date, up to and with the other; negative the other way round. */
export function workdaysBetween(to: string, from: string, holidays: Holidays = polishHolidays): number | null {
  const [end, start] = [dayNumber(to), dayNumber(from)]
  return isWithin(end) && isWithin(start) ? workdaysUpTo(end, holidays) - workdaysUpTo(start, holidays) : null
}

/** The so-manyeth working day after the date, or before it; the date itself for 0. */
export function addWorkdays(date: string, days: number, holidays: Holidays = polishHolidays): string | null {
  const from = dayNumber(date)
  if (!isWithin(from) || Math.abs(days) > 100_000) return null
  if (days === 0) return date
  const wanted = days > 0 ? workdaysUpTo(from, holidays) + days : workdaysUpTo(from - 1, holidays) + 1 + days
  let passed = 0
  for (;;) {
    const day = weekdayNumber(wanted + passed)
    if (!isWithin(day)) return null
    const met = holidaysUpTo(day, holidays)
    if (met === passed) return dateOfDay(day)
    passed = met
  }
}

const epoch = `'1970-01-01'::date`
const inRange = (date: string): string => `${date} between '${firstYear}-01-01' and '${lastYear}-12-31'`
const define = (head: string, declared: string, body: string): string =>
  `create or replace function ${head}\nlanguage plpgsql immutable strict parallel safe as $body$\ndeclare ${declared};\nbegin\n  ${body}\nend\n$body$`

/** The one function that changes with the country. A day that never comes stands in for a country without holidays: the list must not be empty. */
export const holidaysFunction = (holidays: Holidays): string =>
  `create or replace function sedno_holidays() returns integer[] language sql immutable parallel safe as $$ select '{${[...holidays, 1e8].join(',')}}'::integer[] $$`

/** width_bucket looks a value up in an ordered array by halving, as holidaysUpTo does. */
export const workdayFunctions: readonly string[] = [
  holidaysFunction(polishHolidays),
  define(
    'sedno_workdays_up_to(day integer) returns integer',
    `m integer := day + ${monday}`,
    `return div(m, 7)::integer * 5 + least(mod(m, 7) + 1, 5) - width_bucket(day, sedno_holidays());`,
  ),
  define(
    'sedno_workdays(ended date, began date) returns numeric',
    'nothing integer',
    `if not (${inRange('ended')} and ${inRange('began')}) then return null; end if;
  return (sedno_workdays_up_to(ended - ${epoch}) - sedno_workdays_up_to(began - ${epoch}))::numeric;`,
  ),
  define(
    'sedno_add_workdays(given date, days numeric) returns date',
    'whole integer; wanted integer; passed integer := 0; met integer; day integer',
    `if not (${inRange('given')}) or abs(trunc(days)) > 100000 then return null; end if;
  whole := trunc(days)::integer;
  if whole = 0 then return given; end if;
  wanted := case when whole > 0 then sedno_workdays_up_to(given - ${epoch}) + whole else sedno_workdays_up_to(given - ${epoch} - 1) + 1 + whole end;
  loop
    day := div(wanted + passed - 1, 5)::integer * 7 + mod(wanted + passed - 1, 5) - ${monday};
    if day not between ${firstDay} and ${lastDay} then return null; end if;
    met := width_bucket(day, sedno_holidays());
    if met = passed then return ${epoch} + day; end if;
    passed := met;
  end loop;`,
  ),
]
