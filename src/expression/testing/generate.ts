/** Random rows, and random texts of expressions of every type, operator and function of the language. */
import fc from 'fast-check'
import type { Kind, Parameter } from '../functions/definition.ts'
import { functions } from '../functions/functions.ts'
import { parametersFor } from '../checkCall.ts'
import { kinds, uuid, type Row } from './things.ts'
import type { ExprValue } from '../types.ts'

const oneOf = fc.constantFrom

export const texts = ['Łódź', 'łódź', 'ŁÓDŹ', 'lodz', 'Straße', 'STRASSE', 'a%b', 'a_b', 'a\\b', "O'Neill", 'o’neill', ' a  b ', '😀 ok', 'ｆull', 'İstanbul', 'ǆ', 'Ěšč', 'ΣΊΣΥΦΟΣ', 'Ёлка', 'x', '%', '-', '12', '12.5', 'a\nb', '"q"', '\u00a0', 'e\u0301', 'won', 'Żaneta']
export const numbers = ['0', '1', '-1', '2', '3', '7', '0.5', '1.5', '2.5', '-2.5', '10', '-0.000001', '0.00000000000000000001', '123456789012345678.123456', '-99999999.99', '1000000', '33.333333', '2026', '12', '29', '1e3'].map((number) => (number === '1e3' ? '1000' : number))
export const dates = ['0001-01-01', '1899-12-31', '1970-01-01', '2024-02-29', '2025-12-31', '2026-01-01', '2026-01-31', '2026-03-29', '2026-10-25', '2026-11-22', '2026-11-23', '2026-11-24', '9999-12-31']
export const moments = ['0001-01-02T00:00:00.000Z', '1931-05-05T12:00:00.000Z', '1970-01-01T00:00:00.000Z', '2025-12-31T22:59:59.999Z', '2025-12-31T23:00:00.000Z', '2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-11-22T22:59:59.999Z', '2026-11-22T23:00:00.000Z', '2026-11-23T09:00:00.000Z', '2026-11-23T22:59:59.999Z', '9999-12-30T00:00:00.000Z']
const times = ['00:00', '07:59', '08:00', '23:59']
const currencies = ['PLN', 'PLN', 'EUR', 'USD']

const maybe = (value: fc.Arbitrary<ExprValue>): fc.Arbitrary<ExprValue> => fc.option(value, { freq: 4 }) as fc.Arbitrary<ExprValue>
const money = fc.record({ amount: oneOf(...numbers), currency: oneOf(...currencies) })
const list = (value: fc.Arbitrary<string>): fc.Arbitrary<ExprValue> => fc.uniqueArray(value, { minLength: 1, maxLength: 3 })

export function rowsOf(count: number): fc.Arbitrary<Row[]> {
  const other = fc.integer({ min: 1, max: count }).map(uuid)
  const user = oneOf(uuid(1001), uuid(1002), uuid(1003))
  const row = fc.record({
    name: maybe(oneOf(...texts)), note: maybe(oneOf(...texts)), city: maybe(oneOf(...texts)), stage: maybe(oneOf(...kinds)), number: maybe(oneOf(...numbers)), version: fc.integer({ min: 1, max: 2_147_483_647 }) as fc.Arbitrary<ExprValue>,
    amount: maybe(money), price: maybe(money), active: maybe(fc.boolean()), closedOn: maybe(oneOf(...dates)), dueOn: maybe(oneOf(...dates)), opensAt: maybe(oneOf(...times)),
    createdAt: maybe(oneOf(...moments)), seenAt: maybe(oneOf(...moments)), owner: maybe(user), parent: maybe(other), roles: maybe(list(oneOf(...kinds))), mails: maybe(list(oneOf(...texts))), friends: maybe(list(other)),
  })
  return fc.array(row, { minLength: count, maxLength: count }).map((rows) => rows.map((each, index) => ({ ...each, id: uuid(index + 1) })))
}

/** Rows in which every ugly value comes up. */
export function everyValue(first: number): Row[] {
  return texts.map((text, index) => {
    const pick = <V>(values: readonly V[], step = 0): V => values[(index + step) % values.length]!
    const [price, other] = [pick(numbers, 3), pick(moments, 5)]
    return {
      id: uuid(first + index), name: text, note: pick(texts, 7), city: pick([...texts, null], 11), stage: pick([...kinds, null]), number: pick(numbers), version: index + 1, amount: { amount: pick(numbers, 1), currency: pick(currencies) }, price: { amount: price, currency: pick(currencies, 1) },
      active: pick([true, false, null]), closedOn: pick(dates), dueOn: pick([...dates, null], 4), opensAt: pick([...times, null]), createdAt: pick(moments), seenAt: other, owner: pick([uuid(1001), uuid(1002), null]), parent: pick([uuid(first), uuid(first + 1), null]),
      roles: pick([['won'], ['won', 'lost'], null, ["it's", 'open']]), mails: pick([[text], [text, 'x'], null]), friends: pick([[uuid(first)], null, [uuid(first + 1), uuid(first + 2)]]),
    }
  })
}

/** A column against every constant of its type, by every operator: the forms that indexes serve, one by one. */
export function plainConditions(): string[] {
  const signs = ['=', '!=', '<', '<=', '>', '>=']
  const money = numbers.flatMap((number) => [`${number} PLN`, `${number} EUR`])
  const sides: readonly [column: string, constants: readonly string[]][] = [
    ['name', texts.map(quote)], ['note', ['name', 'city', 'owner.name']], ['number', [...numbers, 'version', 'amount']], ['amount', [...money, ...numbers, 'price']], ['closedOn', [...dates, 'today', 'dueOn', 'createdAt']], ['version', ['1 PLN', '3 EUR', '7']], ['opensAt', times],
    ['createdAt', [...moments.slice(1, -1), ...dates, 'now', 'today', 'seenAt', 'closedOn', '2026-03-29T02:30']], ['seenAt', dates],
  ]
  const ordered = sides.flatMap(([column, constants]) => constants.flatMap((constant, index) => [
    ...signs.map((sign) => `${column} ${sign} ${constant}`), `${column} between ${constant} and ${constants[(index + 3) % constants.length]!}`, `${column} in (${constant}; ${constant})`, `${column} not in (${constant})`,
  ]))
  const looks = texts.map(quote).flatMap((text) => ['name', 'mails', 'owner.name'].flatMap((column) => ['contains', 'not contains', 'starts with', 'ends with'].map((operator) => `${column} ${operator} ${text}`)))
  return [...ordered, ...looks]
}

// ---- Texts of expressions ----------------------------------------------------------------------------------------

export type Sort = 'text' | 'number' | 'money' | 'condition' | 'date' | 'time' | 'dateTime' | 'choice' | 'thing' | 'user' | 'texts' | 'choices' | 'things'
const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`
const paths = (...names: string[]): fc.Arbitrary<string> => oneOf(...names.flatMap((name) => [name, name, `parent.${name}`]))
const sortsOf: Readonly<Record<Kind, readonly Sort[]>> = {
  text: ['text', 'choice'], number: ['number'], money: ['money'], yesNo: ['condition'], date: ['date'], time: ['time'], dateTime: ['dateTime'], choice: ['choice'], record: ['thing'], list: ['texts', 'choices', 'things'], empty: [],
}
const together: readonly Sort[] = ['text', 'number', 'money', 'date', 'time', 'dateTime', 'choice', 'thing', 'condition']

type Tie = (sort: Sort) => fc.Arbitrary<string>
const all = (...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> => fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((pieces) => pieces.join(''))

/** Calls of every function in the table whose result can be of the sort: a new entry is tested without a word here. */
function calls(tie: Tie, sort: Sort): fc.Arbitrary<string>[] {
  const found: fc.Arbitrary<string>[] = []
  for (const definition of functions.values()) {
    const { result } = definition
    if (typeof result !== 'string' && !sortsOf[result.kind].includes(sort)) continue
    for (const count of [1, 2, 3, 4, 5]) {
      const parameters = parametersFor(definition, count)
      if (parameters === null) continue
      const letters = { A: result === 'A' ? [sort] : null, B: result === 'B' ? [sort] : null }
      if (typeof result === 'string' && !parameters.some((parameter) => parameter.same === result && (parameter.takes === 'any' || parameter.takes.some((kind) => sortsOf[kind].includes(sort))))) continue
      found.push(callOf(tie, definition.name, parameters, letters))
    }
  }
  return found
}

function callOf(tie: Tie, name: string, parameters: readonly Parameter[], fixed: Record<'A' | 'B', readonly Sort[] | null>): fc.Arbitrary<string> {
  const sortsFor = ({ takes }: Parameter): readonly Sort[] => (takes === 'any' ? together : takes.flatMap((kind) => sortsOf[kind]))
  // Classes are those of a field: what is made of it is a text.
  if (parameters.some(({ member }) => member)) return all(`${name}(`, paths('stage', 'roles'), '; ', oneOf(...kinds.map(quote), 'stage', 'parent.stage'), ')')
  if (name === 'CONVERT') return all('CONVERT(', tie('money'), '; ', fc.oneof(oneOf("'PLN'", "'EUR'", "'USD'", "'CHF'", "LOWER('EUR')", 'name'), paths('price.currency')), ...(parameters.length < 3 ? [] : ['; ', fc.oneof(tie('date'), tie('dateTime'))]), ')')
  const free = { A: fixed.A ?? sortsFor(parameters.find(({ same }) => same === 'A') ?? parameters[0]!), B: fixed.B ?? sortsFor(parameters.find(({ same }) => same === 'B') ?? parameters[0]!) }
  return fc.tuple(oneOf(...free.A), oneOf(...free.B)).chain(([a, b]) => {
    const args = parameters.map((parameter) => {
      if (parameter.whole !== undefined) return fc.integer({ min: parameter.whole.from, max: parameter.whole.to }).map(String)
      return parameter.same === 'A' ? tie(a) : parameter.same === 'B' ? tie(b) : fc.oneof(...sortsFor(parameter).map(tie))
    })
    return fc.tuple(...args).map((texts) => `${name}(${texts.join('; ')})`)
  })
}

const aggregates = (tie: Tie, names: readonly string[], sort: Sort): fc.Arbitrary<string> =>
  all(oneOf(...names), '(', oneOf('children', 'friends', 'parent.children'), '; ', tie(sort), fc.oneof(fc.constant(''), all(' where ', tie('condition'))), ')')
const firsts = (tie: Tie, sort: Sort): fc.Arbitrary<string> => all(oneOf('FIRST', 'LAST'), '(', oneOf('children', 'friends'), '; ', tie(sort), fc.oneof(fc.constant(''), all(' by ', tie('date')), all(' where ', tie('condition'))), ')')

function conditionsOf(tie: Tie): fc.Arbitrary<string>[] {
  const not = oneOf('', 'not ')
  const sign = oneOf(' = ', ' != ', ' < ', ' <= ', ' > ', ' >= ')
  const same = oneOf(' = ', ' != ')
  const look = oneOf('contains ', 'starts with ', 'ends with ')
  const ordered = ['text', 'number', 'money', 'date', 'dateTime', 'time'] as const
  const among = (sort: Sort) => all('(', tie(sort), '; ', tie(sort), '; ', oneOf('empty', "''").map((nothing) => nothing), ')')
  return [
    ...ordered.flatMap((sort) => [all(tie(sort), sign, tie(sort)), all(tie(sort), ' ', not, 'between ', tie(sort), ' and ', tie(sort)), all(tie(sort), ' ', not, 'in ', among(sort))]),
    all(tie('money'), sign, tie('number')), all(tie('number'), sign, tie('money')), all(tie('date'), sign, tie('dateTime')), all(tie('dateTime'), sign, tie('date')),
    all(tie('dateTime'), ' ', not, 'between ', tie('date'), ' and ', tie('date')), all(tie('money'), ' in ', among('number')), all(tie('number'), ' ', not, 'in ', among('money')), all(tie('dateTime'), ' ', not, 'in ', among('date')), all(tie('date'), ' in ', among('dateTime')),
    ...(['choice', 'thing', 'user', 'condition'] as const).map((sort) => all(tie(sort), same, tie(sort))),
    all(tie('choice'), same, tie('text').filter((text) => !text.startsWith("'"))),
    ...(['choice', 'thing', 'user'] as const).map((sort) => all(tie(sort), ' ', not, 'in ', among(sort))),
    ...(['text', 'texts'] as const).map((sort) => all(tie(sort), ' ', not, look, tie('text'))),
    ...(['number', 'money', 'text', 'date', 'dateTime', 'time', 'choice', 'thing', 'texts', 'choices', 'condition'] as const).map((sort) => all(tie(sort), ' is ', not, 'empty')),
    all(tie('texts'), ' ', not, 'has ', tie('text')), all(tie('choices'), ' ', not, 'has ', tie('choice')), all(tie('things'), ' ', not, 'has ', tie('thing')),
    all(tie('texts'), ' ', not, oneOf('has any ', 'has all '), among('text')), all(tie('choices'), ' ', not, oneOf('has any ', 'has all '), among('choice')), all(tie('choices'), ' ', oneOf('has any ', 'has all '), tie('choices')),
    all(tie('text'), ' ', not, 'in ', fc.oneof(tie('texts'), fc.constant('me.regions'))), all(tie('user'), ' ', not, 'in me.teamMates'), all(tie('choice'), ' in ', tie('choices')), all(tie('thing'), ' in ', tie('things')),
    all('not ', tie('condition')), all(tie('condition'), oneOf(' and ', ' or '), tie('condition')), all(tie('condition'), oneOf(' and ', ' or '), tie('condition'), oneOf(' and ', ' or '), tie('condition')),
  ]
}

/** Texts of one sort, all in brackets where they need them. */
export function expressions(sort: Sort, maxDepth: number): fc.Arbitrary<string> {
  const depthIdentifier = fc.createDepthIdentifier()
  const made = fc.letrec<Record<Sort, string>>((tie) => {
    const bracketed: Tie = (each) => tie(each)
    const level = (leaf: fc.Arbitrary<string>, deeper: fc.Arbitrary<string>[]) => fc.oneof({ maxDepth, depthIdentifier }, { arbitrary: leaf, weight: deeper.length }, ...deeper.map((each) => ({ arbitrary: each.map((text) => `(${text})`), weight: 2 })))
    const t = bracketed
    const collected = (each: Sort) => [firsts(t, each), ...(['number', 'money', 'date', 'dateTime', 'time'].includes(each) ? [aggregates(t, ['MIN', 'MAX'], each)] : [])]
    return {
      text: level(fc.oneof(paths('name', 'note', 'city', 'amount.currency'), oneOf(...texts).map(quote), oneOf('owner.name', 'owner.region', 'me.region')), [...calls(t, 'text'), ...collected('text'), all(t('text'), ' & ', t('text')), all(t('number'), ' & ', t('text'), ' & ', t('date')), all(t('money'), ' & ', t('dateTime'), ' & ', t('time'))]),
      number: level(fc.oneof(paths('number', 'version', 'amount.amount'), oneOf(...numbers)), [...calls(t, 'number'), ...collected('number'), aggregates(t, ['SUM', 'AVG'], 'number'), all('COUNT(children where ', t('condition'), ')'), ...(['text', 'money', 'choice'] as const).map((each) => aggregates(t, ['COUNT'], each)), all(t('number'), oneOf(' + ', ' - ', ' * ', ' / '), t('number')), all('-', t('number')), all(t('money'), ' / ', t('money')), all(t('date'), ' - ', t('date')), all(t('dateTime'), ' - ', t('dateTime')), all(t('date'), ' - ', t('dateTime')), all(t('dateTime'), ' - ', t('date'))]),
      money: level(fc.oneof(paths('amount', 'price'), all(oneOf('0', '1', '2.5', '33.333333'), ' ', oneOf('PLN', 'EUR'))), [...calls(t, 'money'), ...collected('money'), aggregates(t, ['SUM', 'AVG'], 'money'), all(t('money'), oneOf(' + ', ' - '), t('money')), all(t('money'), oneOf(' + ', ' - ', ' * ', ' / '), t('number')), all(t('number'), oneOf(' + ', ' - ', ' * '), t('money')), all('-', t('money'))]),
      condition: level(oneOf('active', 'parent.active', 'true', 'false', '(number > 1)', '(owner = me)', "(stage = 'won')"), [...conditionsOf(t), ...calls(t, 'condition'), all('EXISTS(', oneOf('children', 'friends', 'parent.children'), ' where ', t('condition'), ')'), aggregates(t, ['EXISTS'], 'text'), firsts(t, 'condition')]),
      date: level(fc.oneof(paths('closedOn', 'dueOn'), oneOf(...dates, 'today')), [...calls(t, 'date'), ...collected('date'), all(t('date'), oneOf(' + ', ' - '), t('number')), all(t('number'), ' + ', t('date'))]),
      time: level(fc.oneof(paths('opensAt'), oneOf(...times)), [...calls(t, 'time'), ...collected('time')]),
      dateTime: level(fc.oneof(paths('createdAt', 'seenAt'), oneOf('now', '2026-10-25T02:30', '2026-03-29T02:30', ...moments.slice(1, -1))), [...calls(t, 'dateTime'), ...collected('dateTime'), all(t('dateTime'), oneOf(' + ', ' - '), t('number'))]),
      choice: level(fc.oneof(paths('stage')), [...calls(t, 'choice'), ...collected('choice')]),
      thing: level(fc.oneof(paths('id', 'parent')), [...calls(t, 'thing'), ...collected('thing')]),
      user: level(oneOf('owner', 'me', 'parent.owner', `owner.id`), [all('IF(', t('condition'), '; ', t('user'), '; ', t('user'), ')')]),
      texts: level(paths('mails'), [all('IF(', t('condition'), '; ', t('texts'), '; ', t('texts'), ')')]),
      choices: level(paths('roles'), [all('COALESCE(', t('choices'), '; ', t('choices'), ')')]),
      things: level(paths('friends'), [all('IF(', t('condition'), '; ', t('things'), '; ', t('things'), ')')]),
    }
  })
  return made[sort]
}
