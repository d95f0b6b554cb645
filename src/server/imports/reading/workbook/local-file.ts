/** A file that can be read from any place: a ZIP's table of contents stands at its end. */
import { createWriteStream, ReadStream } from 'node:fs'
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileSource } from '../rows.ts'

/** Files on disk are used where they lie; those from elsewhere are copied first and the copy goes afterwards. */
export async function withLocalFile<T>(source: FileSource, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const { file, done } = await localFile(source)
  try {
    return await work(file)
  } finally {
    await done()
  }
}

export async function localFile(source: FileSource): Promise<{ file: FileHandle; done(): Promise<void> }> {
  const stream = await source.open()
  if (stream instanceof ReadStream && typeof stream.path === 'string' && stream.path !== '') {
    stream.destroy()
    const file = await open(stream.path, 'r')
    return { file, done: () => file.close() }
  }
  const folder = await mkdtemp(join(tmpdir(), 'sedno-import-'))
  try {
    const path = join(folder, 'file')
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }))
    const file = await open(path, 'r')
    return {
      file,
      async done() {
        await file.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
