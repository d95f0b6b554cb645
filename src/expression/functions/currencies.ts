/** Amounts in other currencies. */
import type { Text } from '../../contract/text.ts'
import { converted } from '../rates.ts'
import { sql } from '../sql.ts'
import { computed, whole } from '../sqlValue.ts'
import { moneyType } from '../unify.ts'
import type { MoneyValue } from '../value.ts'
import { dayOf, daySql } from './days.ts'
import type { FunctionDefinition } from './definition.ts'

const help: Text = {
  pl: 'Kwota przeliczona na inną walutę po kursie z podanego dnia, a bez niego z dzisiejszego: po najnowszym kursie z tego dnia albo wcześniejszym. Pusta, gdy kursu nie ma.',
  en: 'An amount in another currency at the rate of the given day, or of today without one: the newest rate of that day or before. Empty when there is no rate.',
}

const convert: FunctionDefinition = {
  name: 'CONVERT',
  help,
  example: "CONVERT(amount, 'EUR', closedOn)",
  parameters: [
    { name: { pl: 'kwota', en: 'amount' }, takes: ['money'] },
    { name: { pl: 'waluta', en: 'currency' }, takes: ['text'], currency: true },
    { name: { pl: 'dzień kursu', en: 'day of the rate' }, takes: ['date', 'dateTime'], optional: true, otherwise: 'today' },
  ],
  result: moneyType,
  looksUp: () => 'rates',
  // A rate has 20 digits before the point and 10 after; once multiplied by, once divided by at 20 places.
  moreDigits: 80,
  evaluate: ([amount, to, day], circumstances, types) => {
    const on = dayOf(day!, types[2]!, circumstances)
    return on === null ? null : converted(amount as MoneyValue, to as string, { on, rate: circumstances.rate })
  },
  toSql: ([amount, to, day], circumstances) => computed(moneyType, sql`sedno_convert(${whole(amount!)}, ${to!.sql}, ${daySql(day!, circumstances)})`),
}

export const currencyFunctions: readonly FunctionDefinition[] = [convert]
