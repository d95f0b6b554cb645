import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { RefusalError } from '../../../contract/refusal.ts'
import { openDiskStore } from './disk.ts'

const folder = mkdtempSync(join(tmpdir(), 'sedno-files-'))
const store = openDiskStore(folder)
after(() => rmSync(folder, { recursive: true }))

const put = (contents: string) => store.put(Readable.from([Buffer.from(contents)]))

test('a file is kept under the hash of its contents, once, and read back', async () => {
  const { hash, size } = await put('umowa')
  assert.deepEqual({ hash, size }, { hash: createHash('sha256').update('umowa').digest('hex'), size: 5 })
  const [again] = await Promise.all([put('umowa'), put('umowa'), put('aneks')])
  assert.equal(again.hash, hash)
  const { stream, size: length } = await store.open(hash)
  assert.deepEqual([await text(stream), length], ['umowa', 5])
  const all = []
  for await (const file of store.all()) all.push(file.size)
  assert.deepEqual(all, [5, 5])
})

test('a file that is too large leaves nothing behind', async () => {
  const many = Readable.from([Buffer.alloc(600), Buffer.alloc(600)])
  await assert.rejects(store.put(many, { maxBytes: 1000 }), (error) => error instanceof RefusalError && error.status === 413)
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), [])
})

test('an upload that breaks leaves nothing behind', async () => {
  async function* broken() {
    yield Buffer.from('half')
    throw new Error('the caller is gone')
  }
  await assert.rejects(store.put(broken()), /caller is gone/)
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), [])
})

test('a removed file is gone, one never kept is not there, and no name leads out of the folder', async () => {
  const { hash } = await put('do usunięcia')
  await store.remove(hash)
  assert.equal(await store.has(hash), false)
  await assert.rejects(store.open(hash), { code: 'ENOENT' })
  await assert.rejects(async () => store.open('../../../etc/passwd'), /not the hash/)
})
