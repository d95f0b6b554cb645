/** In which encoding a text file is written, found from its bytes. */
import { isUtf8 } from 'node:buffer'
import type { FileFormat } from '../../contract.ts'

export type Encoding = NonNullable<FileFormat['encoding']>

/** Polish letters whose bytes differ in the two 8-bit encodings: ą ś ź Ą Ś Ź. The other twelve are the same in both. */
const windowsOnly = new Set([0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f])
const isoOnly = new Set([0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac])

/** Looks at the whole file as it goes by, because the first Polish letter may come late. */
export function encodingDetector() {
  let first: Buffer | null = null
  let utf8 = true
  let unfinished = Buffer.alloc(0)
  let [windows, iso, nulsEven, nulsOdd, length] = [0, 0, 0, 0, 0]
  return {
    see(chunk: Buffer): void {
      first ??= chunk.subarray(0, 4)
      if (utf8) {
        const whole = unfinished.length === 0 ? chunk : Buffer.concat([unfinished, chunk])
        const cut = whole.length - unfinishedLetter(whole)
        utf8 = isUtf8(whole.subarray(0, cut))
        unfinished = Buffer.from(whole.subarray(cut))
      }
      for (let place = 0; place < chunk.length; place++) {
        const byte = chunk[place]!
        if (byte === 0) (length + place) % 2 === 0 ? nulsEven++ : nulsOdd++
        else if (byte < 0x80) continue
        else if (windowsOnly.has(byte) || (byte >= 0x80 && byte < 0xa0)) windows++
        else if (isoOnly.has(byte)) iso++
      }
      length += chunk.length
    },
    found(): Encoding {
      const mark = first?.toString('hex') ?? ''
      if (mark.startsWith('efbbbf')) return 'utf-8'
      if (mark.startsWith('fffe')) return 'utf-16le'
      if (mark.startsWith('feff')) return 'utf-16be'
      // Half of the bytes of Latin text in UTF-16 are zero, all on the same side.
      if (nulsOdd > length * 0.3 && nulsEven < nulsOdd / 10) return 'utf-16le'
      if (nulsEven > length * 0.3 && nulsOdd < nulsEven / 10) return 'utf-16be'
      if (utf8 && unfinished.length === 0) return 'utf-8'
      return iso > windows ? 'iso-8859-2' : 'windows-1250'
    },
  }
}

/** How many bytes at the end may belong to a letter that the next chunk completes. */
function unfinishedLetter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}
