import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWeakerThanNow, longestPassword, nobodysHash, normalPassword, readHash, whyNotPassword, writeHash } from './rules.ts'
import { commonPasswords } from './queries.ts'

const facts = { minLength: 12, common: commonPasswords(), name: 'Żaneta Wiśniewska-Górka', mail: 'z.wisniewska@hurtownia.example' }
const codeOf = (password: string) => whyNotPassword(password, facts)?.code ?? null

test('a password of unrelated words is taken, with or without digits and signs', () => {
  for (const good of ['trawnik pod kominem', 'xK9-fQ2vLm-71pa', 'śnieżna łopata gra', 'mops kwantowy 7', '🐘🐘 kredens zielony', 'Hurtownia pod kluczem', 'Sedno-test-47913-ab']) assert.equal(codeOf(good), null, good)
})

const refused: [string, string][] = [
  ['', 'password.too_short'],
  ['jedenaście1', 'password.too_short'],
  ['🐘🐘🐘🐘🐘🐘', 'password.too_short'],
  ['x'.repeat(longestPassword + 1), 'password.too_long'],
  ['password1234', 'password.common'],
  ['P@ssw0rd!2026', 'password.common'],
  ['Samochód2026!', 'password.common'],
  ['qwertyuiop123', 'password.common'],
  ['1q2w3e4r5t6y', 'password.common'],
  ['Katarzyna!!!!', 'password.common'],
  ['aaaaaaaaaaaa', 'password.pattern'],
  ['abcabcabcabc', 'password.pattern'],
  ['210987654321', 'password.pattern'],
  ['asdfghjklzxcvbnm', 'password.pattern'],
  ['hurtownia 24h', 'password.personal'],
  ['wisniewska zima', 'password.personal'],
  ['WIŚNIEWSKA 88 zł', 'password.personal'],
  ['Sedno-Żaneta-26', 'password.personal'],
  ['sedno samochod', 'password.personal'],
]
for (const [password, code] of refused) {
  test(`'${password.slice(0, 20)}' is refused: ${code}`, () => assert.equal(codeOf(password), code))
}

test('the least length is a setting', () => {
  assert.equal(whyNotPassword('krowa i koza', { ...facts, minLength: 14 })?.code, 'password.too_short')
})

test('the same letter typed on two keyboards is the same password', () => {
  assert.equal(normalPassword('żaba'.normalize('NFD')), 'żaba'.normalize('NFC'))
  assert.equal(normalPassword(' Ab c '), ' Ab c ', 'nothing is trimmed or changed in case')
})

test('a hash is written and read again with its strength', () => {
  const parts = { memory: 8192, passes: 3, parallelism: 2, salt: Buffer.from('0123456789abcdef'), tag: Buffer.alloc(32, 7) }
  assert.deepEqual(readHash(writeHash(parts)), parts)
  assert.throws(() => readHash('$2b$10$bcrypt'))
})

test('a hash weaker than today’s is known, and the one of nobody is as strong as a new one', () => {
  assert.equal(isWeakerThanNow(nobodysHash), false)
  assert.equal(isWeakerThanNow(writeHash({ ...readHash(nobodysHash), memory: 4096 })), true)
})

test('more than 3,000 frequent passwords that are long enough are refused', () => {
  // The list holds the cores; with the endings that people add, each stands for many.
  const long = [...facts.common].flatMap((word) => (word.length >= 12 ? [word] : [`${word}1234567`.slice(0, Math.max(12, word.length + 1))]))
  assert.ok(long.slice(0, 20_000).filter((password) => codeOf(password) !== null).length > 3_000)
})
