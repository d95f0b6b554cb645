/**
 * The file of a backup: one line that says what it is, a zstd stream of frames (kind 1 byte, length 4 bytes, contents), and a
 * line that says it ends here. The last frame holds the SHA-256 of everything before it.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { StartError } from '../db/start-error.ts'
import { texts } from './texts.ts'

export const format = 1
const firstLine = `SEDNO BACKUP ${format}\n`
const lastLine = '\nSEDNO BACKUP ENDS\n'

/** M manifest · T table begins · F file begins · D contents · E end of table or file · S sequences · K key · Z end */
export type Kind = 'M' | 'T' | 'F' | 'D' | 'E' | 'S' | 'K' | 'Z'

export interface Frame {
  kind: Kind
  contents: Buffer
}

export const frame = (kind: Kind, contents: Uint8Array | object): Frame => ({ kind, contents: contents instanceof Uint8Array ? Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength) : Buffer.from(JSON.stringify(contents)) })
export const read = <T>(from: Frame): T => JSON.parse(from.contents.toString('utf8')) as T

/** Written beside, flushed and renamed: a file of that name is always whole. */
export async function writeFrames(path: string, frames: AsyncIterable<Frame>): Promise<void> {
  const draft = `${path}.${process.pid}.unfinished`
  try {
    const out = createWriteStream(draft, { mode: 0o600, flush: true })
    const compress = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 4, [constants.ZSTD_c_checksumFlag]: 1 } })
    await pipeline(Readable.from(packed(frames), { objectMode: false, highWaterMark: 1 << 20 }), compress, framed, out)
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

async function* framed(compressed: AsyncIterable<Buffer>): AsyncIterable<string | Buffer> {
  yield firstLine
  yield* compressed
  yield lastLine
}

async function* packed(frames: AsyncIterable<Frame>): AsyncIterable<Buffer> {
  const hash = createHash('sha256')
  for await (const each of frames) {
    const piece = pack(each)
    hash.update(piece)
    yield piece
  }
  yield pack(frame('Z', { sha256: hash.digest('hex') }))
}

function pack({ kind, contents }: Frame): Buffer {
  const head = Buffer.allocUnsafe(5)
  head.write(kind, 0, 'latin1')
  head.writeUInt32BE(contents.length, 1)
  return Buffer.concat([head, contents])
}

/** Gives the frames in order and checks the file to its last byte; throws StartError when it is cut off, spoilt, newer, or no backup. */
export async function* readFrames(path: string): AsyncIterable<Frame> {
  const inside = await checkLines(path)
  const hash = createHash('sha256')
  let ended = false
  for await (const { frame: each, bytes } of unpacked(decompressed(path, inside), path)) {
    if (ended) throw new StartError(texts.spoilt, { file: path })
    ended = each.kind === 'Z'
    if (!ended) {
      hash.update(bytes)
      yield each
    } else if (read<{ sha256: string }>(each).sha256 !== hash.digest('hex')) throw new StartError(texts.spoilt, { file: path })
  }
  if (!ended) throw new StartError(texts.cutOff, { file: path })
}

interface Inside {
  start: number
  /** Of the last byte, as createReadStream counts. */
  end: number
}

async function checkLines(path: string): Promise<Inside> {
  const file = await open(path, 'r').catch((error: Error) => {
    throw new StartError(texts.unreadable, { file: path, reason: error.message })
  })
  try {
    const { size } = await file.stat()
    const piece = async (from: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, Math.max(0, from))
      return buffer.toString('latin1', 0, bytesRead)
    }
    const line = /^SEDNO BACKUP (\d+)\n/.exec(await piece(0, 64))
    if (line === null) throw new StartError(texts.noBackup, { file: path })
    if (Number(line[1]) > format) throw new StartError(texts.newer, { file: path })
    if ((await piece(size - lastLine.length, lastLine.length)) !== lastLine) throw new StartError(texts.cutOff, { file: path })
    return { start: line[0].length, end: size - lastLine.length - 1 }
  } finally {
    await file.close()
  }
}

async function* decompressed(path: string, { start, end }: Inside): AsyncIterable<Buffer> {
  const decompress = createZstdDecompress({ chunkSize: 1 << 18 })
  const source = createReadStream(path, { start, end, highWaterMark: 1 << 18 })
  source.on('error', (error) => decompress.destroy(error))
  source.pipe(decompress)
  try {
    yield* decompress as AsyncIterable<Buffer>
  } catch (error) {
    // zlib tells apart what it cannot make sense of and what ends too soon.
    throw new StartError(/unexpected end/i.test((error as Error).message) ? texts.cutOff : texts.spoilt, { file: path })
  } finally {
    source.destroy()
    decompress.destroy()
  }
}

const largestFrame = 256 * 1024 * 1024

async function* unpacked(pieces: AsyncIterable<Buffer>, path: string): AsyncIterable<{ frame: Frame; bytes: Buffer }> {
  let waiting: Buffer[] = []
  let size = 0
  let needed = 5
  for await (const piece of pieces) {
    waiting.push(piece)
    size += piece.length
    if (size < needed) continue
    let rest = Buffer.concat(waiting)
    for (;;) {
      needed = rest.length < 5 ? 5 : 5 + rest.readUInt32BE(1)
      if (needed > largestFrame) throw new StartError(texts.spoilt, { file: path })
      if (rest.length < needed) break
      yield { frame: { kind: rest.toString('latin1', 0, 1) as Kind, contents: rest.subarray(5, needed) }, bytes: rest.subarray(0, needed) }
      rest = rest.subarray(needed)
    }
    waiting = [rest]
    size = rest.length
  }
  if (size > 0) throw new StartError(texts.cutOff, { file: path })
}
