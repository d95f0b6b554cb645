import type { Readable } from 'node:stream'

export interface StoredFile {
  /** SHA-256 of the contents, hexadecimal: the address under which they are kept. */
  hash: string
  size: number
}

/** Contents of files, addressed by their hash: the same contents are kept once. On disk (disk.ts), later in an S3 bucket. */
export interface FileStore {
  /** Reads the stream to its end. On disk when it answers. Refuses with `file.too_large` beyond `maxBytes`. */
  put(contents: Readable | AsyncIterable<Uint8Array>, options?: { maxBytes?: number }): Promise<StoredFile>
  /** Throws when they are not there. */
  open(hash: string): Promise<{ stream: Readable; size: number }>
  has(hash: string): Promise<boolean>
  /** Only when no record names the hash any more; the caller knows. */
  remove(hash: string): Promise<void>
  /** Every hash kept, in no order. */
  all(): AsyncIterable<StoredFile>
}
