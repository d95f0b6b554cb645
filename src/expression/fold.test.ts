import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Client } from 'pg'
import { databaseFunctions } from './databaseFunctions.ts'
import { fold, foldSql } from './fold.ts'
import { lowerCase, upperCase } from './letterCase.ts'
import { emptyDatabase } from './testing/database.ts'

let client: Client
let end: () => Promise<void>
before(async () => {
  ;({ client, end } = await emptyDatabase())
  for (const statement of [foldSql, ...databaseFunctions]) await client.query(statement)
})
after(() => end())

/** The whole basic plane, and of the others those with letters that look like letters. */
const isTried = (code: number): boolean => code > 0 && (code < 0xd800 || (code > 0xdfff && code < 0x10500) || (code >= 0x1d400 && code < 0x1d800) || (code >= 0x1f100 && code < 0x1f200) || code % 997 === 0)
const everyLetter = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => isTried(code) && (code < 0xd800 || code > 0xdfff)).map((code) => `x${String.fromCodePoint(code)}y`)

async function differences(functionName: string, inJavaScript: (text: string) => string, collation: string): Promise<string[]> {
  const { rows } = await client.query<{ folded: string[] }>(`select array_agg(${functionName}(t collate "${collation}") order by at) as folded from unnest($1::text[]) with ordinality u (t, at)`, [everyLetter])
  return everyLetter.filter((text, index) => rows[0]!.folded[index] !== inJavaScript(text))
}

test('case and diacritics are folded away', () => {
  const folded = ['Zażółć  GĘŚLĄ\tjaźń ', 'Straße', 'ŒUVRE', 'Ёлка Й', 'ΆΣΣΟΣ', 'e\u0301', '„X” – O’Neill…', 'ﬁn', 'İstanbul', 'a\u200bb'].map(fold)
  assert.deepEqual(folded, ['zazolc gesla jazn', 'strasse', 'oeuvre', 'елка и', 'ασσοσ', 'e', '"x" - o\'neill...', 'fin', 'istanbul', 'ab'])
})

test('folding what is folded changes nothing', () => {
  assert.deepEqual(everyLetter.filter((text) => fold(fold(text)) !== fold(text)), [])
})

test('the database folds every letter the same, whatever the collation', async () => {
  for (const collation of ['C', 'pl-x-icu', 'tr-x-icu']) assert.deepEqual(await differences('sedno_fold', fold, collation), [])
})

test('the database changes the case of every letter the same', async () => {
  assert.deepEqual(await differences('sedno_lower', lowerCase, 'tr-x-icu'), [])
  assert.deepEqual(await differences('sedno_upper', upperCase, 'tr-x-icu'), [])
})
