import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { say } from '../contract/text.ts'
import { check, checkCondition } from './check.ts'
import { evaluate } from './evaluate.ts'
import { functions } from './functions/functions.ts'
import { mentions } from './inside.ts'
import type { Problem, Scope } from './language.ts'
import { parse } from './parse.ts'
import { expressions } from './testing/generate.ts'
import { circumstances, scope, uuid } from './testing/things.ts'

function problemsOf(text: string, within: Scope = scope): readonly Problem[] {
  const { tree, problem } = parse(text)
  assert.equal(problem, undefined, text)
  return check(tree!, within).problems ?? []
}

const told = (text: string, language: 'pl' | 'en' = 'pl'): string => problemsOf(text).map((each) => `${text.slice(each.at, each.at + each.length)}: ${say(each.text, language, each.values)}`).join(' ')

function typeOf(text: string): string {
  const { typed } = check(parse(text).tree!, scope)
  return typed === undefined ? told(text) : typed.type.kind
}

test('a field that may not be read sounds the same as one that is not there', () => {
  const withoutAmount: Scope = { ...scope, field: (object, name) => (name === 'amount' ? null : scope.field(object, name)), names: (object) => scope.names(object).filter((name) => name !== 'amount') }
  const hidden = problemsOf('amount > 5', withoutAmount)
  const missing = problemsOf('amounx > 5', withoutAmount)
  assert.deepEqual({ ...hidden[0], values: { ...hidden[0]!.values, name: 'x' } }, { ...missing[0], values: { ...missing[0]!.values, name: 'x' } })
  assert.equal(hidden[0]!.code, 'unknown_field')
  assert.ok(!JSON.stringify(problemsOf('amouns > 5', withoutAmount)).includes('"amount"'))
})

test('hidden fields are unknown on every way to them', () => {
  const withoutName: Scope = { ...scope, field: (object, name) => (object === 'user' && name === 'name' ? null : scope.field(object, name)) }
  for (const text of ["owner.name = 'x'", "me.name = 'x'", "parent.owner.name = 'x'", "COUNT(children where owner.name = 'x') > 0", "SUM(children, IF(owner.name = 'x', 1)) > 0"]) {
    assert.deepEqual(problemsOf(text, withoutName).map((each) => each.code), ['unknown_field'], text)
  }
})

test('names of JavaScript are no names of fields', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'owner.constructor', 'amount.constructor', 'amount.toString']) assert.deepEqual(problemsOf(`${name} = 1`).map((each) => each.code), ['unknown_field'], name)
  assert.deepEqual(problemsOf('constructor(1)').map((each) => each.code), ['unknown_function'])
})

test('a slip of the hand is answered with what was meant', () => {
  assert.equal(told('closedOm = today'), 'closedOm: Nieznane pole „closedOm”. Czy chodzi o „closedOn”?')
  assert.equal(told('ROUDN(number)', 'en'), 'ROUDN: Unknown function ROUDN. Did you mean ROUND?')
  assert.equal(told('zzzzzz = 1', 'en'), 'zzzzzz: Unknown field “zzzzzz”.')
})

test('wrong types are told where they stand, in words', () => {
  assert.equal(told('amount > "a"'), 'amount > "a": Nie można porównać: z lewej jest kwota, a z prawej tekst.')
  assert.equal(told("stage = 'wonn'", 'en'), "'wonn': The field has no value “wonn”. It may have: won, lost, open, it's.")
  assert.equal(told("owner = 'Jan'"), "'Jan': „Jan” nie jest identyfikatorem rekordu. Aby szukać po nazwie, napisz „owner.name contains …”.")
  assert.equal(told("name + 'x' = 'y'", 'en'), "name + 'x': Texts are joined with “&”, not “+”.")
  assert.equal(told("roles = 'won'", 'en'), 'roles: This is a list of values: use “has”.')
  assert.equal(told("roles contains 'won'"), 'roles: „contains” szuka w tekście, a tu jest lista wartości.')
  assert.equal(told("stage < 'won'", 'en'), "stage < 'won': “<” compares numbers, money, dates, times and texts, but this is a choice.")
  assert.equal(told('active and number'), 'number: Tu powinien być warunek, który jest prawdziwy albo nie, a jest liczba.')
  assert.equal(told('parent = owner', 'en'), 'parent = owner: A record of “thing” on the left and of “user” on the right: they are never the same.')
  assert.equal(told('children.name = 1', 'en'), 'children: “children” is many records: use COUNT, SUM, EXISTS or the like.')
  assert.equal(told('SUM(children) > 1'), 'children: SUM potrzebuje pola: SUM(children.pole).')
  assert.equal(told('ROUND(number, 30)', 'en'), '30: A whole number from -20 to 20, written out, was expected here.')
  assert.equal(told('LEFT(name)'), 'LEFT: Liczba argumentów LEFT to 2, a podano 1.')
  assert.equal(told("IF(active, 1, 'a')"), "'a': Możliwe wyniki mają być jednego rodzaju: jest liczba i tekst.")
})

test('problems of separate conditions are told together', () => {
  assert.deepEqual(problemsOf("nope = 1 and (active or stage = 'x') and name > 5").map((each) => each.code), ['unknown_field', 'unknown_choice', 'cannot_compare'])
})

test('the types of results', () => {
  const types: Record<string, string> = {
    'amount * 2': 'money', 'amount / price': 'number', 'closedOn - dueOn': 'number', 'closedOn + 1': 'date', 'createdAt - 0.5': 'dateTime', 'createdAt - today': 'number', "name & number": 'text',
    'COUNT(children)': 'number', 'COUNT(roles)': 'number', 'SUM(children.amount)': 'money', 'MAX(children.closedOn)': 'date', 'MAX(closedOn, today)': 'date', 'EXISTS(friends where active)': 'yesNo', 'LAST(children.owner)': 'record',
    "IF(active, stage, 'other')": 'text', 'IF(active, empty, 1)': 'number', "SWITCH(stage, 'won', 1, 0)": 'number', 'amount.currency': 'text', id: 'record', 'parent.id': 'record', 'me.teamMates': 'list', empty: 'empty',
  }
  assert.deepEqual(Object.fromEntries(Object.keys(types).map((text) => [text, typeOf(text)])), types)
})

test('identifiers, dates and choices may be written as texts', () => {
  for (const text of [`owner = '${uuid(1).toUpperCase()}'`, `owner in ('${uuid(1)}', me)`, "closedOn > '2026-01-31'", "createdAt > '2026-01-31T10:00Z'", "'won' = stage", "roles has any ('won', 'lost')", "opensAt = '08:30'"]) assert.deepEqual(problemsOf(text), [], text)
})

test('a whole may be expected to come to a type', () => {
  const checked = (text: string, kind: 'date' | 'yesNo' | 'number') => check(parse(text).tree!, scope, { kind }).problems?.map((each) => each.code) ?? 'fine'
  assert.deepEqual([checked('today', 'date'), checked('now', 'date'), checked('empty', 'date'), checked("'2026-01-01'", 'date'), checked('1', 'yesNo'), checked('active', 'yesNo'), checked("'x'", 'number')], ['fine', ['expected_kind'], 'fine', 'fine', ['expected_condition'], 'fine', ['expected_kind']])
  assert.equal(checkCondition(parse('number').tree!, scope).problems?.[0]?.code, 'expected_condition')
})

test('calculations that could grow without bound are refused', () => {
  const chain = (times: number) => `${'number * '.repeat(times)}number > 1`
  assert.deepEqual(problemsOf(chain(20)), [])
  assert.deepEqual(problemsOf(chain(60)).map((each) => each.code), ['too_large'])
  const nested = (levels: number): string => (levels === 0 ? 'number' : `SUM(children, ${nested(levels - 1)})`)
  assert.deepEqual(problemsOf(nested(4)), [])
  assert.deepEqual(problemsOf(nested(5)).map((each) => each.code), ['too_deep'])
})

test('mentions are all fields an expression reads, inside aggregates too', () => {
  const { typed } = check(parse("owner.name = 'x' and SUM(children, number where stage = 'won') > amount.amount").tree!, scope)
  const { paths, collections } = mentions(typed!)
  assert.deepEqual(paths.map((path) => [...path.links.map((link) => link.field), path.field, path.part ?? ''].join('.')), ['owner.name.', 'number.', 'stage.', 'amount.amount'])
  assert.deepEqual(collections.map((each) => each.via), [{ kind: 'reverse', object: 'thing', field: 'parent' }])
})

test('every function says in both languages what it does, and its example can be read', () => {
  for (const { help, example, parameters } of functions.values()) {
    for (const text of [help, ...parameters.map((parameter) => parameter.name)]) assert.ok(text.pl !== '' && text.en !== '' && text.pl !== text.en, text.en)
    assert.equal(parse(example).problem, undefined, example)
  }
})

test('no text makes the checker fail in any other way than by problems', () => {
  const words = fc.constantFrom('name', 'number', 'amount', 'stage', 'owner', 'roles', 'children', 'friends', 'active', 'closedOn', 'createdAt', 'me', 'empty', "'x'", '1', '2 PLN', 'today', '=', '<', 'in', 'has', 'and', 'or', 'not', '(', ')', '+', '*', '&', 'SUM(', 'IF(', 'MIN(', 'SWITCH(', 'LEN(', ',', '.', 'where', 'is empty', 'between')
  const anything = fc.oneof(fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')), expressions('condition', 2).map((text) => text.replace(/number|name/, 'roles')))
  fc.assert(fc.property(anything, (text) => {
    const { tree } = parse(text)
    if (tree === undefined) return
    for (const each of check(tree, scope).problems ?? []) assert.ok(!say(each.text, 'pl', each.values).includes('{') && say(each.text, 'en', each.values) !== '')
  }), { numRuns: 10_000, seed: 7 })
})

test('a currency that is written out must be one there is; one from a field is looked up when it is computed', () => {
  assert.equal(told("CONVERT(amount, 'eur')"), "'eur': Nie ma waluty „eur”. Czy chodzi o EUR?")
  assert.equal(told("CONVERT(amount, 'dollars')", 'en'), "'dollars': There is no currency “dollars”.")
  assert.deepEqual(problemsOf("CONVERT(amount, 'EUR', today)"), [])
  assert.deepEqual(problemsOf('CONVERT(amount, name)'), [])
})

test('a link is asked for what lies below a record only where the linked object makes a tree and a database answers', () => {
  const below = (link: string, head = `'${uuid(1)}'`) => `WITHIN(${link}, ${head})`
  const ofList: Scope = { ...scope, isTree: (object) => object === 'thing' }
  for (const text of [below('parent'), below('id'), below('parent.parent'), below('friends'), `not ${below('parent')}`, `COUNT(children where ${below('parent')}) > 1`, 'WITHIN(parent, empty)']) assert.deepEqual(problemsOf(text, ofList), [], text)
  const codes = (text: string, within: Scope) => problemsOf(text, within).map(({ code }) => code)
  assert.deepEqual(codes(below('parent'), scope), ['tree_not_here'])
  assert.deepEqual(codes(below('owner'), ofList), ['no_tree'])
  assert.deepEqual(codes(below('parent', 'parent.id'), ofList), ['tree_of_each'])
  assert.deepEqual(codes(below('parent', 'me'), ofList), ['other_object'])
  assert.deepEqual(codes(below('parent', "'Maszyny'"), ofList), ['not_an_id'])
  for (const language of ['pl', 'en'] as const) assert.match(told(below('parent'), language), language === 'pl' ? /tylko warunki list, widoków i ról/ : /only by conditions of lists, views and roles/)
})

test('what lies below a record is never worked out without the database', () => {
  const { typed } = check(parse(`WITHIN(parent, '${uuid(1)}')`).tree!, { ...scope, isTree: () => true })
  assert.throws(() => evaluate(typed!, { ...circumstances, value: () => uuid(1) }))
})
