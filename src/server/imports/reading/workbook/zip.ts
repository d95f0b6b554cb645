/** The parts of a ZIP, unpacked as a stream under watch: nothing is trusted that the archive says of its own sizes. */
import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { maxUnpacked, maxUnpackedInMemory, refuseFile, suspiciousRatio, suspiciousSize } from '../limits.ts'

interface Entry {
  method: number
  offset: number
  packed: number
}

export interface Zip {
  names: readonly string[]
  has(name: string): boolean
  /** A part's bytes, as they come out. */
  stream(name: string): AsyncGenerator<Buffer>
  /** A small part as text. */
  text(name: string): Promise<string>
}

const maxEntries = 20_000
const maxDirectory = 16 * 1024 ** 2

export async function openZip(file: FileHandle): Promise<Zip> {
  const entries = await entriesOf(file)
  const stream = (name: string) => unpacked(file, entries.get(name) ?? refuseFile('import.damaged'))
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    stream,
    async text(name) {
      const pieces: Buffer[] = []
      let length = 0
      for await (const piece of stream(name)) {
        length += piece.length
        if (length > maxUnpackedInMemory) refuseFile('import.too_large_inside')
        pieces.push(piece)
      }
      return new TextDecoder().decode(Buffer.concat(pieces))
    },
  }
}

async function entriesOf(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat()
  const directory = await directoryOf(file, size)
  const entries = new Map<string, Entry>()
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50) {
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)]
    const [nameLength, extraLength, commentLength] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)]
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    if ((flags & 1) !== 0) refuseFile('import.encrypted')
    if (entries.size >= maxEntries) refuseFile('import.too_large_inside')
    entries.set(name, { method, ...placeOf(directory, at, extra) })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

async function directoryOf(file: FileHandle, size: number): Promise<Buffer> {
  const tail = await bytesAt(file, Math.max(0, size - 66_000), Math.min(size, 66_000))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > tail.length) refuseFile('import.damaged')
  let [length, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (offset === 0xffffffff || length === 0xffffffff) {
    // ZIP64: the real numbers stand in a record before this one.
    const locator = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 6, 7]))
    if (locator < 0) refuseFile('import.damaged')
    const record = await bytesAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56)
    if (record.length < 56) refuseFile('import.damaged')
    ;[length, offset] = [Number(record.readBigUInt64LE(40)), Number(record.readBigUInt64LE(48))]
  }
  if (length > maxDirectory || offset + length > size) refuseFile('import.damaged')
  return bytesAt(file, offset, length)
}

function placeOf(directory: Buffer, at: number, extra: Buffer): { packed: number; offset: number } {
  let [packed, offset] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)]
  const unpackedSize = directory.readUInt32LE(at + 24)
  for (let place = 0; place + 4 <= extra.length; place += 4 + extra.readUInt16LE(place + 2)) {
    if (extra.readUInt16LE(place) !== 1) continue
    let field = place + 4
    const next = () => (field + 8 <= extra.length ? Number(extra.readBigUInt64LE((field += 8) - 8)) : refuseFile('import.damaged'))
    if (unpackedSize === 0xffffffff) next()
    if (packed === 0xffffffff) packed = next()
    if (offset === 0xffffffff) offset = next()
  }
  return { packed, offset }
}

async function* unpacked(file: FileHandle, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.method !== 0 && entry.method !== 8) refuseFile('import.damaged')
  const local = await bytesAt(file, entry.offset, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) refuseFile('import.damaged')
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  if (entry.packed === 0) return
  // Not a stream of the file itself: its end would close the file, from which other parts are still to be read.
  const packed = Readable.from(piecesAt(file, start, entry.packed))
  const inflate = entry.method === 8 ? createInflateRaw({ chunkSize: 256 * 1024 }) : null
  if (inflate !== null) packed.on('error', (error) => inflate.destroy(error)).pipe(inflate)
  let length = 0
  try {
    for await (const piece of inflate ?? packed) {
      length += (piece as Buffer).length
      if (length > maxUnpacked || (length > suspiciousSize && length / entry.packed > suspiciousRatio)) refuseFile('import.too_large_inside')
      yield piece as Buffer
    }
  } catch (error) {
    if (isDamage(error)) refuseFile('import.damaged')
    throw error
  } finally {
    inflate?.destroy()
    packed.destroy()
  }
}

const isDamage = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

async function* piecesAt(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; ) {
    const piece = await bytesAt(file, start + done, Math.min(256 * 1024, length - done))
    if (piece.length === 0) refuseFile('import.damaged')
    done += piece.length
    yield piece
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}

