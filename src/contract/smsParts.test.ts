import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smsLength } from './smsParts.ts'

const cases: [what: string, text: string, encoding: 'gsm' | 'unicode', units: number, parts: number, left: number][] = [
  ['nothing', '', 'gsm', 0, 0, 160],
  ['one letter', 'a', 'gsm', 1, 1, 159],
  ['160 letters of the alphabet', 'a'.repeat(160), 'gsm', 160, 1, 0],
  ['161 letters', 'a'.repeat(161), 'gsm', 161, 2, 145],
  ['306 letters fill two parts', 'a'.repeat(306), 'gsm', 306, 2, 0],
  ['307 letters begin a third', 'a'.repeat(307), 'gsm', 307, 3, 152],
  ['Greek capitals, Swedish and the line break are in the alphabet', 'ΔΩåäö\nÑ', 'gsm', 7, 1, 153],
  ['the euro sign takes two', '€'.repeat(80), 'gsm', 160, 1, 0],
  ['81 euro signs are two parts', '€'.repeat(81), 'gsm', 162, 2, 143],
  ['an escaped letter is not cut in two', `${'a'.repeat(152)}€${'a'.repeat(10)}`, 'gsm', 164, 2, 141],
  ['one Polish letter makes the whole Unicode', `ż${'a'.repeat(69)}`, 'unicode', 70, 1, 0],
  ['71 letters of Unicode are two parts', `ż${'a'.repeat(70)}`, 'unicode', 71, 2, 63],
  ['ó of Polish is not the ò of GSM', 'ó', 'unicode', 1, 1, 69],
  ['an emoji takes two', '😀', 'unicode', 2, 1, 68],
  ['35 emoji fill one', '😀'.repeat(35), 'unicode', 70, 1, 0],
  ['36 emoji are two parts, none cut: 33 and 3', '😀'.repeat(36), 'unicode', 72, 2, 61],
  ['a family of emoji counts each of its members and joints', '👨‍👩‍👧', 'unicode', 8, 1, 62],
]

for (const [what, text, encoding, units, parts, left] of cases) {
  test(`length of a text message: ${what}`, () => assert.deepEqual(smsLength(text), { encoding, units, parts, left }))
}
