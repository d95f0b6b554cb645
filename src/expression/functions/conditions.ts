/** Choosing one value of several. */
import { join, raw, sql, type Sql } from '../sql.ts'
import { computed, single, truth } from '../sqlValue.ts'
import { yesNoType } from '../unify.ts'
import { sameValue } from '../value.ts'
import type { FunctionDefinition } from './definition.ts'

const comparedByValue = ['text', 'choice', 'number', 'date', 'time', 'dateTime', 'record', 'yesNo'] as const
const condition = { name: { pl: 'warunek', en: 'condition' }, takes: ['yesNo'] as const }
const result = { name: { pl: 'wynik', en: 'result' }, takes: 'any' as const }

const choose: FunctionDefinition = {
  name: 'IF',
  help: { pl: 'Jeśli warunek jest prawdziwy, daje pierwszy wynik, w przeciwnym razie drugi (albo pustą wartość).', en: 'When the condition is true gives the first result, otherwise the second one (or an empty value).' },
  example: "IF(turnover > 1M, 'A', 'B')",
  parameters: [condition, { ...result, same: 'A' }, { name: { pl: 'wynik w przeciwnym razie', en: 'result otherwise' }, takes: 'any', same: 'A', optional: true }],
  result: 'A',
  takesEmpty: true,
  evaluate: ([is, then, otherwise]) => (is === true ? then! : (otherwise ?? null)),
  toSql: ([is, then, otherwise], _circumstances, type) => computed(type, sql`case when ${is!.sql} then ${single(then!)}${otherwise === undefined ? raw('') : sql` else ${single(otherwise)}`} end`),
}

const pick: FunctionDefinition = {
  name: 'SWITCH',
  help: { pl: 'Porównuje wartość kolejno z podanymi i daje wynik stojący przy pierwszej równej; ostatni wynik bez pary jest dla wszystkich innych.', en: 'Compares a value with those given, in order, and gives the result beside the first equal one; a last result without a pair is for all others.' },
  example: "SWITCH(stage, 'won', 100, 'lost', 0, 50)",
  parameters: [
    { name: { pl: 'wartość', en: 'value' }, takes: comparedByValue, same: 'B' },
    { name: { pl: 'gdy równa', en: 'when equal to' }, takes: comparedByValue, same: 'B', repeated: true },
    { ...result, same: 'A', repeated: true },
    { name: { pl: 'wynik dla innych', en: 'result for others' }, takes: 'any', same: 'A', optional: true },
  ],
  result: 'A',
  takesEmpty: true,
  evaluate: ([value, ...rest]) => {
    for (let index = 0; index + 1 < rest.length; index += 2) if (sameValue(value!, rest[index]!)) return rest[index + 1]!
    return rest.length % 2 === 1 ? rest.at(-1)! : null
  },
  toSql: ([value, ...rest], _circumstances, type) => {
    const cases: Sql[] = []
    for (let index = 0; index + 1 < rest.length; index += 2) cases.push(sql`when ${rest[index]!.sql} then ${single(rest[index + 1]!)}`)
    const otherwise = rest.length % 2 === 1 ? sql` else ${single(rest.at(-1)!)}` : raw('')
    return computed(type, sql`case ${value!.sql} ${join(cases, raw(' '))}${otherwise} end`)
  },
}

const firstTrue: FunctionDefinition = {
  name: 'CASE',
  help: { pl: 'Daje wynik stojący przy pierwszym prawdziwym warunku; ostatni wynik bez warunku jest dla wszystkich innych.', en: 'Gives the result beside the first condition that is true; a last result without a condition is for all others.' },
  example: "CASE(turnover > 1M, 'A', turnover > 100k, 'B', 'C')",
  parameters: [
    { ...condition, repeated: true },
    { ...result, same: 'A', repeated: true },
    { name: { pl: 'wynik dla innych', en: 'result for others' }, takes: 'any', same: 'A', optional: true },
  ],
  result: 'A',
  takesEmpty: true,
  evaluate: (args) => {
    for (let index = 0; index + 1 < args.length; index += 2) if (args[index] === true) return args[index + 1]!
    return args.length % 2 === 1 ? args.at(-1)! : null
  },
  toSql: (args, _circumstances, type) => {
    const cases: Sql[] = []
    for (let index = 0; index + 1 < args.length; index += 2) cases.push(sql`when ${args[index]!.sql} then ${single(args[index + 1]!)}`)
    const otherwise = args.length % 2 === 1 ? sql` else ${single(args.at(-1)!)}` : raw('')
    return computed(type, sql`case ${join(cases, raw(' '))}${otherwise} end`)
  },
}

const firstGiven: FunctionDefinition = {
  name: 'COALESCE',
  help: { pl: 'Pierwsza z podanych wartości, która nie jest pusta.', en: 'The first of the given values that is not empty.' },
  example: 'COALESCE(shortName, name)',
  parameters: [{ name: { pl: 'wartość', en: 'value' }, takes: 'any', same: 'A', repeated: true }],
  result: 'A',
  takesEmpty: true,
  evaluate: (args) => args.find((arg) => arg !== null) ?? null,
  toSql: (args, _circumstances, type) => computed(type, sql`coalesce(${join(args.map(single))})`),
}

const isEmpty: FunctionDefinition = {
  name: 'EMPTY',
  help: { pl: 'Czy wartość jest pusta.', en: 'Whether the value is empty.' },
  example: 'EMPTY(nip)',
  parameters: [{ name: { pl: 'wartość', en: 'value' }, takes: 'any' }],
  result: yesNoType,
  takesEmpty: true,
  evaluate: ([value]) => value === null,
  toSql: ([value]) => truth(sql`(${value!.sql} is null)`),
}

export const conditionFunctions: readonly FunctionDefinition[] = [choose, pick, firstTrue, firstGiven, isEmpty]
