import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { say } from '../contract/text.ts'
import type { Node } from './language.ts'
import { parse } from './parse.ts'
import { show } from './show.ts'
import { expressions } from './testing/generate.ts'

function tidy(text: string): string {
  const { tree, problem } = parse(text)
  return problem === undefined ? show(tree) : `${problem.code} ${problem.at}+${problem.length}`
}

const table = (cases: Readonly<Record<string, string>>) => assert.deepEqual(Object.fromEntries(Object.keys(cases).map((text) => [text, tidy(text)])), cases)

test('numbers and amounts are read as people write them', () => {
  table({
    '10 000': '10 000', '1.50': '1.5', '1,5': '1.5', '2,5k': '2500', '1M': '1 000 000', '007': '7', '2026': '2026',
    '10 000 PLN': '10 000 PLN', '10 zł': '10 PLN', '$5.50': '5.5 USD', '€ 7': '7 EUR', '-1': '-1', '1\u00a0234\u202f567': '1 234 567',
    '10kg': 'bad_number 0+4', '1.2.3': 'bad_number 0+5', '1.': 'bad_number 0+2', '1 00': 'unexpected 2+2', '5 constructor': 'unexpected 2+11',
  })
})

test('a comma divides in lists and is decimal elsewhere', () => {
  table({ 'ROUND(1,5)': 'ROUND(1, 5)', 'ROUND(1,5; 2)': 'ROUND(1.5, 2)', 'a in (1,5)': 'a in (1, 5)', 'a in (1,5; 2)': 'a in (1.5, 2)', 'a > 1,5 and b': 'a > 1.5 and b', 'IF((a > 1,5), 2,5)': 'IF(a > 1.5, 2, 5)' })
})

test('texts stand in either quote, doubled to be meant', () => {
  table({ "'it''s'": "'it''s'", '"say ""x"""': `'say "x"'`, "''": "''", "'abc": 'unclosed_text 0+4', "'a\0'": 'forbidden_character 0+4', "'\ud800'": 'forbidden_character 0+3' })
})

test('dates, times and moments that do not exist are refused where they stand', () => {
  table({
    'a = 2026-02-28': 'a = 2026-02-28', 'a = 2026-02-29': 'no_such_date 4+10', '0000-01-01': 'no_such_date 0+10', '8:30': '08:30', '24:00': 'no_such_time 0+5',
    '2026-01-31T08:30': '2026-01-31T08:30', '2026-01-31T08:30:00.5+02:00': '2026-01-31T08:30:00.5+02:00', '2026-01-31T25:00Z': 'no_such_time 0+17',
  })
})

test('operators bind as in spreadsheets', () => {
  table({
    'a or b and not c = 1': 'a or b and not c = 1', '(a or b) and c': '(a or b) and c', '(a and b) and (c and d)': 'a and b and c and d', '1 + 2 * 3': '1 + 2 * 3', '(1 + 2) * 3': '(1 + 2) * 3',
    '1 - (2 - 3)': '1 - (2 - 3)', '(1 - 2) - 3': '1 - 2 - 3', '-(a + b)': '-(a + b)', 'a & b + c': 'a & b + c', 'NOT A = 1 AND b': 'not A = 1 and b', 'a <> 1': 'a != 1', 'a ≥ 1': 'a >= 1', 'not (a = 1)': 'not a = 1',
  })
})

test('word operators and their opposites', () => {
  table({
    "a contains 'x'": "a contains 'x'", "a not starts with 'x'": "a not starts with 'x'", 'a ENDS WITH b': 'a ends with b', 'a not between 1 and 2 and b': 'a not between 1 and 2 and b', 'a is not empty': 'a is not empty',
    'a not in me.teams': 'a not in me.teams', "a has any ('x'; 'y')": "a has any ('x', 'y')", 'a has any.thing': 'a has this.any.thing', 'a not has all b': 'a not has all b',
  })
})

test('functions, aggregates, and names that are words of the language', () => {
  table({
    'if(a; b; c)': 'IF(a, b, c)', "SUM(deals.amount where stage = 'won')": "SUM(deals.amount where stage = 'won')", 'LAST(v.r where k by e)': 'LAST(v.r by e where k)', 'EMPTY(a)': 'EMPTY(a)', 'F()': 'F()',
    'this.in = this.empty': 'this.in = this.empty', 'company.in.is': 'company.in.is', 'me = owner': 'me = owner',
  })
})

test('what is wrong is told with its place', () => {
  table({
    '': 'nothing_written 0+0', '   ': 'nothing_written 0+3', 'a >': 'expected_value 3+0', '(a': 'unclosed_bracket 0+1', 'a)': 'unexpected 1+1', 'a b': 'unexpected 2+1', 'a = b = c': 'chained 6+1', 'a && b': 'use_word 2+2', 'a ? b': 'unknown_sign 2+1',
    'a is null': 'use_word 5+4', 'a in ()': 'empty_list 5+1', '(1; 2)': 'list_not_here 2+1', 'a.': 'expected_name 2+0', 'a starts x': 'expected_sign 9+1', 'a between 1 or 2': 'expected_sign 12+2', 'F(a b)': 'expected_sign 4+1', 'F(a': 'unclosed_bracket 1+1',
  })
})

test('problems are sentences in both languages', () => {
  const { problem } = parse('a > ')
  assert.equal(say(problem!.text, 'pl', problem!.values), 'Tu powinna być wartość albo pole, a wyrażenie się kończy.')
  assert.equal(say(parse('a b').problem!.text, 'en', { found: 'b' }), 'Unexpected “b”. Is an “and” or “or” missing here?')
})

test('hostile texts are refused in milliseconds, without running out of stack', () => {
  const hostile = [
    '('.repeat(10_000) + '1' + ')'.repeat(10_000), '('.repeat(9_999), 'x'.repeat(2_000_000), 'not '.repeat(2_400) + 'a', '-'.repeat(9_000) + '1', 'a+'.repeat(4_990) + 'a', 'IF('.repeat(3_000), 'a in ('.repeat(1_600),
    "'".repeat(9_999), '"'.repeat(1_000_000), '1 000 '.repeat(1_600), 'f('.repeat(4_000), 'SUM(a where '.repeat(800), '(f('.repeat(3_000), '9'.repeat(9_999), '2026-01-31'.repeat(900), 'a='.repeat(4_000), ' '.repeat(9_999) + '(',
  ]
  parse('warm = 1')
  for (const text of hostile) {
    const start = performance.now()
    const { problem } = parse(text)
    const took = performance.now() - start
    assert.ok(problem !== undefined, text.slice(0, 20))
    assert.ok(took < 100, `${text.slice(0, 20)}: ${took} ms`)
  }
})

test('long flat texts are taken', () => {
  for (const text of ['a or '.repeat(1_900) + 'a', `a in (${'1,'.repeat(4_000)}1)`, 'a & '.repeat(2_000) + 'a', 'a.'.repeat(4_900) + 'a']) assert.equal(parse(text).problem, undefined)
})

const pieces = fc.constantFrom('(', ')', ',', ';', '.', "'", '"', 'a', 'b.c', 'me', 'and', 'or', 'not', 'in', 'has', 'any', 'between', 'is', 'empty', 'where', 'by', '=', '<', '+', '-', '*', '/', '&', '1', '10 000', '1,5', '2026-01-31', '12:00', 'PLN', 'SUM', 'IF(', ' ', '\n', '\0', '😀', 'ż')

test('any text at all is answered, and the tidy form of what is taken stays the same', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(' ')), fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')))
  fc.assert(fc.property(anything, (text) => {
    const { tree, problem } = parse(text)
    if (problem === undefined) assert.equal(tidy(show(tree)), show(tree))
    else assert.ok(problem.at >= 0 && problem.at + problem.length <= text.length && say(problem.text, 'pl', problem.values) !== '')
  }), { numRuns: 5_000, seed: 7 })
})

const withoutPlaces = (tree: Node): string => JSON.stringify(tree, (key, value: unknown) => (key === 'at' || key === 'length' ? undefined : value))

test('show and parse are each other’s opposite', () => {
  fc.assert(fc.property(expressions('condition', 3), (text) => {
    const { tree } = parse(text)
    if (tree !== undefined) assert.equal(withoutPlaces(parse(show(tree)).tree!), withoutPlaces(tree))
  }), { numRuns: 1_000, seed: 7 })
})
