import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startWorld } from '../testing/world.ts'
import { checkKey, loadKey, open, seal, useKey } from './seal.ts'

test('a sealed secret opens with its key, shows nothing of itself, and looks different each time', () => {
  useKey(randomBytes(32))
  const sealed = seal('Zażółć gęślą jaźń')
  assert.equal(open(sealed), 'Zażółć gęślą jaźń')
  assert.notEqual(sealed, seal('Zażółć gęślą jaźń'))
  assert.ok(!Buffer.from(sealed, 'base64').toString('latin1').includes('Za'))
})

test('a secret that was changed, cut or sealed with another key does not open', () => {
  useKey(randomBytes(32))
  const bytes = Buffer.from(seal('secret'), 'base64')
  for (const at of [0, 5, 20, bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed[at] = changed[at]! ^ 1
    assert.throws(() => open(changed.toString('base64')), `byte ${at}`)
  }
  assert.throws(() => open(bytes.subarray(0, 20).toString('base64')))
  useKey(randomBytes(32))
  assert.throws(() => open(bytes.toString('base64')))
})

test('the key is made once, by one of several servers that start together, and only its owner can read it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sedno-key-'))
  const file = join(folder, 'keys', 'secret.key')
  try {
    await Promise.all([loadKey(file), loadKey(file), loadKey(file)])
    const sealed = seal('x')
    const text = await readFile(file, 'utf8')
    await loadKey(file)
    assert.equal(open(sealed), 'x')
    assert.equal(await readFile(file, 'utf8'), text)
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    await writeFile(file, 'short')
    await assert.rejects(loadKey(file), /holds no key/)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a key that does not belong to the database is refused at start', async () => {
  const world = await startWorld()
  const own = randomBytes(32)
  useKey(own)
  await checkKey(world.db, 'secret.key')
  await checkKey(world.db, 'secret.key')
  useKey(randomBytes(32))
  await assert.rejects(checkKey(world.db, 'secret.key'), /does not belong to this database/)
  await world.end()
})
