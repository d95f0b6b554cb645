/** Numbers and amounts: rounding, the least and the greatest. */
import { join, raw, sql, type Sql } from '../sql.ts'
import { amountOf, computed, numberSql, single } from '../sqlValue.ts'
import type { Text } from '../../contract/text.ts'
import { moneyType, numberType } from '../unify.ts'
import { Exact, isExact, isMoney, order, type Value } from '../value.ts'
import type { FunctionDefinition, Parameter } from './definition.ts'

const number: Parameter = { name: { pl: 'liczba', en: 'number' }, takes: ['number'] }
const numberOrMoney: Parameter = { name: { pl: 'liczba lub kwota', en: 'number or amount' }, takes: ['number', 'money'], same: 'A' }

/** Does the same to a number and to the amount of money. */
const onAmount = (value: Value, change: (number: Exact) => Exact): Value =>
  isMoney(value) ? { amount: change(value.amount), currency: value.currency } : isExact(value) ? change(value) : null

/** Half goes away from zero, as numeric's round() does; negative places round to tens, hundreds … */
export function roundTo(number: Exact, places: number): Exact {
  const scale = new Exact(10).pow(Math.abs(places))
  if (places >= 0) return number.toDecimalPlaces(places, Exact.ROUND_HALF_UP)
  return number.times(new Exact(`1e${places}`)).toDecimalPlaces(0, Exact.ROUND_HALF_UP).times(scale)
}

const round: FunctionDefinition = {
  name: 'ROUND',
  help: { pl: 'Zaokrągla do podanej liczby miejsc po przecinku (bez niej: do całości); połówki od zera.', en: 'Rounds to the given number of decimal places (to whole numbers without it); halves go away from zero.' },
  example: 'ROUND(amount / 3, 2)',
  parameters: [numberOrMoney, { name: { pl: 'miejsca', en: 'places' }, takes: ['number'], optional: true, whole: { from: -20, to: 20 } }],
  result: 'A',
  evaluate: ([value, places]) => onAmount(value!, (number) => roundTo(number, isExact(places ?? null) ? (places as Exact).toNumber() : 0)),
  toSql: ([value, places]) => {
    const digits = places === undefined ? raw('0') : sql`${places.sql}::integer`
    return value!.type.kind === 'money' ? computed(moneyType, sql`sedno_money_round(${single(value!)}, ${digits})`) : numberSql(sql`round(${value!.sql}, ${digits})`)
  },
}

const absolute: FunctionDefinition = {
  name: 'ABS',
  help: { pl: 'Wartość bez znaku.', en: 'The value without its sign.' },
  example: 'ABS(balance)',
  parameters: [numberOrMoney],
  result: 'A',
  evaluate: ([value]) => onAmount(value!, (number) => number.abs()),
  toSql: ([value]) => (value!.type.kind === 'money' ? computed(moneyType, sql`sedno_money_abs(${single(value!)})`) : numberSql(sql`abs(${value!.sql})`)),
}

const toWhole = (name: string, help: Text, mode: 2 | 3): FunctionDefinition => ({
  name,
  help,
  example: `${name}(employees / 10)`,
  parameters: [number],
  result: numberType,
  evaluate: ([value]) => (value as Exact).toDecimalPlaces(0, mode),
  toSql: ([value]) => numberSql(sql`${raw(name === 'CEIL' ? 'ceil' : 'floor')}(${value!.sql})`),
})

const remainder: FunctionDefinition = {
  name: 'MOD',
  help: { pl: 'Reszta z dzielenia, ze znakiem dzielonej liczby.', en: 'The remainder of a division, with the sign of what is divided.' },
  example: 'MOD(quantity, 12)',
  parameters: [number, { name: { pl: 'dzielnik', en: 'divisor' }, takes: ['number'] }],
  result: numberType,
  evaluate: ([value, by]) => ((by as Exact).isZero() ? null : (value as Exact).mod(by as Exact)),
  toSql: ([value, by]) => numberSql(sql`mod(${value!.sql}, nullif(${by!.sql}, 0))`),
}

const extreme = (name: 'MIN' | 'MAX', help: Text): FunctionDefinition => ({
  name,
  help,
  example: `${name}(plannedOn, today)`,
  parameters: [{ name: { pl: 'wartość', en: 'value' }, takes: ['number', 'date', 'time', 'dateTime'], same: 'A', repeated: true }],
  result: 'A',
  takesEmpty: true,
  evaluate: (args) => args.reduce((best, arg) => (best === null || (arg !== null && (name === 'MIN' ? order(arg, best) < 0 : order(arg, best) > 0)) ? arg : best), null),
  toSql: (args, _circumstances, type) => computed(type, sql`${raw(name === 'MIN' ? 'least' : 'greatest')}(${join(args.map(amountOf) as Sql[])})`),
})

export const numberFunctions: readonly FunctionDefinition[] = [
  round,
  absolute,
  toWhole('FLOOR', { pl: 'Największa liczba całkowita nie większa od podanej.', en: 'The greatest whole number not above the given one.' }, 3),
  toWhole('CEIL', { pl: 'Najmniejsza liczba całkowita nie mniejsza od podanej.', en: 'The least whole number not below the given one.' }, 2),
  remainder,
  extreme('MIN', { pl: 'Najmniejsza z podanych wartości albo z pola powiązanych rekordów; puste się nie liczą.', en: 'The least of the given values, or of a field of related records; empty ones do not count.' }),
  extreme('MAX', { pl: 'Największa z podanych wartości albo z pola powiązanych rekordów; puste się nie liczą.', en: 'The greatest of the given values, or of a field of related records; empty ones do not count.' }),
]
