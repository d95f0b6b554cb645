/** Texts. Letters are counted as people count them in a database: by code point. */
import { fold, spaces } from '../fold.ts'
import { joinedSql, joinedText } from '../joining.ts'
import { lowerCase, upperCase } from '../letterCase.ts'
import { raw, sql, type Sql } from '../sql.ts'
import { computed, numberSql, textSql } from '../sqlValue.ts'
import type { Text } from '../../contract/text.ts'
import { numberType, textType } from '../unify.ts'
import { Exact, isList, type Value } from '../value.ts'
import type { FunctionDefinition, Parameter } from './definition.ts'

const text: Parameter = { name: { pl: 'tekst', en: 'text' }, takes: ['text'] }
const count: Parameter = { name: { pl: 'ile znaków', en: 'how many characters' }, takes: ['number'] }
const longest = 1_000_000

/** Whole and within what a text can have, as the database's `lengthSql` makes it. */
const lengthOf = (value: Value): number => Exact.max(0, Exact.min(value as Exact, longest)).trunc().toNumber()
const lengthSql = (expression: Sql): Sql => sql`sedno_length(${expression})`

const changing = (name: string, help: Text, change: (text: string) => string, toSql: (text: Sql) => Sql): FunctionDefinition => ({
  name,
  help,
  example: `${name}(name)`,
  parameters: [text],
  result: textType,
  evaluate: ([value]) => change(value as string),
  toSql: ([value]) => textSql(toSql(value!.sql)),
})

export const lengthFunction: FunctionDefinition = {
  name: 'LEN',
  help: { pl: 'Ile znaków ma tekst albo ile wartości ma lista; dla pustych 0.', en: 'How many characters a text has, or values a list; 0 for empty ones.' },
  example: 'LEN(nip)',
  parameters: [{ name: { pl: 'tekst albo lista', en: 'text or list' }, takes: ['text', 'list'] }],
  result: numberType,
  takesEmpty: true,
  evaluate: ([value]) => new Exact(value === null ? 0 : isList(value!) ? value.length : [...(value as string)].length),
  toSql: ([value]) => ({ ...numberSql(sql`coalesce(${raw(value!.type.kind === 'list' ? 'cardinality' : 'char_length')}(${value!.sql}), 0)::numeric`), definite: true }),
}

const spaceClass = `[${[...spaces, ' '].map((space) => `\\u${space.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}]+`
const spaceRuns = new RegExp(spaceClass, 'g')

const left: FunctionDefinition = {
  name: 'LEFT',
  help: { pl: 'Początek tekstu.', en: 'The beginning of a text.' },
  example: 'LEFT(postalCode, 2)',
  parameters: [text, count],
  result: textType,
  evaluate: ([value, many]) => [...(value as string)].slice(0, lengthOf(many!)).join(''),
  toSql: ([value, many]) => textSql(sql`left(${value!.sql}, ${lengthSql(many!.sql)})`),
}

const right: FunctionDefinition = {
  name: 'RIGHT',
  help: { pl: 'Koniec tekstu.', en: 'The end of a text.' },
  example: 'RIGHT(nip, 3)',
  parameters: [text, count],
  result: textType,
  evaluate: ([value, many]) => {
    const letters = [...(value as string)]
    return letters.slice(Math.max(0, letters.length - lengthOf(many!))).join('')
  },
  toSql: ([value, many]) => textSql(sql`right(${value!.sql}, ${lengthSql(many!.sql)})`),
}

const middle: FunctionDefinition = {
  name: 'MID',
  help: { pl: 'Część tekstu od podanego znaku (pierwszy ma numer 1).', en: 'A part of a text from the given character on (the first is number 1).' },
  example: 'MID(nip, 4, 3)',
  parameters: [text, { name: { pl: 'od znaku', en: 'from character' }, takes: ['number'] }, count],
  result: textType,
  evaluate: ([value, from, many]) => {
    const start = Math.max(1, lengthOf(from!)) - 1
    return [...(value as string)].slice(start, start + lengthOf(many!)).join('')
  },
  toSql: ([value, from, many]) => textSql(sql`substr(${value!.sql}, sedno_position(${from!.sql}), ${lengthSql(many!.sql)})`),
}

const replace: FunctionDefinition = {
  name: 'REPLACE',
  help: { pl: 'Zamienia w tekście każde wystąpienie jednego tekstu na drugi; wielkość liter ma znaczenie.', en: 'Puts one text in place of every occurrence of another; case matters.' },
  example: "REPLACE(phone, ' ', '')",
  parameters: [text, { name: { pl: 'co', en: 'what' }, takes: ['text'] }, { name: { pl: 'na co', en: 'with what' }, takes: ['text'] }],
  result: textType,
  takesEmpty: true,
  evaluate: ([value, what, to]) => (value === null || what === null ? value! : (value as string).replaceAll(what as string, () => (to as string | null) ?? '')),
  toSql: ([value, what, to]) => textSql(sql`replace(${value!.sql}, coalesce(${what!.sql}, ''), coalesce(${to!.sql}, ''))`),
}

const concatenate: FunctionDefinition = {
  name: 'CONCAT',
  help: { pl: 'Łączy wartości w jeden tekst, tak jak „&”; puste pomija.', en: 'Joins values into one text, as “&” does; empty ones are left out.' },
  example: "CONCAT(firstName, ' ', lastName)",
  parameters: [{ name: { pl: 'wartość', en: 'value' }, takes: ['text', 'choice', 'number', 'money', 'date', 'time', 'dateTime'], repeated: true }],
  result: textType,
  takesEmpty: true,
  evaluate: (args, circumstances, types) => joinedText(args, types, circumstances),
  toSql: (args, circumstances) => computed(textType, joinedSql(args, circumstances)),
}

export const textFunctions: readonly FunctionDefinition[] = [
  lengthFunction,
  changing('UPPER', { pl: 'Wielkimi literami.', en: 'In capital letters.' }, upperCase, (value) => sql`sedno_upper(${value})`),
  changing('LOWER', { pl: 'Małymi literami.', en: 'In small letters.' }, lowerCase, (value) => sql`sedno_lower(${value})`),
  changing('FOLD', { pl: 'Małymi literami bez znaków diakrytycznych: tak, jak szuka „contains”.', en: 'In small letters without diacritics: the way “contains” looks.' }, fold, (value) => sql`sedno_fold(${value})`),
  changing(
    'TRIM',
    { pl: 'Bez spacji na początku i końcu, w środku pojedyncze.', en: 'Without spaces at both ends, single ones inside.' },
    (value) => value.replace(spaceRuns, ' ').replace(/^ | $/g, ''),
    (value) => sql`btrim(regexp_replace(${value}, ${spaceClass}::text, ' ', 'g'), ' ')`,
  ),
  left,
  right,
  middle,
  replace,
  concatenate,
]
