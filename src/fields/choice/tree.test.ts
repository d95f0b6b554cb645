import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChoiceValue } from '../../contract/definition.ts'
import { inTreeOrder, pathTo } from './tree.ts'

const choice = (value: string, parent?: string): ChoiceValue => ({ value, label: { pl: value, en: value }, ...(parent === undefined ? {} : { parent }) })
const shown = (choices: ChoiceValue[]) => inTreeOrder(choices).map((branch) => `${'-'.repeat(branch.depth)}${branch.choice.value}`)

test('a value stands right after the one it lies under, otherwise in the order given', () => {
  assert.deepEqual(shown([choice('milk', 'food'), choice('tools'), choice('food'), choice('saw', 'tools'), choice('curd', 'milk'), choice('bread', 'food')]), ['tools', '-saw', 'food', '-milk', '--curd', '-bread'])
  assert.deepEqual(pathTo('curd', [choice('food'), choice('milk', 'food'), choice('curd', 'milk')]).map((one) => one.value), ['food', 'milk', 'curd'])
})

test('no value is lost, and none shown twice, where parents are missing or lie in a circle', () => {
  assert.deepEqual(shown([choice('a', 'gone'), choice('b', 'c'), choice('c', 'b'), choice('d', 'd')]), ['a', 'b', '-c', 'd'])
  assert.deepEqual(pathTo('b', [choice('b', 'c'), choice('c', 'b')]).map((one) => one.value), ['c', 'b'])
})
