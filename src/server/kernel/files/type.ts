import { fileTypeFromBuffer } from 'file-type'
import type { FileStore } from './store.ts'

const headBytes = 4_100

/**
 * What the contents are, by their first bytes; the sender's word counts only where bytes say nothing (plain text),
 * and never for what a browser would run.
 */
export async function fileTypeOf(store: FileStore, hash: string, said: string): Promise<string> {
  const { stream } = await store.open(hash)
  const head: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    head.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size >= headBytes) break
  }
  stream.destroy()
  const found = await fileTypeFromBuffer(Buffer.concat(head).subarray(0, headBytes))
  if (found !== undefined) return found.mime
  const plain = said.split(';')[0]!.trim().toLowerCase()
  return /^(text\/(plain|csv|calendar|vcard)|application\/json)$/.test(plain) ? plain : 'application/octet-stream'
}
