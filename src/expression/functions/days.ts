/** Dates and moments. A moment counts as the day it is on the person's calendar. */
import { addMonths, dateFrom, dateOfDay, dayNumber, localClock, localDate, momentText, monthsBetween, partsOf, weekday } from '../calendar.ts'
import type { Text } from '../../contract/text.ts'
import type { Circumstances } from '../language.ts'
import { raw, sql, type Sql } from '../sql.ts'
import { computed, dateSql, numberSql, type SqlValue } from '../sqlValue.ts'
import type { ExprType } from '../types.ts'
import { dateType, numberType } from '../unify.ts'
import { Exact, type Value } from '../value.ts'
import { addWorkdays, workdaysBetween, type Holidays } from '../workdays.ts'
import type { FunctionDefinition, Parameter } from './definition.ts'

export const dayOf = (value: Value, type: ExprType, circumstances: Circumstances): string | null =>
  value === null ? null : type.kind === 'dateTime' ? localDate(value as string, circumstances.timeZone) : (value as string)

export const daySql = (value: SqlValue, circumstances: Circumstances): Sql => (value.type.kind === 'dateTime' ? sql`(${value.sql} at time zone ${circumstances.timeZone}::text)::date` : value.sql)

/** date + days; the part of a day counts for moments only. Outside the years 1 to 9999 there is no answer. */
export function addDays(value: string, type: ExprType, days: Exact): string | null {
  if (days.abs().greaterThan(4_000_000)) return null
  if (type.kind === 'date') return dateOfDay(dayNumber(value) + days.trunc().toNumber())
  return momentText(Date.parse(value) + days.times(86_400_000).toDecimalPlaces(0, Exact.ROUND_HALF_UP).toNumber())
}

const dates = ['date', 'dateTime'] as const
const date: Parameter = { name: { pl: 'data', en: 'date' }, takes: dates }
const later: Parameter = { name: { pl: 'do', en: 'to' }, takes: dates }
const earlier: Parameter = { name: { pl: 'od', en: 'from' }, takes: dates }
const number = (pl: string, en: string): Parameter => ({ name: { pl, en }, takes: ['number'] })

const between = (name: string, help: Text, count: (to: string, from: string, holidays?: Holidays) => number | null, toSql: (to: Sql, from: Sql) => Sql): FunctionDefinition => ({
  name,
  help,
  example: `${name}(today, createdAt)`,
  parameters: [later, earlier],
  result: numberType,
  evaluate: ([to, from], circumstances, types) => {
    const days = [dayOf(to!, types[0]!, circumstances), dayOf(from!, types[1]!, circumstances)] as const
    const counted = days[0] === null || days[1] === null ? null : count(days[0], days[1], circumstances.holidays)
    return counted === null ? null : new Exact(counted)
  },
  toSql: ([to, from], circumstances) => numberSql(toSql(daySql(to!, circumstances), daySql(from!, circumstances))),
})

const part = (name: string, help: Text, read: (date: string) => number, field: string): FunctionDefinition => ({
  name,
  help,
  example: `${name}(createdAt)`,
  parameters: [date],
  result: numberType,
  evaluate: ([value], circumstances, types) => {
    const day = dayOf(value!, types[0]!, circumstances)
    return day === null ? null : new Exact(read(day))
  },
  // raw is safe here and below: constants of this file.
  toSql: ([value], circumstances) => numberSql(sql`extract(${raw(field)} from ${daySql(value!, circumstances)})`),
})

const clockPart = (name: string, help: Text, read: (clock: string) => number): FunctionDefinition => ({
  name,
  help,
  example: `${name}(createdAt)`,
  parameters: [{ name: { pl: 'godzina', en: 'time' }, takes: ['dateTime', 'time'] }],
  result: numberType,
  evaluate: ([value], circumstances, types) => new Exact(read(types[0]!.kind === 'time' ? (value as string) : localClock(value as string, circumstances.timeZone))),
  toSql: ([value], circumstances) => numberSql(sql`extract(${raw(name)} from ${value!.type.kind === 'time' ? value!.sql : sql`${value!.sql} at time zone ${circumstances.timeZone}::text`})`),
})

const start = (name: string, help: Text, find: (date: string) => string | null, toSql: (date: Sql) => Sql): FunctionDefinition => ({
  name,
  help,
  example: `createdAt >= ${name}(today)`,
  parameters: [date],
  result: dateType,
  evaluate: ([value], circumstances, types) => {
    const day = dayOf(value!, types[0]!, circumstances)
    return day === null ? null : find(day)
  },
  toSql: ([value], circumstances) => dateSql(toSql(daySql(value!, circumstances))),
})

// raw is safe: units are the constants below.
const truncated = (unit: string) => (day: Sql): Sql => sql`date_trunc(${raw(`'${unit}'`)}, (${day})::timestamp)::date`

const addingDays: FunctionDefinition = {
  name: 'ADDDAYS',
  help: { pl: 'Data późniejsza o tyle dni (wcześniejsza, gdy liczba jest ujemna).', en: 'The date that many days later (earlier when the number is negative).' },
  example: 'ADDDAYS(today, 14)',
  parameters: [{ ...date, same: 'A' }, number('dni', 'days')],
  result: 'A',
  evaluate: ([value, days], _circumstances, types) => addDays(value as string, types[0]!, days as Exact),
  toSql: ([value, days]) => computed(value!.type, sql`sedno_add_days(${value!.sql}, ${days!.sql})`),
}

const addingMonths: FunctionDefinition = {
  name: 'ADDMONTHS',
  help: { pl: 'Ten sam dzień tyle miesięcy później, a gdy go nie ma, ostatni dzień miesiąca.', en: 'The same day that many months later, or the last day of the month when there is no such day.' },
  example: 'ADDMONTHS(contractFrom, 12)',
  parameters: [date, number('miesiące', 'months')],
  result: dateType,
  evaluate: ([value, months], circumstances, types) => {
    const day = dayOf(value!, types[0]!, circumstances)
    const far = (months as Exact).abs().greaterThan(200_000)
    return day === null || far ? null : addMonths(day, (months as Exact).trunc().toNumber())
  },
  toSql: ([value, months], circumstances) => dateSql(sql`sedno_add_months(${daySql(value!, circumstances)}, ${months!.sql})`),
}

const addingWorkdays: FunctionDefinition = {
  name: 'ADDWORKDAYS',
  help: { pl: 'Dzień roboczy, który przypada tyle dni roboczych później (wcześniej, gdy liczba jest ujemna); bez sobót, niedziel i świąt kraju firmy.', en: 'The working day that many working days later (earlier when the number is negative), without Saturdays, Sundays and the public holidays of the firm’s country.' },
  example: 'ADDWORKDAYS(orderedOn, 3)',
  countsWorkdays: true,
  parameters: [date, number('dni robocze', 'working days')],
  result: dateType,
  evaluate: ([value, days], circumstances, types) => {
    const day = dayOf(value!, types[0]!, circumstances)
    return day === null || (days as Exact).abs().greaterThan(1_000_000) ? null : addWorkdays(day, (days as Exact).trunc().toNumber(), circumstances.holidays)
  },
  toSql: ([value, days], circumstances) => dateSql(sql`sedno_add_workdays(${daySql(value!, circumstances)}, ${days!.sql})`),
}

const makeDate: FunctionDefinition = {
  name: 'DATE',
  help: { pl: 'Data z roku, miesiąca i dnia; pusta, gdy takiej nie ma.', en: 'The date of a year, a month and a day; empty when there is none.' },
  example: 'DATE(YEAR(today), 1, 1)',
  parameters: [number('rok', 'year'), number('miesiąc', 'month'), number('dzień', 'day')],
  result: dateType,
  evaluate: (args) => {
    const [year, month, day] = args.map((arg) => (arg as Exact).toNumber()) as [number, number, number]
    return args.every((arg) => (arg as Exact).isInteger()) ? dateFrom(year, month, day) : null
  },
  toSql: ([year, month, day]) => dateSql(sql`sedno_date(${year!.sql}, ${month!.sql}, ${day!.sql})`),
}

const monthStart = (date: string): string => `${date.slice(0, 8)}01`
const quarterOf = (date: string): number => Math.ceil(partsOf(date).month / 3)

export const dayFunctions: readonly FunctionDefinition[] = [
  between('DAYS', { pl: 'Ile dni upłynęło między datami.', en: 'How many days passed between two dates.' }, (to, from) => dayNumber(to) - dayNumber(from), (to, from) => sql`(${to} - ${from})::numeric`),
  between('MONTHS', { pl: 'Ile pełnych miesięcy upłynęło między datami.', en: 'How many whole months passed between two dates.' }, monthsBetween, (to, from) => sql`sedno_months(${to}, ${from})`),
  between('YEARS', { pl: 'Ile pełnych lat upłynęło między datami.', en: 'How many whole years passed between two dates.' }, (to, from) => Math.trunc(monthsBetween(to, from) / 12), (to, from) => sql`div(sedno_months(${to}, ${from}), 12)`),
  { ...between('WORKDAYS', { pl: 'Ile dni roboczych upłynęło między datami: bez sobót, niedziel i świąt kraju firmy.', en: 'How many working days passed between two dates, without Saturdays, Sundays and the public holidays of the firm’s country.' }, workdaysBetween, (to, from) => sql`sedno_workdays(${to}, ${from})`), countsWorkdays: true },
  part('YEAR', { pl: 'Rok.', en: 'The year.' }, (day) => partsOf(day).year, 'year'),
  part('QUARTER', { pl: 'Kwartał, od 1 do 4.', en: 'The quarter, 1 to 4.' }, quarterOf, 'quarter'),
  part('MONTH', { pl: 'Miesiąc, od 1 do 12.', en: 'The month, 1 to 12.' }, (day) => partsOf(day).month, 'month'),
  part('DAY', { pl: 'Dzień miesiąca.', en: 'The day of the month.' }, (day) => partsOf(day).day, 'day'),
  part('WEEKDAY', { pl: 'Dzień tygodnia: 1 to poniedziałek, 7 to niedziela.', en: 'The day of the week: 1 is Monday, 7 is Sunday.' }, weekday, 'isodow'),
  clockPart('HOUR', { pl: 'Godzina, od 0 do 23.', en: 'The hour, 0 to 23.' }, (clock) => +clock.slice(0, 2)),
  clockPart('MINUTE', { pl: 'Minuta, od 0 do 59.', en: 'The minute, 0 to 59.' }, (clock) => +clock.slice(3, 5)),
  makeDate,
  start('DAYOF', { pl: 'Dzień, w którym jest dana chwila.', en: 'The day a moment is on.' }, (day) => day, (day) => day),
  addingDays,
  addingWorkdays,
  addingMonths,
  start('WEEKSTART', { pl: 'Poniedziałek tego tygodnia.', en: 'The Monday of the week.' }, (day) => dateOfDay(dayNumber(day) - weekday(day) + 1), truncated('week')),
  start('MONTHSTART', { pl: 'Pierwszy dzień miesiąca.', en: 'The first day of the month.' }, monthStart, truncated('month')),
  start('MONTHEND', { pl: 'Ostatni dzień miesiąca.', en: 'The last day of the month.' }, (day) => dateOfDay(dayNumber(addMonths(monthStart(day), 1) ?? '9999-12-31') - (monthStart(day) === '9999-12-01' ? 0 : 1)), (day) => sql`(date_trunc('month', (${day})::timestamp) + interval '1 month' - interval '1 day')::date`),
  start('QUARTERSTART', { pl: 'Pierwszy dzień kwartału.', en: 'The first day of the quarter.' }, (day) => `${day.slice(0, 5)}${String(quarterOf(day) * 3 - 2).padStart(2, '0')}-01`, truncated('quarter')),
  start('YEARSTART', { pl: 'Pierwszy dzień roku.', en: 'The first day of the year.' }, (day) => `${day.slice(0, 5)}01-01`, truncated('year')),
]
