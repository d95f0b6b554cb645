import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openSecrets, secretsWith } from './secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'sedno-secret-'))
after(() => rmSync(folder, { recursive: true }))

test('a secret comes back only with the same key and for the same purpose', () => {
  const secrets = secretsWith(randomBytes(32))
  const sealed = secrets.seal('zażółć', 'totp:1')
  assert.equal(secrets.open(sealed, 'totp:1'), 'zażółć')
  assert.ok(!sealed.includes('za'))
  assert.throws(() => secrets.open(sealed, 'totp:2'))
  assert.throws(() => secretsWith(randomBytes(32)).open(sealed, 'totp:1'))
  assert.throws(() => secrets.open(`${sealed.slice(0, -2)}${sealed.at(-2) === 'A' ? 'B' : 'A'}A`, 'totp:1'))
})

test('the same secret is sealed differently each time', () => {
  const secrets = secretsWith(randomBytes(32))
  assert.notEqual(secrets.seal('x', 'a'), secrets.seal('x', 'a'))
})

test('the key file is made once, for its owner alone', () => {
  const file = join(folder, 'new/secret.key')
  const first = openSecrets(file)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.equal(openSecrets(file).fingerprint, first.fingerprint)
  assert.ok(!readFileSync(file, 'utf8').includes(first.fingerprint))
})

test('a spoilt key file is said to be spoilt, never replaced', () => {
  const file = join(folder, 'spoilt.key')
  writeFileSync(file, 'not a key')
  assert.throws(() => openSecrets(file), /spoilt/)
  assert.equal(readFileSync(file, 'utf8'), 'not a key')
})
