/** File contents on disk: FOLDER/ab/cd/abcd…, written beside, flushed, then given their name: a half file never has one. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { refuse } from '../../../contract/refusal.ts'
import type { FileStore, StoredFile } from './store.ts'

const tooLarge = { pl: 'Plik jest za duży: najwyżej {megabytes} MB.', en: 'The file is too large: {megabytes} MB at most.' }

export function openDiskStore(folder: string): FileStore {
  const unfinished = join(folder, 'unfinished')
  const pathOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not the hash of a file: ${hash}`)
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  }
  return {
    async put(contents, { maxBytes = Infinity } = {}) {
      await mkdir(unfinished, { recursive: true })
      const draft = join(unfinished, randomUUID())
      try {
        const stored = await writeDraft(draft, contents, maxBytes)
        await keep(draft, pathOf(stored.hash))
        return stored
      } finally {
        await rm(draft, { force: true })
      }
    },
    async open(hash) {
      const path = pathOf(hash)
      const { size } = await stat(path)
      return { stream: createReadStream(path), size }
    },
    has: (hash) => stat(pathOf(hash)).then(() => true, whenMissing(false)),
    remove: (hash) => rm(pathOf(hash), { force: true }),
    all: () => walk(folder),
  }
}

async function writeDraft(path: string, contents: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredFile> {
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of contents) {
      size += piece.length
      if (size > maxBytes) refuse('file.too_large', tooLarge, { status: 413, values: { megabytes: Math.floor(maxBytes / 1024 / 1024) } })
      hash.update(piece)
      await writeWhole(file, piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { hash: hash.digest('hex'), size }
}

async function writeWhole(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let written = 0; written < piece.length; ) written += (await file.write(piece, written)).bytesWritten
}

async function keep(draft: string, path: string): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(draft, path)
  // The name too must be on disk before anybody is told that the file is kept.
  const place = await open(folder, 'r')
  await place.sync().finally(() => place.close())
}

async function* walk(folder: string): AsyncIterable<StoredFile> {
  const first = await readdir(folder).catch(whenMissing([] as string[]))
  for (const outer of first.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const inner of await readdir(join(folder, outer))) {
      for await (const entry of await opendir(join(folder, outer, inner))) {
        yield { hash: entry.name, size: (await stat(join(folder, outer, inner, entry.name))).size }
      }
    }
  }
}

const whenMissing =
  <T>(value: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return value
    throw error
  }
