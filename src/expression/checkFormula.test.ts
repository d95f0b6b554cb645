import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFormula } from './checkFormula.ts'
import type { Scope } from './language.ts'
import { parse } from './parse.ts'

const scope: Scope = { object: '', field: () => null, reverse: () => null, names: () => [] }
const level = { kind: 'choice', values: ['gold', 'silver'] } as const
const faults = (text: string) => checkFormula(parse(text).tree!, scope, level as never).problems?.map(({ code }) => code)

test('a formula of a choice writes out its values, or nothing', () => {
  assert.equal(faults("IF(1 > 2, 'gold', IF(1 > 3, 'silver', empty))"), undefined)
  assert.deepEqual(faults("IF(1 > 2, 'gold', 'bronze')"), ['unknown_choice'])
  assert.deepEqual(faults('1 + 1'), ['expected_kind'])
})
